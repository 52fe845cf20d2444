package org.tieline.exposure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Day;
import org.tieline.model.InvalidValue;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.PartialDate;
import org.tieline.model.Source;
import org.tieline.model.Tie;

/**
 * Collects facts and packs them into a {@link TieGraph}. Organizations and sources come before the ties that name them.
 * Not for use by several threads.
 */
public final class TieGraphBuilder {
    private final List<Organization> organizations = new ArrayList<>();
    private final Map<String, Integer> arrivalOf = new HashMap<>();
    private final List<String> sourceIds = new ArrayList<>();
    private final List<PartialDate> published = new ArrayList<>();
    private final Map<String, Integer> sourceOf = new HashMap<>();
    private final TieTableBuilder ties = new TieTableBuilder();

    /** The day by which each source was out, by number, as {@link TieTableBuilder#add} wants it. */
    private int[] publishedBy = new int[1 << 10];

    TieGraphBuilder() {}

    /** @throws InvalidValue if there is one with this id already */
    public TieGraphBuilder add(Organization organization) {
        if (arrivalOf.putIfAbsent(organization.id(), organizations.size()) != null) {
            throw new InvalidValue("id", organization.id(), "must be that of one organization alone");
        }
        organizations.add(organization);
        return this;
    }

    /** Adds a source; of two with the same id the first stays. */
    public TieGraphBuilder add(Source source) {
        addSource(source.id(), source.published());
        return this;
    }

    /**
     * Adds a tie. A source that was not added before counts as one without a date.
     *
     * @throws InvalidValue if one of its ends was not added before
     */
    public TieGraphBuilder add(Tie tie) {
        return add(tie, arrival("from", tie.from(), tie), arrival("to", tie.to(), tie));
    }

    /**
     * Adds a tie whose ends need not be looked up.
     *
     * @param from the place of its start in the order in which organizations were added, from 0
     * @param to the place of its end
     */
    public TieGraphBuilder add(Tie tie, int from, int to) {
        int[] sources = new int[tie.sources().size()];
        for (int i = 0; i < sources.length; i++) {
            sources[i] = addSource(tie.sources().get(i), null);
        }
        ties.add(tie, from, to, sources, publishedBy);
        return this;
    }

    private int addSource(String id, @Nullable PartialDate date) {
        Integer known = sourceOf.get(id);
        if (known != null) {
            return known;
        }
        int number = sourceIds.size();
        if (number == publishedBy.length) {
            publishedBy = Arrays.copyOf(publishedBy, 2 * number);
        }
        publishedBy[number] =
                date == null ? TieTable.NEVER : (int) date.lastDay().toEpochDay();
        sourceOf.put(id, number);
        published.add(date);
        sourceIds.add(id);
        return number;
    }

    private int arrival(String end, String organization, Tie tie) {
        Integer arrival = arrivalOf.get(organization);
        if (arrival == null) {
            throw new InvalidValue(end, organization, "must be an organization of this graph");
        }
        return arrival;
    }

    /**
     * Packs what was added. Of several ties with one id the first that was added is kept.
     *
     * @param duplicate told the id of each tie that is left out
     */
    public TieGraph build(Consumer<String> duplicate) {
        PackedWidths.require("organization", organizations.size(), TieGraph.MOST_ORGANIZATIONS);
        String[] ids = new String[organizations.size()];
        int[] numberOf = new int[organizations.size()];
        int[] kindStart = numberOrganizations(ids, numberOf);
        int[] order = ties.order(duplicate);
        TieTable table = new TieTable(ties, order, numberOf);
        long[] lives = new long[organizations.size()];
        for (int arrival = 0; arrival < lives.length; arrival++) {
            lives[numberOf[arrival]] = KnownDates.Life.of(organizations.get(arrival));
        }
        Rows rows = new Rows(ties, order, table, lives, kindStart[1]);
        return new TieGraph(
                ids,
                lives,
                kindStart,
                rows.offsets,
                rows.rows,
                rows.tieOfRow,
                table,
                sourceIds.toArray(String[]::new),
                published.toArray(PartialDate[]::new));
    }

    /** Fills the ids by number and the numbers by arrival, and returns where each kind starts. */
    private int[] numberOrganizations(String[] ids, int[] numberOf) {
        Map<OrganizationKind, List<String>> byKind = organizations.stream()
                .collect(Collectors.groupingBy(
                        Organization::kind, Collectors.mapping(Organization::id, Collectors.toList())));
        int[] kindStart = new int[TieGraph.KINDS.size() + 1];
        int number = 0;
        for (int kind = 0; kind < TieGraph.KINDS.size(); kind++) {
            kindStart[kind] = number;
            List<String> members = byKind.getOrDefault(TieGraph.KINDS.get(kind), new ArrayList<>());
            members.sort(null);
            for (String id : members) {
                ids[number] = id;
                numberOf[Objects.requireNonNull(arrivalOf.get(id))] = number;
                number++;
            }
        }
        kindStart[TieGraph.KINDS.size()] = number;
        return kindStart;
    }

    /** The rows of all organizations; those of one organization are in ascending order of ties. */
    static final class Rows {
        private static final char MINOR = (char) (SearchOptions.DEFAULT_MIN_STAKE * 100);

        final int[] offsets;
        final long[] rows;
        final int[] tieOfRow;

        /**
         * @param order the places of the ties among those that arrived
         * @param table the same ties, in that order
         * @param lives of the organizations by number, see {@link KnownDates.Life}
         * @param vendorEnd organizations with a lower number are vendors
         */
        Rows(TieTableBuilder arrived, int[] order, TieTable table, long[] lives, int vendorEnd) {
            offsets = new int[lives.length + 1];
            for (int tie = 0; tie < order.length; tie++) {
                if (forward(arrived, order[tie], false) != null) {
                    offsets[table.from[tie] + 1]++;
                }
                if (backward(arrived, order[tie]) != null) {
                    offsets[table.to[tie] + 1]++;
                }
            }
            Arrays.parallelPrefix(offsets, Integer::sum);
            rows = new long[offsets[lives.length]];
            tieOfRow = new int[rows.length];
            int[] next = Arrays.copyOf(offsets, lives.length);
            for (int tie = 0; tie < order.length; tie++) {
                int place = order[tie];
                int from = table.from[tie];
                int to = table.to[tie];
                long life = KnownDates.Life.common(lives[from], lives[to]);
                put(next, from, forward(arrived, place, to < vendorEnd), to, tie, table, life);
                put(next, to, backward(arrived, place), from, tie, table, life);
            }
        }

        private void put(
                int[] next, int source, @Nullable WalkStep step, int target, int tie, TieTable table, long life) {
            if (step == null) {
                return;
            }
            boolean denied = table.isDenied(tie);
            int from = Math.max(table.possibleFrom[tie], KnownDates.Life.possibleFrom(life));
            // What begins too late to be asked about holds on no day, and must not look like a tie that is denied.
            int to = from == Day.OPEN ? Day.OPEN : Math.min(table.possibleTo[tie], KnownDates.Life.possibleTo(life));
            int at = next[source]++;
            rows[at] = TieGraph.row(step, target, denied ? Day.OPEN : from, denied ? Day.FIRST : to);
            tieOfRow[at] = tie;
        }

        private static @Nullable WalkStep forward(TieTableBuilder ties, int place, boolean toVendor) {
            return switch (ties.type(place)) {
                case SUPPLIES -> toVendor ? WalkStep.SUPPLIES_VENDOR : WalkStep.SUPPLIES_CUSTOMER;
                case OWNS -> isMinor(ties, place) ? WalkStep.MINOR_DOWN : WalkStep.OWNS_DOWN;
                case PARTNERS_WITH -> WalkStep.PARTNERS;
                case SHARES_NETWORK_WITH -> WalkStep.SHARES;
                case MEMBER_OF -> null;
            };
        }

        private static @Nullable WalkStep backward(TieTableBuilder ties, int place) {
            return switch (ties.type(place)) {
                case SUPPLIES -> null;
                case OWNS -> isMinor(ties, place) ? WalkStep.MINOR_UP : WalkStep.OWNS_UP;
                case PARTNERS_WITH -> WalkStep.PARTNERS_BACK;
                case SHARES_NETWORK_WITH -> WalkStep.SHARES_BACK;
                case MEMBER_OF -> WalkStep.MEMBER_BACK;
            };
        }

        private static boolean isMinor(TieTableBuilder ties, int place) {
            return ties.percent[place] < MINOR;
        }
    }
}

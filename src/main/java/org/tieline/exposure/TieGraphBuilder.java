package org.tieline.exposure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tieline.model.Day;
import org.tieline.model.Evidence;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.PartialDate;
import org.tieline.model.Source;
import org.tieline.model.Tie;
import org.tieline.model.TieType;

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
    private final List<PendingTie> pending = new ArrayList<>();

    /** A tie whose ends are numbered by arrival and whose sources are numbered. */
    record PendingTie(
            String id,
            int from,
            TieType type,
            int to,
            PartialDate since,
            PartialDate until,
            char percent,
            byte segments,
            byte generations,
            Evidence evidence,
            int[] sources) {}

    TieGraphBuilder() {}

    /** @throws IllegalArgumentException if there is one with this id already */
    public TieGraphBuilder add(Organization organization) {
        if (arrivalOf.putIfAbsent(organization.id(), organizations.size()) != null) {
            throw new IllegalArgumentException("there are two organizations with the id " + organization.id());
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
     * Adds a tie. A source that was not added counts as one without a date.
     *
     * @throws IllegalArgumentException if one of its ends was not added
     */
    public TieGraphBuilder add(Tie tie) {
        int[] sources = new int[tie.sources().size()];
        for (int i = 0; i < sources.length; i++) {
            sources[i] = addSource(tie.sources().get(i), null);
        }
        byte segments = 0;
        for (var segment : tie.segment()) {
            segments |= (byte) (1 << segment.ordinal());
        }
        byte generations = 0;
        for (var generation : tie.generation()) {
            generations |= (byte) (1 << generation.ordinal());
        }
        char percent = tie.percent() == null
                ? TieTable.UNKNOWN_STAKE
                : (char) tie.percent().movePointRight(2).intValueExact();
        pending.add(new PendingTie(
                tie.id(),
                arrival("from", tie.from(), tie),
                tie.type(),
                arrival("to", tie.to(), tie),
                tie.since(),
                tie.until(),
                percent,
                segments,
                generations,
                tie.evidence(),
                sources));
        return this;
    }

    private int addSource(String id, PartialDate date) {
        Integer known = sourceOf.putIfAbsent(id, sourceIds.size());
        if (known != null) {
            return known;
        }
        published.add(date);
        sourceIds.add(id);
        return sourceIds.size() - 1;
    }

    private int arrival(String end, String organization, Tie tie) {
        Integer arrival = arrivalOf.get(organization);
        if (arrival == null) {
            throw new IllegalArgumentException(
                    "%s of tie %s names no organization of this graph: %s".formatted(end, tie.id(), organization));
        }
        return arrival;
    }

    /**
     * Packs what was added. Of several ties with one id the first that was added is kept.
     *
     * @param duplicate told the id of each tie that is left out
     */
    public TieGraph build(Consumer<String> duplicate) {
        PendingTie[] sorted = withoutDuplicates(duplicate);
        String[] ids = new String[organizations.size()];
        int[] numberOf = new int[organizations.size()];
        int[] kindStart = numberOrganizations(ids, numberOf);
        TieTable table = fillTable(sorted);
        Rows rows = new Rows(sorted, table, numberOf, kindStart[1]);
        return new TieGraph(
                ids,
                kindStart,
                rows.offsets,
                rows.rows,
                rows.tieOfRow,
                table,
                sourceIds.toArray(String[]::new),
                published.toArray(PartialDate[]::new));
    }

    /** By id; the sort is stable, so the first that was added comes first. */
    private PendingTie[] withoutDuplicates(Consumer<String> duplicate) {
        PendingTie[] sorted = pending.toArray(PendingTie[]::new);
        Arrays.parallelSort(sorted, Comparator.comparing(PendingTie::id));
        int kept = 0;
        for (PendingTie tie : sorted) {
            if (kept > 0 && tie.id().equals(sorted[kept - 1].id())) {
                duplicate.accept(tie.id());
            } else {
                sorted[kept++] = tie;
            }
        }
        return Arrays.copyOf(sorted, kept);
    }

    /** Fills the ids by number and the numbers by arrival, and returns where each kind starts. */
    private int[] numberOrganizations(String[] ids, int[] numberOf) {
        EnumMap<OrganizationKind, List<String>> byKind = new EnumMap<>(OrganizationKind.class);
        TieGraph.KINDS.forEach(kind -> byKind.put(kind, new ArrayList<>()));
        organizations.forEach(organization -> byKind.get(organization.kind()).add(organization.id()));
        int[] kindStart = new int[TieGraph.KINDS.size() + 1];
        int number = 0;
        for (int kind = 0; kind < TieGraph.KINDS.size(); kind++) {
            kindStart[kind] = number;
            List<String> members = byKind.get(TieGraph.KINDS.get(kind));
            members.sort(null);
            for (String id : members) {
                ids[number] = id;
                numberOf[arrivalOf.get(id)] = number;
                number++;
            }
        }
        kindStart[TieGraph.KINDS.size()] = number;
        return kindStart;
    }

    private TieTable fillTable(PendingTie[] sorted) {
        int references = 0;
        int idLength = 0;
        for (PendingTie tie : sorted) {
            references += tie.sources().length;
            idLength += tie.id().length();
        }
        TieTable table = new TieTable(sorted.length, references, idLength);
        int[] publishedBy = new int[published.size()];
        for (int source = 0; source < publishedBy.length; source++) {
            PartialDate date = published.get(source);
            publishedBy[source] = date == null ? -1 : Day.bound(date.lastDay());
        }
        for (int tie = 0; tie < sorted.length; tie++) {
            table.set(tie, sorted[tie]);
            setBounds(table, tie, sorted[tie], publishedBy);
        }
        return table;
    }

    /** @param publishedBy the day by which each source was out, -1 for a source without a date */
    private static void setBounds(TieTable table, int tie, PendingTie pending, int[] publishedBy) {
        PartialDate since = pending.since();
        PartialDate until = pending.until();
        int possibleFrom = since == null ? Day.FIRST : Day.bound(since.firstDay());
        int firstPublished = Day.OPEN;
        int knownFrom = Day.OPEN;
        for (int source : pending.sources()) {
            int day = publishedBy[source];
            if (day >= 0) {
                firstPublished = Math.min(firstPublished, day);
            }
            knownFrom = Math.min(knownFrom, day >= 0 ? day : possibleFrom);
        }
        table.possibleFrom[tie] = (char) possibleFrom;
        table.certainFrom[tie] = (char) (since == null ? firstPublished : Day.bound(since.lastDay()));
        table.certainTo[tie] = (char) (until == null ? Day.OPEN : Day.bound(until.firstDay()));
        table.possibleTo[tie] =
                (char) (until == null ? Day.OPEN : Day.bound(until.isFullDate() ? until.firstDay() : until.dayAfter()));
        table.knownFrom[tie] = (char) knownFrom;
    }

    /** The rows of all organizations; those of one organization are in ascending order of ties. */
    private static final class Rows {
        private static final char MINOR = (char) (SearchOptions.DEFAULT_MIN_STAKE * 100);

        final int[] offsets;
        final long[] rows;
        final int[] tieOfRow;

        /** @param vendorEnd organizations with a lower number are vendors */
        Rows(PendingTie[] sorted, TieTable table, int[] numberOf, int vendorEnd) {
            int[] count = new int[numberOf.length + 1];
            for (PendingTie tie : sorted) {
                if (forward(tie, false) != null) {
                    count[numberOf[tie.from()] + 1]++;
                }
                if (backward(tie) != null) {
                    count[numberOf[tie.to()] + 1]++;
                }
            }
            Arrays.parallelPrefix(count, Integer::sum);
            offsets = count;
            rows = new long[offsets[numberOf.length]];
            tieOfRow = new int[rows.length];
            int[] next = Arrays.copyOf(offsets, numberOf.length);
            for (int tie = 0; tie < sorted.length; tie++) {
                PendingTie pending = sorted[tie];
                int from = numberOf[pending.from()];
                int to = numberOf[pending.to()];
                put(next, from, forward(pending, to < vendorEnd), to, tie, table);
                put(next, to, backward(pending), from, tie, table);
            }
        }

        private void put(int[] next, int source, Step step, int target, int tie, TieTable table) {
            if (step == null) {
                return;
            }
            boolean denied = table.isDenied(tie);
            int at = next[source]++;
            rows[at] = TieGraph.row(
                    step,
                    target,
                    denied ? Day.OPEN : table.possibleFrom[tie],
                    denied ? Day.FIRST : table.possibleTo[tie]);
            tieOfRow[at] = tie;
        }

        private static Step forward(PendingTie tie, boolean toVendor) {
            return switch (tie.type()) {
                case SUPPLIES -> toVendor ? Step.SUPPLIES_VENDOR : Step.SUPPLIES_CUSTOMER;
                case OWNS -> isMinor(tie) ? Step.MINOR_DOWN : Step.OWNS_DOWN;
                case PARTNERS_WITH -> Step.PARTNERS;
                case SHARES_NETWORK_WITH -> Step.SHARES;
                case MEMBER_OF -> null;
            };
        }

        private static Step backward(PendingTie tie) {
            return switch (tie.type()) {
                case SUPPLIES -> null;
                case OWNS -> isMinor(tie) ? Step.MINOR_UP : Step.OWNS_UP;
                case PARTNERS_WITH -> Step.PARTNERS_BACK;
                case SHARES_NETWORK_WITH -> Step.SHARES_BACK;
                case MEMBER_OF -> Step.MEMBER_BACK;
            };
        }

        private static boolean isMinor(PendingTie tie) {
            return tie.percent() < MINOR;
        }
    }
}

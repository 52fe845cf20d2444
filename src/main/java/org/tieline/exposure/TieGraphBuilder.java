package org.tieline.exposure;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.column.CodeColumn;
import org.tieline.exposure.column.IdIndex;
import org.tieline.exposure.column.IdOrder;
import org.tieline.exposure.column.IdTable;
import org.tieline.exposure.column.ValueTables;
import org.tieline.model.Day;
import org.tieline.model.InvalidValue;
import org.tieline.model.Organization;
import org.tieline.model.PartialDate;
import org.tieline.model.Source;
import org.tieline.model.Tie;
import org.tieline.model.TieType;

/**
 * Collects facts and packs them into a {@link TieGraph}. Organizations and sources come before the ties that name them.
 * Not for use by several threads, and for one graph.
 */
public final class TieGraphBuilder {
    private final ValueTables values = new ValueTables();
    private final TieTableBuilder ties = new TieTableBuilder(values);

    /** By arrival, as are the kinds and lives. */
    private final IdIndex organizations = new IdIndex();

    private final CodeColumn kinds = new CodeColumn();
    private final CodeColumn lives = new CodeColumn();

    /** By arrival, as are the codes of their dates. */
    private final IdIndex sources = new IdIndex();

    private final CodeColumn published = new CodeColumn();

    TieGraphBuilder() {}

    /** @throws InvalidValue if there is one with this id already */
    public TieGraphBuilder add(Organization organization) {
        if (organizations.add(organization.id()) < 0) {
            throw new InvalidValue("id", organization.id(), "must be that of one organization alone");
        }
        kinds.add(TieGraph.KINDS.indexOf(organization.kind()));
        lives.add(values.lives().code(KnownDates.Life.of(organization)));
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
        return add(tie, arrival("from", tie.from()), arrival("to", tie.to()));
    }

    /**
     * Adds a tie whose ends need not be looked up.
     *
     * @param from the place of its start in the order in which organizations were added, from 0
     * @param to the place of its end
     */
    public TieGraphBuilder add(Tie tie, int from, int to) {
        int[] numbers = new int[tie.sources().size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = addSource(tie.sources().get(i), null);
        }
        ties.add(tie, from, to, numbers);
        return this;
    }

    private int addSource(String id, @Nullable PartialDate date) {
        int number = sources.add(id);
        if (number < 0) {
            return -1 - number;
        }
        published.add(values.dates().code(date));
        return number;
    }

    private int arrival(String end, String organization) {
        int arrival = organizations.find(organization);
        if (arrival < 0) {
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
        return build(duplicate, RowPage.MOST_ROWS, false);
    }

    /**
     * The same in pages of another size.
     *
     * @param mostRows the most rows of a page
     * @param far whether targets have more bits than a row, however many organizations there are
     */
    TieGraph build(Consumer<String> duplicate, int mostRows, boolean far) {
        PackedWidths.require("organization", organizations.size(), TieGraph.MOST_ORGANIZATIONS);
        IdTable arrived = organizations.table();
        int[] kindStart = new int[TieGraph.KINDS.size() + 1];
        int[] order = byKind(IdOrder.of(arrived, none -> {}), kindStart);
        PackedWidths.require("vendor and carrier", kindStart[2], TieGraph.MOST_CARRIERS);
        IdTable arrivedSources = sources.table();
        int[] sourceOrder = IdOrder.of(arrivedSources, none -> {});
        int[] numberOf = inverse(order);
        int[] sourceNumberOf = inverse(sourceOrder);
        TieTable table = ties.build(duplicate, arrival -> numberOf[arrival], arrival -> sourceNumberOf[arrival]);
        CodeColumn livesByNumber = lives.gathered(order);
        Rows rows = new Rows(
                table,
                organization -> livesByNumber.get(organization),
                order.length,
                kindStart[1],
                mostRows,
                far || RowPage.isFar(order.length));
        return new TieGraph(
                arrived.gathered(order),
                kindStart,
                livesByNumber,
                rows.pages,
                rows.shift,
                table,
                arrivedSources.gathered(sourceOrder),
                List.of(),
                published.gathered(sourceOrder));
    }

    /** Puts what is ordered by id in the order of kinds first, and fills in where each kind starts. */
    private int[] byKind(int[] byId, int[] kindStart) {
        for (int arrival : byId) {
            kindStart[kinds.get(arrival) + 1]++;
        }
        Arrays.parallelPrefix(kindStart, Integer::sum);
        int[] next = kindStart.clone();
        int[] order = new int[byId.length];
        for (int arrival : byId) {
            order[next[kinds.get(arrival)]++] = arrival;
        }
        return order;
    }

    private static int[] inverse(int[] order) {
        int[] inverse = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            inverse[order[i]] = i;
        }
        return inverse;
    }

    /** The rows of all organizations; those of one organization are in ascending order of ties. */
    static final class Rows {
        private static final char MINOR = (char) (SearchOptions.DEFAULT_MIN_STAKE * 100);

        final RowPage[] pages;
        final int shift;
        private final TieTable ties;
        private final IntUnaryOperator lifeOf;

        /**
         * @param lifeOf gives the code of the life of an organization
         * @param organizations how many there are
         * @param vendorEnd organizations with a lower number are vendors
         * @param mostRows the most of a page
         * @param far see {@link RowPage#isFar}
         */
        Rows(TieTable ties, IntUnaryOperator lifeOf, int organizations, int vendorEnd, int mostRows, boolean far) {
            this.ties = ties;
            this.lifeOf = lifeOf;
            int[] counts = new int[organizations];
            for (int tie = 0; tie < ties.size(); tie++) {
                TieType type = ties.type(tie);
                if (type != TieType.MEMBER_OF) {
                    counts[ties.from(tie)]++;
                }
                if (type != TieType.SUPPLIES) {
                    counts[ties.to(tie)]++;
                }
            }
            shift = RowPage.shift(counts, mostRows);
            pages = RowPage.pages(counts, shift, far);
            int[] next = counts;
            for (RowPage page : pages) {
                System.arraycopy(page.offsets, 0, next, page.first, page.end() - page.first);
            }
            for (int tie = 0; tie < ties.size(); tie++) {
                int from = ties.from(tie);
                int to = ties.to(tie);
                put(next, from, forward(ties, tie, to < vendorEnd), to, tie);
                put(next, to, backward(ties, tie), from, tie);
            }
        }

        private void put(int[] next, int source, @Nullable WalkStep step, int target, int tie) {
            if (step != null) {
                long life = KnownDates.Life.common(life(source), life(target));
                set(pages[source >>> shift], next[source]++, step, target, tie, ties, life);
            }
        }

        /**
         * Fills a row.
         *
         * @param life of both organizations
         */
        static void set(RowPage page, int row, WalkStep step, int target, int tie, TieTable ties, long life) {
            if (ties.isDenied(tie)) {
                page.set(row, step, target, Day.OPEN, Day.FIRST, tie);
                return;
            }
            int from = Math.max(ties.possibleFrom(tie), KnownDates.Life.possibleFrom(life));
            // What begins too late to be asked about holds on no day, and must not look like a tie that is denied.
            int to = from == Day.OPEN ? Day.OPEN : Math.min(ties.possibleTo(tie), KnownDates.Life.possibleTo(life));
            page.set(row, step, target, from, to, tie);
        }

        private long life(int organization) {
            return ties.values.lives().value(lifeOf.applyAsInt(organization));
        }

        /** The step of a tie from where it starts; null if there is none. */
        static @Nullable WalkStep forward(TieTable ties, int tie, boolean toVendor) {
            return switch (ties.type(tie)) {
                case SUPPLIES -> toVendor ? WalkStep.SUPPLIES_VENDOR : WalkStep.SUPPLIES_CUSTOMER;
                case OWNS -> isMinor(ties, tie) ? WalkStep.MINOR_DOWN : WalkStep.OWNS_DOWN;
                case PARTNERS_WITH -> WalkStep.PARTNERS;
                case SHARES_NETWORK_WITH -> WalkStep.SHARES;
                case MEMBER_OF -> null;
            };
        }

        /** The step of a tie from where it ends; null if there is none. */
        static @Nullable WalkStep backward(TieTable ties, int tie) {
            return switch (ties.type(tie)) {
                case SUPPLIES -> null;
                case OWNS -> isMinor(ties, tie) ? WalkStep.MINOR_UP : WalkStep.OWNS_UP;
                case PARTNERS_WITH -> WalkStep.PARTNERS_BACK;
                case SHARES_NETWORK_WITH -> WalkStep.SHARES_BACK;
                case MEMBER_OF -> WalkStep.MEMBER_BACK;
            };
        }

        private static boolean isMinor(TieTable ties, int tie) {
            return ties.stake(tie) < MINOR;
        }
    }
}

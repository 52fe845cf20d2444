package org.tieline.exposure;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Day;

/** Decides in which lanes a row is walked. Knows nothing of states. */
final class LaneFilter {
    private final Lanes lanes;

    /** The question of the first lane; but for the day that of all, if {@link #filters} is null. */
    private final TieFilter filter;

    /** By lane; null if the questions differ in their days alone. */
    private final TieFilter @Nullable [] filters;

    private final boolean rowsDecide;
    private final boolean stepsDecide;

    /**
     * @param questions as many as there may be lanes, in ascending order of days
     * @param lanes become the days of the questions
     */
    LaneFilter(TieGraph graph, List<SearchOptions> questions, Lanes lanes) {
        this.lanes = lanes;
        lanes.set(questions.stream().map(SearchOptions::asOf).toList());
        SearchOptions first = questions.getFirst();
        filter = new TieFilter(graph, first);
        boolean alike = questions.stream()
                .allMatch(question -> question.withAsOf(first.asOf()).equals(first));
        filters = alike
                ? null
                : questions.stream()
                        .map(question -> new TieFilter(graph, question))
                        .toArray(TieFilter[]::new);
        rowsDecide = alike && filter.rowsDecide();
        stepsDecide = filter.stepsDecideStakes();
    }

    /** Whether the step says if its stake is large enough. */
    boolean stepsDecide() {
        return stepsDecide;
    }

    /** What the row itself says of its lanes; the others need not be asked about by {@link #walked}. */
    long byRow(long packed) {
        return rowsDecide ? lanes.of(packed) : -1L;
    }

    /** Those of some lanes, for which {@link #byRow} stands, in which a row of a tie is walked. */
    long walked(int tie, long some) {
        if (rowsDecide) {
            return stepsDecide || filter.stakeSuffices(tie) ? some : 0;
        }
        if (filters == null) {
            return filter.judge(tie, true) == TieFilter.Verdict.WALKED
                    ? some & lanes.between(filter.holdsFrom(tie), filter.holdsTo(tie))
                    : 0;
        }
        long walked = 0;
        for (long left = some; left != 0; left &= left - 1) {
            if (filters[Long.numberOfTrailingZeros(left)].judge(tie) == TieFilter.Verdict.WALKED) {
                walked |= Long.lowestOneBit(left);
            }
        }
        return walked;
    }

    /**
     * Days as the bits of a {@code long}, one lane a day, ascending from the lowest bit.
     *
     * <p>One bit stays unused, so that no shift goes as far as the width of a {@code long}, where Java would start again at 0.
     */
    static final class Lanes {
        /** The most days that fit. */
        static final int MOST = Long.SIZE - 1;

        /** How many of the days lie before each day that has a number. */
        private final byte[] before = new byte[Day.OPEN + 1];

        private int count;

        /** @param days ascending, at least one and at most {@link #MOST} */
        void set(List<LocalDate> days) {
            count = days.size();
            int from = 0;
            for (int lane = 0; lane < count; lane++) {
                int to = Day.of(days.get(lane)) + 1;
                Arrays.fill(before, from, to, (byte) lane);
                from = to;
            }
            Arrays.fill(before, from, before.length, (byte) count);
        }

        /** Every lane. */
        long all() {
            return (1L << count) - 1;
        }

        /** The lanes from one day up to another, exclusive; none if that is not later. */
        long between(int from, int to) {
            return -1L << before[from] & ~(-1L << before[to]);
        }

        /** The lanes on which the days of a row hold. */
        long of(long row) {
            return between((int) row >>> 16, (int) row & 0xFFFF);
        }
    }
}

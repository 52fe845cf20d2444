package org.tieline.exposure;

import java.util.List;

/** Decides in which lanes a row is walked. Knows nothing of states. */
final class LaneFilter {
    private final TieGraph graph;
    private final Lanes lanes;

    /** The question of the first lane; but for the day that of all, if {@link #filters} is null. */
    private final TieFilter filter;

    /** By lane; null if the questions differ in their days alone. */
    private final TieFilter[] filters;

    private final boolean rowsDecide;
    private final boolean stepsDecide;

    /**
     * @param questions as many as there may be lanes, in ascending order of days
     * @param lanes become the days of the questions
     */
    LaneFilter(TieGraph graph, List<SearchOptions> questions, Lanes lanes) {
        this.graph = graph;
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

    /** Those of some lanes, for which {@link #byRow} stands, in which a row is walked. */
    long walked(int row, long some) {
        if (rowsDecide) {
            return stepsDecide || filter.stakeSuffices(graph.tieOfRow[row]) ? some : 0;
        }
        int tie = graph.tieOfRow[row];
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
}

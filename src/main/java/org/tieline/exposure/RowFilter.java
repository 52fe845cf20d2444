package org.tieline.exposure;

import java.util.BitSet;
import org.tieline.exposure.path.LeftOut;

/** Decides for one question which rows are walked, and counts the ties that were wanted and are not. */
final class RowFilter {
    private final TieGraph graph;
    private final TieFilter filter;
    private final int asOf;
    private final boolean rowsDecide;
    private final boolean stepsDecide;

    /** By ordinal of the step: whether its type is wanted. */
    private final boolean[] open = new boolean[WalkStep.values().length];

    /** The ties that were left out. */
    private final BitSet judged = new BitSet();

    /** By ordinal of {@link TieFilter.Verdict}. */
    private final int[] leftOut = new int[TieFilter.Verdict.values().length];

    RowFilter(TieGraph graph, TieFilter filter, SearchOptions options) {
        this.graph = graph;
        this.filter = filter;
        asOf = filter.asOf();
        rowsDecide = filter.rowsDecide();
        stepsDecide = filter.stepsDecideStakes();
        for (WalkStep step : WalkStep.values()) {
            open[step.ordinal()] = options.ties().contains(step.type());
        }
    }

    /** Whether the type of a row is one of those that are walked. */
    boolean isOpen(int row) {
        return open[TieGraph.step(graph.rows[row]).ordinal()];
    }

    /** Whether the options let a row of such a type be walked. */
    boolean passes(int row) {
        int tie = graph.tieOfRow[row];
        if (!rowsDecide) {
            return filter.judge(tie) == TieFilter.Verdict.WALKED;
        }
        long packed = graph.rows[row];
        return TieGraph.misses(packed, asOf) == 0
                && (stepsDecide ? !TieGraph.step(packed).isMinorStake() : filter.stakeSuffices(tie));
    }

    /** What is made of the tie of a row that does not pass; asks the row alone where that knows. */
    TieFilter.Verdict verdict(int row) {
        if (!rowsDecide) {
            return filter.judge(graph.tieOfRow[row]);
        }
        long packed = graph.rows[row];
        if (TieGraph.isDenied(packed)) {
            return TieFilter.Verdict.DENIED;
        }
        return TieGraph.misses(packed, asOf) != 0 ? TieFilter.Verdict.OUTSIDE_TIME : TieFilter.Verdict.BELOW_MIN_STAKE;
    }

    /** As {@link #passes}; counts the tie if it does not. */
    boolean passesOrCounts(int row) {
        if (passes(row)) {
            return true;
        }
        int tie = graph.tieOfRow[row];
        if (!judged.get(tie)) {
            judged.set(tie);
            leftOut[filter.judge(tie).ordinal()]++;
        }
        return false;
    }

    LeftOut leftOut() {
        return TieFilter.Verdict.leftOut(leftOut);
    }
}

package org.tieline.exposure;

import java.util.BitSet;
import org.tieline.exposure.path.LeftOut;

/** Decides for one question which rows are walked, and counts the ties that were wanted and are not. */
final class RowFilter {
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

    RowFilter(TieFilter filter, SearchOptions options) {
        this.filter = filter;
        asOf = filter.asOf();
        rowsDecide = filter.rowsDecide();
        stepsDecide = filter.stepsDecideStakes();
        for (WalkStep step : WalkStep.values()) {
            open[step.ordinal()] = options.ties().contains(step.type());
        }
    }

    /** Whether the type of a row is one of those that are walked. */
    boolean isOpen(RowPage page, int row) {
        return open[page.step(row).ordinal()];
    }

    /** Whether the options let a row of such a type be walked. */
    boolean passes(RowPage page, int row) {
        int tie = page.tieOfRow[row];
        if (!rowsDecide) {
            return filter.judge(tie) == TieFilter.Verdict.WALKED;
        }
        long packed = page.rows[row];
        return RowPage.misses(packed, asOf) == 0
                && (stepsDecide ? !RowPage.step(packed).isMinorStake() : filter.stakeSuffices(tie));
    }

    /** What is made of the tie of a row that does not pass; asks the row alone where that knows. */
    TieFilter.Verdict verdict(RowPage page, int row) {
        if (!rowsDecide) {
            return filter.judge(page.tieOfRow[row]);
        }
        long packed = page.rows[row];
        if (RowPage.isDenied(packed)) {
            return TieFilter.Verdict.DENIED;
        }
        return RowPage.misses(packed, asOf) != 0 ? TieFilter.Verdict.OUTSIDE_TIME : TieFilter.Verdict.BELOW_MIN_STAKE;
    }

    /** As {@link #passes}; counts the tie if it does not. */
    boolean passesOrCounts(RowPage page, int row) {
        if (passes(page, row)) {
            return true;
        }
        int tie = page.tieOfRow[row];
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

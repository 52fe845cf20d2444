package org.tieline.exposure;

import java.util.BitSet;
import org.tieline.exposure.path.LeftOut;

/** Decides for one question which rows are walked, and counts the ties that were wanted and are not. */
final class RowFilter {
    private final TieFilter filter;
    private final int asOf;
    private final boolean rowsDecide;
    private final boolean stepsDecide;

    /** The steps whose type is wanted, as bits. */
    private final int open;

    /** The steps that say of themselves that they are not walked, as bits. */
    private final int closed;

    /** The ties that were left out. */
    private final BitSet judged = new BitSet();

    /** By ordinal of {@link TieFilter.Verdict}. */
    private final int[] leftOut = new int[TieFilter.Verdict.values().length];

    RowFilter(TieFilter filter, SearchOptions options) {
        this.filter = filter;
        asOf = filter.asOf();
        rowsDecide = filter.rowsDecide();
        stepsDecide = filter.stepsDecideStakes();
        int wanted = 0;
        int minor = 0;
        for (WalkStep step : WalkStep.values()) {
            wanted |= options.ties().contains(step.type()) ? step.bit() : 0;
            minor |= step.isMinorStake() ? step.bit() : 0;
        }
        open = wanted;
        closed = stepsDecide ? minor : 0;
    }

    /** The steps whose type is one of those that are walked, as bits. */
    int open() {
        return open;
    }

    /** Whether the type of a row is one of those that are walked. */
    boolean isOpen(RowPage page, int row) {
        return (open & page.step(row).bit()) != 0;
    }

    /** Whether the options let a row of such a type be walked. */
    boolean passes(RowPage page, int row) {
        if (!rowsDecide) {
            return filter.judge(page.tieOfRow[row]) == TieFilter.Verdict.WALKED;
        }
        return !saysNo(page.rows[row], -1) && (stepsDecide || filter.stakeSuffices(page.tieOfRow[row]));
    }

    /** Whether a row, if its step is one of some, is not walked. */
    boolean isLeftOut(RowPage page, int row, int steps) {
        return rowsDecide && stepsDecide
                ? saysNo(page.rows[row], steps)
                : (steps & page.step(row).bit()) != 0 && !passes(page, row);
    }

    /** Whether the step of a row is one of some and the row itself rules out that it is walked; without a branch. */
    private boolean saysNo(long packed, int steps) {
        int step = (int) (packed >>> 60);
        return (steps >>> step & (RowPage.misses(packed, asOf) >>> 31 | closed >>> step) & 1) != 0;
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

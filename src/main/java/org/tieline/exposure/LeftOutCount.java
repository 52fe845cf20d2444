package org.tieline.exposure;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.path.LeftOut;

/**
 * Counts what several searches on one graph with the same options left out, each tie once; safe for any number of threads.
 * The sum is the same whichever search tells of a tie first.
 */
public final class LeftOutCount {
    /** A bit for each tie that was counted; null before the first search. */
    private volatile @Nullable AtomicLongArray counted;

    /** By ordinal of {@link TieFilter.Verdict}. */
    private final AtomicIntegerArray counts = new AtomicIntegerArray(TieFilter.Verdict.values().length);

    /** Counts what a search left out; it must not be closed yet. */
    public void add(FoundExposures reach) {
        reach.countLeftOut(this);
    }

    /** What the searches would have walked but for their options, and why they did not. */
    public LeftOut total() {
        int[] sums = new int[counts.length()];
        for (int verdict = 0; verdict < sums.length; verdict++) {
            sums[verdict] = counts.get(verdict);
        }
        return TieFilter.Verdict.leftOut(sums);
    }

    private synchronized AtomicLongArray counted(int ties) {
        AtomicLongArray known = counted;
        if (known == null) {
            known = new AtomicLongArray((ties >>> 6) + 1);
            counted = known;
        }
        return known;
    }

    /** Whether nobody has counted a tie before. */
    private static boolean isFirst(AtomicLongArray counted, int tie) {
        int word = tie >>> 6;
        long bit = 1L << tie;
        return (counted.getOpaque(word) & bit) == 0
                && (counted.getAndAccumulate(word, bit, (known, more) -> known | more) & bit) == 0;
    }

    void add(TieGraph graph, TieFilter filter, SearchOptions options, SearchMemory found) {
        AtomicLongArray known = counted(graph.ties.size());
        RowFilter rows = new RowFilter(filter, options);
        int start = SearchMemory.organization(found.keys[0]);
        int expanded = found.levelEnds[Math.min(found.levels, options.maxHops()) - 1];
        for (int position = 0; position < expanded; position++) {
            if (position % ExposureSearch.LOOK_AHEAD == 0) {
                touchRows(graph, found, position, Math.min(expanded, position + ExposureSearch.LOOK_AHEAD));
            }
            int organization = SearchMemory.organization(found.keys[position]);
            WalkState state = WalkState.of(SearchMemory.state(found.keys[position]));
            if (state == WalkState.SHARED || position > 0 && graph.isGovernment(organization)) {
                continue;
            }
            RowPage page = graph.page(organization);
            int end = page.to(organization);
            for (int row = page.from(organization); row < end; row++) {
                if (rows.passes(page, row)) {
                    continue;
                }
                boolean leftOut =
                        rows.isOpen(page, row) && state.after(page.step(row)) != null && page.target(row) != start;
                int tie = page.tieOfRow[row];
                if (leftOut && isFirst(known, tie)) {
                    counts.incrementAndGet(rows.verdict(page, row).ordinal());
                }
            }
        }
    }

    /** Asks memory for the first row of each organization of a block before the first of them is worked on. */
    private static void touchRows(TieGraph graph, SearchMemory found, int from, int to) {
        long touched = 0;
        for (int position = from; position < to; position++) {
            int organization = SearchMemory.organization(found.keys[position]);
            RowPage page = graph.page(organization);
            int row = page.from(organization);
            if (row < page.rows.length) {
                touched += page.rows[row] + page.tieOfRow[row];
            }
        }
        found.touched = touched;
    }
}

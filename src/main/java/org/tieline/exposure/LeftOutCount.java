package org.tieline.exposure;

import java.util.BitSet;
import org.tieline.exposure.path.LeftOut;

/** Counts what several searches on one graph with the same options left out, each tie once. Not for several threads. */
public final class LeftOutCount {
    private final BitSet counted = new BitSet();

    /** By ordinal of {@link TieFilter.Verdict}. */
    private final int[] counts = new int[TieFilter.Verdict.values().length];

    /** Counts what a search left out; it must not be closed yet. */
    public void add(FoundExposures reach) {
        reach.countLeftOut(this);
    }

    /** What the searches would have walked but for their options, and why they did not. */
    public LeftOut total() {
        return TieFilter.Verdict.leftOut(counts);
    }

    void add(TieGraph graph, TieFilter filter, SearchOptions options, SearchMemory found) {
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
                if (leftOut && !counted.get(tie)) {
                    counted.set(tie);
                    counts[rows.verdict(page, row).ordinal()]++;
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

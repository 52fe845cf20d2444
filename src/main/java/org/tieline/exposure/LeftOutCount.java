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
        RowFilter rows = new RowFilter(graph, filter, options);
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
            for (int row = graph.offsets[organization]; row < graph.offsets[organization + 1]; row++) {
                if (rows.passes(row)) {
                    continue;
                }
                boolean leftOut = rows.isOpen(row)
                        && state.after(TieGraph.step(graph.rows[row])) != null
                        && TieGraph.target(graph.rows[row]) != start;
                int tie = graph.tieOfRow[row];
                if (leftOut && !counted.get(tie)) {
                    counted.set(tie);
                    counts[rows.verdict(row).ordinal()]++;
                }
            }
        }
    }

    /** Asks memory for the first row of each organization of a block before the first of them is worked on. */
    private static void touchRows(TieGraph graph, SearchMemory found, int from, int to) {
        long touched = 0;
        for (int position = from; position < to; position++) {
            int row = graph.offsets[SearchMemory.organization(found.keys[position])];
            if (row < graph.rows.length) {
                touched += graph.rows[row] + graph.tieOfRow[row];
            }
        }
        found.touched = touched;
    }
}

package org.tieline.exposure;

import java.util.BitSet;

/** Counts what several searches on one graph with the same options left out, each tie once. Not for several threads. */
public final class LeftOutCount {
    private final BitSet judged = new BitSet();

    /** By ordinal of {@link TieFilter.Verdict}. */
    private final int[] counts = new int[TieFilter.Verdict.values().length];

    /** Counts what a search left out that is not closed. */
    public void add(Reach reach) {
        reach.countLeftOut(judged, counts);
    }

    /** What the searches would have walked but for their options, and why they did not. */
    public LeftOut total() {
        return LeftOut.of(counts);
    }
}

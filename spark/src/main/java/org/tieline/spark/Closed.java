package org.tieline.spark;

import org.tieline.exposure.WalkState;

/** In which lanes it is pointless to reach one organization in a state, because it was reached before and can do as much from there. */
final class Closed {
    /** For each state those, as bits, that it makes pointless. */
    private static final int[] CLOSES = closes();

    private final long[] lanes = new long[CLOSES.length];

    private static int[] closes() {
        WalkState[] states = WalkState.values();
        int[] closes = new int[states.length];
        for (WalkState pointless : states) {
            for (WalkState by : states) {
                if ((pointless.supersededBy() & by.bit()) != 0) {
                    closes[by.ordinal()] |= pointless.bit();
                }
            }
        }
        return closes;
    }

    long in(int state) {
        return lanes[state];
    }

    /** The organization was reached in a state. */
    void close(int state, long reached) {
        for (int left = CLOSES[state]; left != 0; left &= left - 1) {
            lanes[Integer.numberOfTrailingZeros(left)] |= reached;
        }
    }
}

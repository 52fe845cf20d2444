package org.tieline.spark;

import java.util.Arrays;
import org.tieline.exposure.WalkState;

/** In which lanes it is pointless to reach one organization in a state, because it was reached before and can do as much from there. */
final class Closed {
    /** See {@link WalkState#supersedes}; by ordinal. */
    private static final int[] CLOSES =
            Arrays.stream(WalkState.values()).mapToInt(WalkState::supersedes).toArray();

    private final long[] lanes = new long[CLOSES.length];

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

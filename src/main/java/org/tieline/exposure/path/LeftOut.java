package org.tieline.exposure.path;

/**
 * Ties at the frontier of a search that its automaton would have taken and its options did not, each counted once, under
 * the first of these reasons that applies.
 *
 * @param denied the tie is denied
 * @param notKnown no source was out by {@code knownAt}
 * @param outsideTime it does not hold on {@code asOf} with the certainty that was asked for
 * @param weakEvidence its grade is below {@code minEvidence}
 * @param notEvidencedSince its newest source is older than {@code evidencedSince}, or none is dated
 * @param belowMinStake its stake is known and below {@code minStake}
 */
public record LeftOut(
        int denied, int notKnown, int outsideTime, int weakEvidence, int notEvidencedSince, int belowMinStake) {
    /** Nothing left out. */
    public static final LeftOut NONE = new LeftOut(0, 0, 0, 0, 0, 0);
}

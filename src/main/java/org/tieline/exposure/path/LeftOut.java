package org.tieline.exposure.path;



import org.tieline.exposure.TieFilter;



















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

    /** @param counts by ordinal of the verdict */
    static LeftOut of(int[] counts) {
        return new LeftOut(
                counts[TieFilter.Verdict.DENIED.ordinal()],
                counts[TieFilter.Verdict.NOT_KNOWN.ordinal()],
                counts[TieFilter.Verdict.OUTSIDE_TIME.ordinal()],
                counts[TieFilter.Verdict.WEAK_EVIDENCE.ordinal()],
                counts[TieFilter.Verdict.NOT_EVIDENCED_SINCE.ordinal()],
                counts[TieFilter.Verdict.BELOW_MIN_STAKE.ordinal()]);
    }
}

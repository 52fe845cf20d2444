package org.tieline.naming;

import java.util.List;

/**
 * What a look-up found.
 *
 * @param best one for each organization, at most {@link #MOST}; best first, those of equal score with the same country
 *     first, then by id
 * @param candidates how many organizations there are in all with {@link NameIndex#CANDIDATE} or more
 * @param total how many there are in all, hints among them
 */
public record NameCandidates(List<NameCandidate> best, int candidates, int total) {
    /** How many are spelled out. */
    public static final int MOST = 100;

    static final NameCandidates NONE = new NameCandidates(List.of(), 0, 0);

    /** The same as hints and nothing more. */
    NameCandidates asHints() {
        return new NameCandidates(
                best.stream()
                        .map(each -> each.withScore(Math.min(each.score(), NameIndex.CANDIDATE - 1)))
                        .toList(),
                0,
                total);
    }
}

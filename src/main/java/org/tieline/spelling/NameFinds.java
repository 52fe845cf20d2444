package org.tieline.spelling;

import java.util.List;

/**
 * What a look-up found.
 *
 * @param best one for each organization, at most {@link #MOST}; best first, those of equal score with the same country
 *     first, then by id
 * @param candidates how many organizations there are in all with {@link NameIndex#CANDIDATE} or more
 * @param total how many there are in all, hints among them
 */
public record NameFinds(List<NameCandidate> best, int candidates, int total) {
    /** How many are spelled out. */
    public static final int MOST = 100;

    static final NameFinds NONE = new NameFinds(List.of(), 0, 0);

    /** The same as hints and nothing more. */
    NameFinds asHints() {
        return new NameFinds(
                best.stream()
                        .map(each -> each.withScore(Math.min(each.score(), NameIndex.CANDIDATE - 1)))
                        .toList(),
                0,
                total);
    }
}

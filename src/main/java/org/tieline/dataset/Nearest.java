package org.tieline.dataset;

import java.util.Collection;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Finds the known word that an unknown one was probably meant to be.
 *
 * <p>It compares with every known word, and {@link #COMPARISONS} bounds how often in all, for a folder in which very many
 * references dangle; beyond that it finds nothing.
 */
final class Nearest {
    private static final long COMPARISONS = 50_000_000;
    private static final int FAR = 2;
    private static final LevenshteinDistance DISTANCE = new LevenshteinDistance(FAR);

    private long comparisons;

    /** The word at the least distance, the first in code-point order of several; empty if none is within two
     * edits, one for a word of up to four characters. */
    Optional<String> among(Collection<String> known, String unknown) {
        if (comparisons + known.size() > COMPARISONS) {
            return Optional.empty();
        }
        comparisons += known.size();
        String nearest = null;
        int least = Math.min(FAR, (unknown.length() + 1) / 3);
        for (String word : known) {
            if (Math.abs(word.length() - unknown.length()) > least) {
                continue;
            }
            int distance = DISTANCE.apply(unknown, word);
            if (distance < 0 || distance > least) {
                continue;
            }
            if (nearest == null || distance < least || word.compareTo(nearest) < 0) {
                nearest = word;
                least = distance;
            }
        }
        return Optional.ofNullable(nearest);
    }
}

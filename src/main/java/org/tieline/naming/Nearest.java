package org.tieline.naming;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The known words that somebody may have meant by an unknown one. */
public final class Nearest {
    /** The most words that are named. */
    public static final int MOST = 3;

    private static final int SHORTEST_BEGINNING = 3;
    private static final int LETTERS_PER_SLIP = 3;

    private Nearest() {}

    private record Near(String word, int slips) {}

    /**
     * Compares with every known word but the unknown one itself, which was refused for another reason if it is among them.
     *
     * @return at most three, closest first, those equally close in code-point order; words that begin with the unknown one, or that differ
     *     from it in about one letter of three at most; empty if there are none
     */
    public static List<String> among(Collection<String> known, String unknown) {
        int allowed = Math.max(1, (unknown.length() + 1) / LETTERS_PER_SLIP);
        LevenshteinDistance distance = new LevenshteinDistance(allowed);
        return known.stream()
                .filter(word -> !word.equals(unknown))
                .map(word -> new Near(word, slips(distance, allowed, unknown, word)))
                .filter(near -> near.slips >= 0)
                .sorted(Comparator.comparingInt(Near::slips).thenComparing(Near::word))
                .limit(MOST)
                .map(Near::word)
                .toList();
    }

    /** Letters to insert, delete or replace; one for all that was left out at the end; -1 if they are too many. */
    private static int slips(LevenshteinDistance distance, int allowed, String unknown, String word) {
        if (unknown.length() >= SHORTEST_BEGINNING && word.startsWith(unknown)) {
            return 1;
        }
        return Math.abs(word.length() - unknown.length()) > allowed ? -1 : distance.apply(unknown, word);
    }
}

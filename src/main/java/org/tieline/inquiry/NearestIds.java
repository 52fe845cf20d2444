package org.tieline.inquiry;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds ids that someone may have meant. */
final class NearestIds {
    private static final int MOST = 3;

    private NearestIds() {}

    private record Near(String id, int distance) {}

    /** At most three ids that begin with what was given or differ from it in few characters, closest first. */
    static List<String> of(String given, Collection<String> ids) {
        int allowed = Math.max(2, given.length() / 3);
        LevenshteinDistance levenshtein = new LevenshteinDistance(allowed);
        return ids.stream()
                .map(id -> new Near(id, distance(levenshtein, given, id)))
                .filter(near -> near.distance >= 0)
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::id))
                .limit(MOST)
                .map(Near::id)
                .toList();
    }

    /** Minus one if they have little in common. */
    private static int distance(LevenshteinDistance levenshtein, String given, String id) {
        if (given.length() >= 3 && id.startsWith(given)) {
            return 1;
        }
        return levenshtein.apply(given, id);
    }
}

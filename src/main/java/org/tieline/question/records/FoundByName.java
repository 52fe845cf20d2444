package org.tieline.question.records;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tieline.naming.NameCandidate;
import org.tieline.naming.NameIndex;
import org.tieline.naming.fulltext.SearchHit;
import org.tieline.question.Snapshot;

/**
 * What a search finds: whatever a screening of the same text would find, however it is written, and what the full-text index
 * finds by parts of words.
 */
final class FoundByName {
    /** From here up a hit is what was looked for. */
    private static final double MEANT = 3;

    /** From here up a hit has words of what was looked for. */
    private static final double PART = 1;

    /** The score of who has an identifier today. */
    static final double BEST = 4;

    /** The score of who had it. */
    private static final double HAD = 3;

    private FoundByName() {}

    /**
     * Those who have or had an identifier before those whose names are like it; who has it today before who had it.
     *
     * @param limit 1 or more
     * @throws org.tieline.model.TielineException.BadQuestion as {@link #in}
     */
    static List<SearchHit> orIdentifier(Snapshot snapshot, String text, int limit) {
        List<SearchHit> named = in(snapshot, text, limit);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Map<String, SearchHit> hits = new LinkedHashMap<>();
        snapshot.names().identifiers().called(text).stream()
                .map(each -> new SearchHit(
                        each.organization(),
                        snapshot.organization(each.organization()).name(),
                        each.text(),
                        each.holds(today, null) ? BEST : HAD))
                .sorted(Comparator.comparingDouble(SearchHit::score).reversed().thenComparing(SearchHit::id))
                .forEach(hit -> hits.putIfAbsent(hit.id(), hit));
        named.forEach(hit -> hits.putIfAbsent(hit.id(), hit));
        return hits.values().stream().limit(limit).toList();
    }

    /**
     * The best hits, best first, equally good ones by id.
     *
     * @param limit 1 or more
     * @throws org.tieline.model.TielineException.BadQuestion if the text is too long or has nothing in it
     */
    static List<SearchHit> in(Snapshot snapshot, String text, int limit) {
        Map<String, SearchHit> hits = new HashMap<>();
        snapshot.names().search(text, limit).forEach(hit -> hits.put(hit.id(), hit));
        for (NameCandidate found : snapshot.names().index().find(text, null).best()) {
            if (found.score() >= NameIndex.CANDIDATE) {
                String name = snapshot.organization(found.id()).name();
                SearchHit hit = new SearchHit(found.id(), name, found.matched(), score(found.score()));
                hits.merge(found.id(), hit, (one, other) -> one.score() >= other.score() ? one : other);
            }
        }
        return hits.values().stream()
                .sorted(Comparator.comparingDouble(SearchHit::score).reversed().thenComparing(SearchHit::id))
                .limit(limit)
                .toList();
    }

    /** From the scale of candidates to that of hits. */
    private static double score(int score) {
        return score >= NameIndex.SURE
                ? MEANT + score / 101.0
                : PART + (double) (score - NameIndex.CANDIDATE) / (NameIndex.SURE - NameIndex.CANDIDATE);
    }
}

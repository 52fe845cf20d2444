package org.tieline.graph.bolt;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.tieline.graph.FactRows;

/**
 * What one kind of fact needs so that the graph says the same as a data set.
 *
 * @param wanted the facts to write, new ones and different ones
 * @param outdated ids of those among them that are there already
 * @param obsolete ids that a former load wrote and that the data set no longer has
 */
record Difference<T>(List<T> wanted, List<String> outdated, List<String> obsolete, int unchanged) {
    static final long BY_HAND = 0;
    static final long INCOMPLETE = 1;

    /**
     * Compares.
     *
     * @param existing fingerprints in the graph by id; {@link #BY_HAND} for what was made by hand, {@link #INCOMPLETE} for
     *     what a load wrote and somebody tore apart
     * @param facts the facts of the data set
     */
    static <T> Difference<T> between(
            Map<String, Long> existing, List<T> facts, Function<T, String> id, Function<T, Map<String, Object>> row) {
        List<T> wanted = new ArrayList<>();
        List<String> outdated = new ArrayList<>();
        Set<String> known = HashSet.newHashSet(facts.size());
        for (T fact : facts) {
            String factId = id.apply(fact);
            known.add(factId);
            Long fingerprint = existing.get(factId);
            if (fingerprint == null) {
                wanted.add(fact);
            } else if (fingerprint == BY_HAND
                    || fingerprint == INCOMPLETE
                    || fingerprint != FactRows.fingerprint(row.apply(fact))) {
                wanted.add(fact);
                outdated.add(factId);
            }
        }
        List<String> obsolete = existing.entrySet().stream()
                .filter(entry -> entry.getValue() != BY_HAND && !known.contains(entry.getKey()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        return new Difference<>(wanted, outdated, obsolete, facts.size() - wanted.size());
    }

    /** As counts, when {@code kept} of the obsolete ones stayed. */
    LoadReport.Changes changes(int kept) {
        return new LoadReport.Changes(
                wanted.size() - outdated.size(), outdated.size(), obsolete.size() - kept, unchanged);
    }
}

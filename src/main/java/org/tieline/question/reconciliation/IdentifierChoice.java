package org.tieline.question.reconciliation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tieline.model.InvalidValue;
import org.tieline.question.Snapshot;
import org.tieline.question.parameter.IdentifierText;

/**
 * The one of several identifiers by which an organization is looked for.
 *
 * @param identifier the first that somebody has on the day, else the first; null if there is none
 * @param holders the ids of all organizations that have one of them; two or more contradict each other
 */
record IdentifierChoice(@Nullable String identifier, List<String> holders) {
    static IdentifierChoice of(Snapshot snapshot, Collection<String> identifiers, LocalDate today) {
        Map<String, List<String>> holders = new LinkedHashMap<>();
        identifiers.forEach(text -> holders.put(text, holders(snapshot, text, today)));
        TreeSet<String> all = new TreeSet<>();
        holders.values().forEach(all::addAll);
        String first = holders.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(identifiers.stream().findFirst().orElse(null));
        return new IdentifierChoice(first, List.copyOf(all));
    }

    /** None for one that cannot be read; whoever looks for it says so. */
    private static List<String> holders(Snapshot snapshot, String text, LocalDate today) {
        try {
            return snapshot.names()
                    .identifiers()
                    .holders(IdentifierText.parse(text).toString(), today, null);
        } catch (InvalidValue e) {
            return List.of();
        }
    }
}

package org.tieline.question.events;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * That a fact is on record otherwise than before.
 *
 * @param key its kind and its id
 * @param before its text before; null if it was not on record
 * @param there whether it is on record after
 * @param fields the names of what it says otherwise, where it was and is on record; else empty
 */
record MovedFact(String key, @Nullable String before, boolean there, List<String> fields) {
    /** What says how well a fact is known, and not what it is. */
    private static final Set<String> OF_KNOWLEDGE = Set.of(
            "sources", "verified", "evidence", "share", "shareOn", "summary", "publisher", "title", "url", "published");

    /** Whether only how well it is known differs. */
    boolean isOfKnowledge() {
        return !fields.isEmpty() && OF_KNOWLEDGE.containsAll(fields);
    }

    boolean isAdded() {
        return before == null;
    }
}

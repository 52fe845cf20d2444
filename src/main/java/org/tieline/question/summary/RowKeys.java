package org.tieline.question.summary;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.path.Relation;
import org.tieline.model.Country;
import org.tieline.model.Term;
import org.tieline.question.Snapshot;

/** What the rows of a summary are called, and in which order they stand. */
final class RowKeys {
    private RowKeys() {}

    /** By key, relations in their order; carriers that are in no country or bloc come last. */
    static Comparator<String> order(SummaryBy by) {
        return by == SummaryBy.RELATION
                ? Comparator.comparing(word -> Term.parse(Relation.class, word))
                : Comparator.nullsLast(Comparator.naturalOrder());
    }

    /** Null where there is no key. */
    static @Nullable String name(Snapshot snapshot, SummaryBy by, String key) {
        return key == null
                ? null
                : switch (by) {
                    case COUNTRY, BLOC -> Country.english(key);
                    case VENDOR -> snapshot.organization(key).name();
                    case RELATION -> key;
                };
    }
}

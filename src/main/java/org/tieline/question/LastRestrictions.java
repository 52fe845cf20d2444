package org.tieline.question;

import java.time.LocalDate;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tieline.restriction.Restrictions;

/** The restrictions of the day that was asked about last: most ask about today, and each ban's standing is worked out anew. */
final class LastRestrictions {
    private record OfDay(LocalDate asOf, @Nullable LocalDate knownAt, Restrictions restrictions) {
        boolean isOf(LocalDate day, @Nullable LocalDate known) {
            return asOf.equals(day) && Objects.equals(knownAt, known);
        }
    }

    private volatile @Nullable OfDay last;

    /** Asks again, of another snapshot, what was asked here last. */
    void repeat(BiFunction<LocalDate, @Nullable LocalDate, Restrictions> other) {
        OfDay known = last;
        if (known != null) {
            other.apply(known.asOf(), known.knownAt());
        }
    }

    Restrictions of(LocalDate asOf, @Nullable LocalDate knownAt, Supplier<Restrictions> made) {
        OfDay known = last;
        if (known == null || !known.isOf(asOf, knownAt)) {
            known = new OfDay(asOf, knownAt, made.get());
            last = known;
        }
        return known.restrictions();
    }
}

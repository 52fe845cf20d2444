package org.tieline.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * That a country belongs to a bloc whose measures apply in it. Its days are known, so it has no dates of reduced precision.
 *
 * @param bloc the code of the bloc, {@code EU}
 * @param country ISO 3166-1 alpha-2 code, or {@code XK}
 * @param since the first day; null in a graph where it cannot be read, and then it holds from ever
 * @param until the first day on which the country no longer belongs to it; null if no end is on record
 * @param sources ids of the sources that state it; empty in a graph where they cannot be read
 */
public record Membership(
        String bloc,
        String country,
        @Nullable LocalDate since,
        @Nullable LocalDate until,
        List<String> sources) {
    /** @throws InvalidValue naming the field, its value and what would be right */
    public Membership {
        FieldCheck.country("bloc", bloc);
        FieldCheck.country("country", country);
        if (country.equals(bloc)) {
            throw new InvalidValue("country", country, "must be another one than bloc");
        }
        if (since != null && until != null && !until.isAfter(since)) {
            throw new InvalidValue("until", until, "must be after since (%s)".formatted(since));
        }
        sources = List.copyOf(sources);
    }

    /**
     * This membership, if it has all that a data set must say of one.
     *
     * @throws InvalidValue if it has no first day or no sources
     */
    public Membership complete() {
        if (since == null) {
            throw new InvalidValue("since", null, "must be given");
        }
        if (sources.isEmpty()) {
            throw new InvalidValue("sources", null, "must name at least one source");
        }
        return this;
    }

    /** @throws InvalidValue if this is no code of a country or a bloc */
    public static void requireCode(String field, @Nullable String code) {
        FieldCheck.country(field, code);
    }

    /** What no two memberships of a data set share: bloc, country and first day, with a space between them. */
    public String key() {
        return "%s %s %s".formatted(bloc, country, since);
    }

    /** Whether some day belongs to both, of one country in one bloc. */
    public boolean overlaps(Membership other) {
        return bloc.equals(other.bloc)
                && country.equals(other.country)
                && beginsBefore(other.since, until)
                && beginsBefore(since, other.until);
    }

    private static boolean beginsBefore(@Nullable LocalDate since, @Nullable LocalDate end) {
        return since == null || end == null || since.isBefore(end);
    }

    /**
     * Whether it holds on a day, as far as was known by another. An end that still lay ahead then was not known; a
     * membership that began only later was not either.
     *
     * @param knownAt null for everything on record
     */
    public boolean holds(LocalDate asOf, @Nullable LocalDate knownAt) {
        Objects.requireNonNull(asOf);
        boolean endKnown = until != null && (knownAt == null || !until.isAfter(knownAt));
        return (since == null || !asOf.isBefore(since))
                && (since == null || knownAt == null || !since.isAfter(knownAt))
                && (!endKnown || asOf.isBefore(until));
    }
}

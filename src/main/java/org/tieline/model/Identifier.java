package org.tieline.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a register calls an organization, as long as it does.
 *
 * @param organization the id of the organization that it identifies
 * @param scheme the register
 * @param value what the register calls it, in the form of the scheme
 * @param since when it began to mean this organization; null if no source says
 * @param until the first day on which it no longer does; null if no end is on record
 * @param sources ids of the sources that state it; may be empty in a graph where they cannot be read
 */
public record Identifier(
        String organization,
        IdentifierScheme scheme,
        String value,
        @Nullable PartialDate since,
        @Nullable PartialDate until,
        List<String> sources) {
    /** @throws InvalidValue naming the field, its value and what would be right */
    public Identifier {
        FieldCheck.id("organization", organization);
        Objects.requireNonNull(scheme, "scheme");
        scheme.require(value);
        if (since != null && until != null && !until.overBy().isAfter(since.firstDay())) {
            throw new InvalidValue("until", until, "must be after since (%s)".formatted(since));
        }
        sources = List.copyOf(sources);
    }

    /**
     * This identifier, if it has all that a data set must say of one.
     *
     * @throws InvalidValue if it has no sources
     */
    public Identifier complete() {
        if (sources.isEmpty()) {
            throw new InvalidValue("sources", null, "must name at least one source");
        }
        return this;
    }

    /** Scheme and value as they are written in place of an id, {@code lei:5493…}. */
    public String text() {
        return scheme.text() + ":" + value;
    }

    /** What no two identifiers of a data set share: organization, scheme, value and first day, with a space between them. */
    public String key() {
        return "%s %s %s %s".formatted(organization, scheme.text(), value, since == null ? "" : since);
    }

    /**
     * Whether it means the organization on a day, possibly.
     *
     * @param knownAt null for everything on record; a later beginning or end is not known then
     */
    public boolean holds(LocalDate asOf, @Nullable LocalDate knownAt) {
        boolean begun = since == null
                || !asOf.isBefore(since.firstDay())
                        && (knownAt == null || !since.firstDay().isAfter(knownAt));
        boolean ended = until != null
                && !asOf.isBefore(until.overBy())
                && (knownAt == null || !until.lastDay().isAfter(knownAt));
        return begun && !ended;
    }

    /** Whether some day belongs to both, possibly. */
    public boolean overlaps(Identifier other) {
        return (until == null || other.since == null || other.since.firstDay().isBefore(until.overBy()))
                && (other.until == null || since == null || since.firstDay().isBefore(other.until.overBy()));
    }
}

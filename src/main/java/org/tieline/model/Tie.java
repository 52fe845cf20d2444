package org.tieline.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * A directed, dated, sourced claim between two organizations. Two claims about the same pair are two ties.
 *
 * @param id lower kebab case, unique among ties
 * @param from the id of the organization that the tie starts at
 * @param type what the tie says
 * @param to the id of the organization that the tie ends at, another than {@code from}
 * @param since when it began; null if no source says
 * @param until the first day on which it no longer holds; null if no end is on record
 * @param percent the stake of an {@code OWNS} tie, 0 to 100 with at most two decimals; null if unknown
 * @param segment the parts of the network it is about; may be empty
 * @param generation the generations it is about; may be empty
 * @param evidence its grade
 * @param sources ids of the sources that state it; empty in a graph where they cannot be read
 * @param summary one or two sentences of our own
 */
public record Tie(
        String id,
        String from,
        TieType type,
        String to,
        PartialDate since,
        PartialDate until,
        BigDecimal percent,
        List<Segment> segment,
        List<Generation> generation,
        Evidence evidence,
        List<String> sources,
        String summary) {
    /** How to read any answer that speaks of ties. */
    public static final String NOTICE = "A tie is not a finding of wrongdoing.";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** @throws InvalidValue naming the field, its value and what would be right */
    public Tie {
        FieldCheck.id("id", id);
        FieldCheck.id("from", from);
        FieldCheck.id("to", to);
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(evidence, "evidence");
        if (from.equals(to)) {
            throw new InvalidValue("to", to, "must be another organization than from");
        }
        if (since != null && until != null && !until.overBy().isAfter(since.firstDay())) {
            throw new InvalidValue("until", until, "must be after since (%s)".formatted(since));
        }
        if (percent != null) {
            requireShare(type, percent);
        }
        segment = List.copyOf(segment);
        generation = List.copyOf(generation);
        sources = List.copyOf(sources);
    }

    /** This tie with another summary. */
    public Tie summarized(String other) {
        return new Tie(id, from, type, to, since, until, percent, segment, generation, evidence, sources, other);
    }

    /**
     * This tie, if it has all that a data set must say of one.
     *
     * @throws InvalidValue if it has no sources
     */
    public Tie complete() {
        if (sources.isEmpty()) {
            throw new InvalidValue("sources", null, "must name at least one source");
        }
        return this;
    }

    private static void requireShare(TieType type, BigDecimal percent) {
        if (type != TieType.OWNS) {
            throw new InvalidValue("percent", percent + " on " + type, "belongs to OWNS ties alone");
        }
        if (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
            throw new InvalidValue("percent", percent, "must be 0..100");
        }
        if (percent.stripTrailingZeros().scale() > 2) {
            throw new InvalidValue("percent", percent, "must have at most two decimals");
        }
    }
}

package org.tieline.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A directed, dated, sourced claim between two organizations. Two claims about the same pair are two ties. Four dates tell its
 * life; what was won is not what is there, so without {@code verified} and {@code until} it is a claim about the past.
 *
 * @param id lower kebab case, unique among ties
 * @param from the id of the organization that the tie starts at
 * @param type what the tie says
 * @param to the id of the organization that the tie ends at, another than {@code from}
 * @param since when it began; null if no source says
 * @param removing from when on it is being taken out or wound down, though it is still there; null if no source says so
 * @param verified the newest day on which a source says that it held; null if none does
 * @param until the first day on which it no longer holds; null if no end is on record
 * @param percent the stake of an {@code OWNS} tie, 0 to 100 with at most two decimals; null if unknown
 * @param share of a {@code SUPPLIES} tie: how much of that segment of the customer's network comes from the vendor, in percent, 0
 *     to 100 with at most two decimals; null if unknown
 * @param shareOn the day that the share was stated for; null without a share, or if no source says
 * @param segment the parts of the network it is about; may be empty
 * @param generation the generations it is about; may be empty
 * @param countries of a {@code SUPPLIES} or {@code PARTNERS_WITH} tie: where the equipment is, ISO 3166-1 alpha-2 codes or {@code XK}; empty if that is
 *     simply the customer's own country, or unknown
 * @param evidence its grade
 * @param sources ids of the sources that state it; empty in a graph where they cannot be read
 * @param summary one or two sentences of our own
 */
@RecordBuilder
public record Tie(
        String id,
        String from,
        TieType type,
        String to,
        @Nullable PartialDate since,
        @Nullable PartialDate removing,
        @Nullable PartialDate verified,
        @Nullable PartialDate until,
        @Nullable BigDecimal percent,
        @Nullable BigDecimal share,
        @Nullable PartialDate shareOn,
        List<Segment> segment,
        List<Generation> generation,
        List<String> countries,
        Evidence evidence,
        List<String> sources,
        @Nullable String summary)
        implements TieBuilder.With {
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
        requireOrder("until", until, "since", since);
        requireNotBefore("removing", removing, since);
        requireNotBefore("verified", verified, since);
        requireOrder("until", until, "removing", removing);
        if (until != null && verified != null && verified.firstDay().isAfter(until.lastDay())) {
            throw new InvalidValue("verified", verified, "must not be after until (%s)".formatted(until));
        }
        if (percent != null) {
            requirePercent("percent", percent, type, TieType.OWNS);
        }
        if (share != null) {
            requirePercent("share", share, type, TieType.SUPPLIES);
        }
        if (shareOn != null && share == null) {
            throw InvalidValue.together(List.of("shareOn", "share"), "shareOn must be empty where there is no share");
        }
        segment = List.copyOf(segment);
        generation = List.copyOf(generation);
        countries = List.copyOf(countries);
        for (String country : countries) {
            FieldCheck.country("countries", country);
        }
        if (!countries.isEmpty() && type != TieType.SUPPLIES && type != TieType.PARTNERS_WITH) {
            throw new InvalidValue(
                    "countries", countries + " on " + type, "belongs to SUPPLIES and PARTNERS_WITH ties alone");
        }
        sources = List.copyOf(sources);
    }

    /** One of whose life no more is said than its beginning and its end, and of its place and share nothing. */
    public Tie(
            String id,
            String from,
            TieType type,
            String to,
            @Nullable PartialDate since,
            @Nullable PartialDate until,
            @Nullable BigDecimal percent,
            List<Segment> segment,
            List<Generation> generation,
            Evidence evidence,
            List<String> sources,
            @Nullable String summary) {
        this(
                id,
                from,
                type,
                to,
                since,
                null,
                null,
                until,
                percent,
                null,
                null,
                segment,
                generation,
                List.of(),
                evidence,
                sources,
                summary);
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

    private static void requireOrder(
            String field, @Nullable PartialDate end, String beginning, @Nullable PartialDate begin) {
        if (begin != null && end != null && !end.overBy().isAfter(begin.firstDay())) {
            throw new InvalidValue(field, end, "must be after %s (%s)".formatted(beginning, begin));
        }
    }

    private static void requireNotBefore(String field, @Nullable PartialDate date, @Nullable PartialDate since) {
        if (since != null && date != null && !date.dayAfter().isAfter(since.firstDay())) {
            throw new InvalidValue(field, date, "must not be before since (%s)".formatted(since));
        }
    }

    private static void requirePercent(String field, BigDecimal percent, TieType type, TieType home) {
        if (type != home) {
            throw new InvalidValue(field, percent + " on " + type, "belongs to %s ties alone".formatted(home));
        }
        if (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
            throw new InvalidValue(field, percent, "must be 0..100");
        }
        if (percent.stripTrailingZeros().scale() > 2) {
            throw new InvalidValue(field, percent, "must have at most two decimals");
        }
    }
}

package org.tieline.question.events;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tieline.model.InvalidValue;
import org.tieline.question.parameter.Type;
import org.tieline.question.parameter.Types;

/**
 * Up to where somebody knows what has happened: a time, and the state of the facts.
 *
 * @param at in whole seconds
 * @param state the number of the state of the facts; null for the one that was in force at the time
 */
public record Timepoint(Instant at, @Nullable Long state) implements Comparable<Timepoint> {
    /** A day, a time, or a time and the number of a state. */
    private static final Pattern TEXT =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:(T[0-9:]{5,8}(?:\\.\\d{1,9})?Z)(?:~(\\d{1,15}))?)?");

    /** Its values are like {@code 2026-11-30T00:00:00Z~3}; a day stands for its beginning (UTC). */
    public static final Type<Timepoint> TYPE =
            Types.one("TIMEPOINT", (text, reading) -> parse(text), Timepoint::toString, Types.schema("string"));

    public Timepoint {
        at = at.truncatedTo(ChronoUnit.SECONDS);
    }

    /** @throws InvalidValue without a field, if the text is no such point */
    public static Timepoint parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (parts.matches()) {
            try {
                Instant at = parts.group(2) == null
                        ? LocalDate.parse(parts.group(1))
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant()
                        : Instant.parse(parts.group(1) + parts.group(2));
                return new Timepoint(at, parts.group(3) == null ? null : Long.valueOf(parts.group(3)));
            } catch (DateTimeException e) {
                // Of the right form, and no time: refused below.
            }
        }
        throw new InvalidValue(
                "", text, "must be a timepoint of an earlier answer, a time like 2026-11-30T12:00:00Z, or a day");
    }

    @Override
    public int compareTo(Timepoint other) {
        int byTime = at.compareTo(other.at);
        return byTime != 0 ? byTime : Long.compare(orZero(state), orZero(other.state));
    }

    private static long orZero(@Nullable Long number) {
        return Objects.requireNonNullElse(number, 0L);
    }

    @Override
    @JsonValue
    public String toString() {
        return state == null ? at.toString() : at + "~" + state;
    }
}

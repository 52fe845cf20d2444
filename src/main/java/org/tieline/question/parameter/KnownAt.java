package org.tieline.question.parameter;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What counts as known: what was published by a day, or what a release held, whole. One of the two is null.
 *
 * @param day the day
 * @param release the version of the release
 */
public record KnownAt(@Nullable LocalDate day, @Nullable String release) {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    /** May stand before a version, and must before one that reads like a day. */
    private static final String PREFIX = "release:";

    /** A day as {@link Types#DAY} reads it, or a release of which the graph keeps what it held. */
    static final Type<KnownAt> TYPE =
            Types.one("DAY|RELEASE", KnownAt::read, KnownAt::toString, Types.schema("string"));

    /** Null for everything on record, which is neither. */
    public static @Nullable KnownAt of(@Nullable LocalDate day, @Nullable String release) {
        return day == null && release == null ? null : new KnownAt(day, release);
    }

    /** The day; null if it is none. */
    public static @Nullable LocalDate day(@Nullable KnownAt known) {
        return known == null ? null : known.day;
    }

    /** The version of the release; null if it is none. */
    public static @Nullable String release(@Nullable KnownAt known) {
        return known == null ? null : known.release;
    }

    private static KnownAt read(String text, Reading reading) {
        if (DAY.matcher(text).matches()) {
            return new KnownAt(Types.day(text), null);
        }
        String version = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
        return new KnownAt(null, reading.releases().named(version));
    }

    /** As it is given. */
    @Override
    @JsonValue
    public String toString() {
        if (day != null) {
            return day.toString();
        }
        String version = Objects.requireNonNull(release, "a day or a release");
        return DAY.matcher(version).matches() ? PREFIX + version : version;
    }
}

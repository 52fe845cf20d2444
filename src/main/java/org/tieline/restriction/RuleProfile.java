package org.tieline.restriction;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tieline.model.InvalidValue;
import org.tieline.model.OwnershipRule;

/**
 * What an ownership rule asks for, and when.
 *
 * @param rule its name
 * @param title what it is called
 * @param law where it is laid down
 * @param url the address of that
 * @param versions by the day from which each holds, the first of them from ever
 * @param periods by the day from which each lasts, the first of them from ever
 * @param notes what to know besides
 */
public record RuleProfile(
        OwnershipRule rule,
        String title,
        String law,
        String url,
        List<Version> versions,
        List<Period> periods,
        List<String> notes) {
    /**
     * @throws InvalidValue if versions or periods leave out a day
     */
    public RuleProfile {
        Objects.requireNonNull(rule, "rule");
        requireAllDays("versions", versions, Version::from);
        requireAllDays("periods", periods, Period::from);
        versions = List.copyOf(versions);
        periods = List.copyOf(periods);
        notes = List.copyOf(notes);
    }

    /**
     * What the rule asks for from a day on, until the next version.
     *
     * @param version its name
     * @param from the first day; null for ever
     * @param threshold in percent, in two decimals at most; null if no stake catches anybody
     * @param comparison {@code >=} or {@code >}, between the stakes and the threshold; null without one
     * @param aggregates whether the stakes of several owners add up
     * @param flagsMinority whether a stake that does not suffice is a red flag
     */
    public record Version(
            String version,
            @Nullable LocalDate from,
            @Nullable BigDecimal threshold,
            @Nullable String comparison,
            boolean aggregates,
            boolean flagsMinority) {
        /** @throws InvalidValue if the comparison is another, or given without a threshold */
        public Version {
            Objects.requireNonNull(version, "version");
            boolean known = comparison != null && (comparison.equals(">=") || comparison.equals(">"));
            if (threshold == null ? comparison != null : !known) {
                throw new InvalidValue("comparison", comparison, "must be >= or > with a threshold");
            }
        }

        /** Whether so much of an organization, in hundredths of a percent, is enough. */
        public boolean isReachedBy(long hundredths) {
            return hundredths >= least();
        }

        /** The least that is enough, in hundredths of a percent; more than there can be if nothing is. */
        long least() {
            if (threshold == null) {
                return Long.MAX_VALUE;
            }
            BigDecimal hundredths = threshold.movePointRight(2);
            return isStrict()
                    ? hundredths.setScale(0, RoundingMode.FLOOR).longValueExact() + 1
                    : hundredths.setScale(0, RoundingMode.CEILING).longValueExact();
        }

        /** Whether the threshold itself is not enough. */
        public boolean isStrict() {
            return ">".equals(comparison);
        }
    }

    /**
     * How the rule stood from a day on, until the next period.
     *
     * @param from the first day; null for ever
     * @param reason why, as a part of a sentence
     * @param url an address that says so; null if none is given
     */
    public record Period(
            @Nullable LocalDate from,
            RuleForce force,
            String reason,
            @Nullable String url) {}

    private static <T> void requireAllDays(String field, List<T> parts, Function<T, LocalDate> from) {
        if (parts.isEmpty() || from.apply(parts.getFirst()) != null) {
            throw new InvalidValue(field, null, "must begin with one from ever");
        }
        for (int i = 1; i < parts.size(); i++) {
            LocalDate before = from.apply(parts.get(i - 1));
            LocalDate day = from.apply(parts.get(i));
            if (day == null || before != null && !day.isAfter(before)) {
                throw new InvalidValue(
                        field, "%s after %s".formatted(day, before), "must be in the order of their days");
            }
        }
    }

    /** The version that holds on a day. */
    public Version versionOn(LocalDate day) {
        return last(versions, Version::from, day);
    }

    /** The period that a day lies in. */
    public Period periodOn(LocalDate day) {
        return last(periods, Period::from, day);
    }

    /** The last day of a period; null if none is on record. */
    public @Nullable LocalDate lastDay(Period period) {
        int next = periods.indexOf(period) + 1;
        return next < periods.size()
                ? Objects.requireNonNull(periods.get(next).from()).minusDays(1)
                : null;
    }

    private static <T> T last(List<T> parts, Function<T, LocalDate> from, LocalDate day) {
        return parts.stream()
                .filter(part -> from.apply(part) == null || !from.apply(part).isAfter(day))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }
}

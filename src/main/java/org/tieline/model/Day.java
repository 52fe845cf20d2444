package org.tieline.model;

import java.time.LocalDate;

/**
 * Days as unsigned 16-bit numbers, counted from 1900-01-01.
 *
 * <p>{@link #FIRST} stands for that day and for all before it, {@link #OPEN} for every day after {@link #LAST} and for
 * "no end". As only days from {@link #EPOCH} to {@link #LAST} may be asked about, bounds that are squeezed like this
 * compare with an askable day exactly as the dates themselves do.
 */
public final class Day {
    /** The earliest day that may be asked about. */
    public static final LocalDate EPOCH = LocalDate.of(1900, 1, 1);

    /** The number of {@link #EPOCH}; as a bound, also of every earlier day and of "always". */
    public static final int FIRST = 0;

    /** The number that no askable day has: as a bound, "never" for a beginning and "no end" for an end. */
    public static final int OPEN = 0xFFFF;

    /** The latest day that may be asked about, 2079-06-05. */
    public static final LocalDate LAST = EPOCH.plusDays(OPEN - 1L);

    private Day() {}

    /** The number of a day, squeezed into {@link #FIRST} to {@link #OPEN}. */
    public static int bound(LocalDate day) {
        return Math.clamp(day.toEpochDay() - EPOCH.toEpochDay(), FIRST, OPEN);
    }

    /**
     * The number of a day that is asked about.
     *
     * @throws InvalidValue if it lies before {@link #EPOCH} or after {@link #LAST}
     */
    public static int of(LocalDate day) {
        if (day.isBefore(EPOCH) || day.isAfter(LAST)) {
            throw new InvalidValue("", day, "must be a day from %s to %s".formatted(EPOCH, LAST));
        }
        return bound(day);
    }

    /** The day with a number below {@link #OPEN}. */
    public static LocalDate date(int number) {
        return EPOCH.plusDays(number);
    }
}

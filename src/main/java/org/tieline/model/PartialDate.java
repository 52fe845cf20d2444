package org.tieline.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A date of the ISO 8601 calendar with reduced precision: a year, a month or a day. The precision is part of the value:
 * a year is not its first of January.
 */
public final class PartialDate {
    private static final String FORM = "0000-00-00";

    private final String text;
    private final LocalDate firstDay;
    private final LocalDate dayAfter;

    private PartialDate(String text, LocalDate firstDay, LocalDate dayAfter) {
        this.text = text;
        this.firstDay = firstDay;
        this.dayAfter = dayAfter;
    }

    /**
     * Reads {@code 2018}, {@code 2018-08} or {@code 2018-08-23}.
     *
     * @throws InvalidValue if the text has another form or names a day that does not exist
     */
    public static PartialDate parse(String text) {
        if (!hasForm(text)) {
            throw new InvalidValue("", text, "must be a date like 2018, 2018-08 or 2018-08-23");
        }
        try {
            return switch (text.length()) {
                case 4 -> year(text, number(text, 0, 4));
                case 7 -> month(text, YearMonth.of(number(text, 0, 4), number(text, 5, 7)));
                default -> day(text, LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10)));
            };
        } catch (DateTimeException e) {
            throw new InvalidValue("", text, "must be a date that exists");
        }
    }

    /** By hand: a data set has a date or two in each of its rows, and a regular expression would be half of reading them. */
    private static boolean hasForm(String text) {
        int length = text.length();
        if (length != 4 && length != 7 && length != 10 || text.startsWith("0000")) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char expected = FORM.charAt(i);
            char given = text.charAt(i);
            if (expected == '0' ? given < '0' || given > '9' : given != expected) {
                return false;
            }
        }
        return true;
    }

    /** A date of full precision. */
    public static PartialDate of(LocalDate day) {
        return day(day.toString(), day);
    }

    private static int number(String text, int begin, int end) {
        return Integer.parseInt(text, begin, end, 10);
    }

    private static PartialDate year(String text, int year) {
        return new PartialDate(
                text, LocalDate.of(year, 1, 1), LocalDate.of(year, 1, 1).plusYears(1));
    }

    private static PartialDate month(String text, YearMonth month) {
        return new PartialDate(text, month.atDay(1), month.plusMonths(1).atDay(1));
    }

    private static PartialDate day(String text, LocalDate day) {
        return new PartialDate(text, day, day.plusDays(1));
    }

    /** The first day of the period. */
    public LocalDate firstDay() {
        return firstDay;
    }

    /** The last day of the period, inclusive. */
    public LocalDate lastDay() {
        return dayAfter.minusDays(1);
    }

    /** The first day after the period. */
    public LocalDate dayAfter() {
        return dayAfter;
    }

    /** If something ends then: the first day on which it is over for certain, the day itself if it is known. */
    public LocalDate overBy() {
        return isFullDate() ? firstDay : dayAfter;
    }

    /** Whether the day is known. */
    public boolean isFullDate() {
        return text.length() == 10;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PartialDate date && text.equals(date.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The date as the source gave it. */
    @Override
    public String toString() {
        return text;
    }
}

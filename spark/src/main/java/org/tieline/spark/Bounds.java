package org.tieline.spark;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Day;
import org.tieline.model.PartialDate;

/** When a tie or an organization is there, in the four numbers of {@link Day} that the dates on record come to. */
final class Bounds {
    private Bounds() {}

    /** Of an organization. */
    static int[] life(@Nullable String since, @Nullable String until) {
        PartialDate begin = date(since);
        return of(
                begin == null ? Day.FIRST : Day.bound(begin.firstDay()),
                begin == null ? Day.FIRST : Day.bound(begin.lastDay()),
                date(until),
                Day.OPEN);
    }

    /**
     * Of a tie, whatever the lives of its organizations are.
     *
     * @param oldest the first day by which one of its sources was out, counted from 1970-01-01; null if none is dated
     * @param newest the last
     * @param maxAge for how long evidence carries
     */
    static int[] tie(
            @Nullable String since,
            @Nullable String until,
            @Nullable String verified,
            @Nullable Long oldest,
            @Nullable Long newest,
            Period maxAge) {
        PartialDate begin = date(since);
        LocalDate vouched =
                verified == null ? null : PartialDate.parse(verified).lastDay();
        LocalDate first = earlier(vouched, day(oldest));
        LocalDate last = vouched == null ? day(newest) : vouched;
        return of(
                begin == null ? Day.FIRST : Day.bound(begin.firstDay()),
                begin != null ? Day.bound(begin.lastDay()) : first == null ? Day.OPEN : Day.bound(first),
                date(until),
                last == null ? Day.FIRST : Day.bound(last.plus(maxAge).plusDays(1)));
    }

    /** @param certainTo where there is no end */
    private static int[] of(int possibleFrom, int certainFrom, @Nullable PartialDate end, int certainTo) {
        return new int[] {
            possibleFrom,
            certainFrom,
            end == null ? certainTo : Day.bound(end.firstDay()),
            end == null ? Day.OPEN : Day.bound(end.overBy())
        };
    }

    /** The last day of a date, counted from 1970-01-01; null for none. */
    static @Nullable Long lastDay(@Nullable String date) {
        return date == null ? null : PartialDate.parse(date).lastDay().toEpochDay();
    }

    private static @Nullable PartialDate date(@Nullable String text) {
        return text == null ? null : PartialDate.parse(text);
    }

    private static @Nullable LocalDate day(@Nullable Long day) {
        return day == null ? null : LocalDate.ofEpochDay(day);
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }
}

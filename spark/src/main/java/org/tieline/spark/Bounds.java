package org.tieline.spark;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.path.Certainty;
import org.tieline.model.Day;
import org.tieline.model.PartialDate;

/**
 * When a tie or an organization is there, in one {@code long}: from the highest bit 16 bits each of {@code possibleFrom},
 * {@code certainFrom}, {@code certainTo} and {@code possibleTo}, days of {@link Day}.
 */
final class Bounds {
    private static final int BITS = 16;

    private Bounds() {}

    /** Of an organization. */
    static long life(@Nullable String since, @Nullable String until) {
        PartialDate begin = date(since);
        return pack(begin, begin == null ? Day.FIRST : Day.bound(begin.lastDay()), date(until), Day.OPEN);
    }

    /**
     * Of a tie, whatever the lives of its organizations are.
     *
     * @param oldest the first day by which one of its sources was out, counted from 1970-01-01; null if none is dated
     * @param newest the last
     * @param maxAge for how long evidence carries
     */
    static long tie(
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
        return pack(
                begin,
                begin != null ? Day.bound(begin.lastDay()) : first == null ? Day.OPEN : Day.bound(first),
                date(until),
                last == null ? Day.FIRST : Day.bound(last.plus(maxAge).plusDays(1)));
    }

    /** When a tie is there and both its organizations are. */
    static long cut(long tie, long from, long to) {
        long latest = 0;
        long earliest = 0;
        for (int shift = 0; shift < Long.SIZE; shift += BITS) {
            long mask = 0xFFFFL << shift;
            latest |= max(tie & mask, max(from & mask, to & mask));
            earliest |= min(tie & mask, min(from & mask, to & mask));
        }
        long begins = -1L << 2 * BITS;
        return latest & begins | earliest & ~begins;
    }

    private static long max(long one, long other) {
        return Long.compareUnsigned(one, other) < 0 ? other : one;
    }

    private static long min(long one, long other) {
        return Long.compareUnsigned(one, other) < 0 ? one : other;
    }

    /** The first day on which it is there. */
    static int from(long bounds, Certainty certainty) {
        return (int) (bounds >>> (certainty == Certainty.POSSIBLE ? 3 : 2) * BITS) & 0xFFFF;
    }

    /** The first day after that on which it no longer is. */
    static int to(long bounds, Certainty certainty) {
        return (int) (bounds >>> (certainty == Certainty.POSSIBLE ? 0 : BITS)) & 0xFFFF;
    }

    /** @param certainTo where there is no end */
    private static long pack(@Nullable PartialDate begin, int certainFrom, @Nullable PartialDate end, int certainTo) {
        long possibleFrom = begin == null ? Day.FIRST : Day.bound(begin.firstDay());
        return possibleFrom << 3 * BITS
                | (long) certainFrom << 2 * BITS
                | (long) (end == null ? certainTo : Day.bound(end.firstDay())) << BITS
                | (end == null ? Day.OPEN : Day.bound(end.overBy()));
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

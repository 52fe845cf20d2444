package org.tieline.exposure;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.tieline.model.Day;

/**
 * Days as the bits of a {@code long}, one lane a day, ascending from the lowest bit.
 *
 * <p>One bit stays unused, so that no shift goes as far as the width of a {@code long}, where Java would start again at 0.
 */
final class Lanes {
    /** The most days that fit. */
    static final int MOST = Long.SIZE - 1;

    /** How many of the days lie before each day that has a number. */
    private final byte[] before = new byte[Day.OPEN + 1];

    private int count;

    /** @param days ascending, at least one and at most {@link #MOST} */
    void set(List<LocalDate> days) {
        count = days.size();
        int from = 0;
        for (int lane = 0; lane < count; lane++) {
            int to = Day.of(days.get(lane)) + 1;
            Arrays.fill(before, from, to, (byte) lane);
            from = to;
        }
        Arrays.fill(before, from, before.length, (byte) count);
    }

    /** Every lane. */
    long all() {
        return (1L << count) - 1;
    }

    /** The lanes from one day up to another, exclusive; none if that is not later. */
    long between(int from, int to) {
        return -1L << before[from] & ~(-1L << before[to]);
    }

    /** The lanes on which the days of a row hold. */
    long of(long row) {
        return between((int) row >>> 16, (int) row & 0xFFFF);
    }
}

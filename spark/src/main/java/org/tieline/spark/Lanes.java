package org.tieline.spark;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.tieline.exposure.ExposureSweep;
import org.tieline.exposure.path.Certainty;
import org.tieline.model.Day;

/**
 * The days that are asked about as bits of a {@code long}, one lane a day, ascending from the lowest bit; of more days than fit, one
 * block after the other.
 */
final class Lanes implements Serializable {
    /** The numbers of the days, ascending. */
    private final int[] days;

    /** @param days ascending, at least one */
    Lanes(List<LocalDate> days) {
        this.days = days.stream().mapToInt(Day::of).toArray();
    }

    int blocks() {
        return Math.ceilDiv(days.length, ExposureSweep.TOGETHER);
    }

    /** How many days a block has. */
    int count(int block) {
        return Math.min(days.length - start(block), ExposureSweep.TOGETHER);
    }

    /** The place among all days of the first day of a block. */
    int start(int block) {
        return block * ExposureSweep.TOGETHER;
    }

    /** The lanes of a block on which something is there, by its {@link Bounds}. */
    long of(int block, long bounds, Certainty certainty) {
        return before(block, Bounds.to(bounds, certainty)) & ~before(block, Bounds.from(bounds, certainty));
    }

    private long before(int block, int day) {
        int place = Arrays.binarySearch(days, day);
        int earlier = (place < 0 ? -1 - place : place) - start(block);
        return (1L << Math.clamp(earlier, 0, count(block))) - 1;
    }
}

package org.tieline.naming.column;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Numbers that are found by texts, which are not kept: 8 bytes a number. Texts of one hash are taken for one, so whoever finds a
 * number must look whether it is meant.
 */
public final class NumbersByText {
    /** The hash of the text above, the number below, 32 bits each; sorted. */
    private final long[] numbers;

    private NumbersByText(long[] numbers) {
        this.numbers = numbers;
        Arrays.sort(numbers);
    }

    /** Takes numbers up. */
    public static final class Builder {
        private final LongList numbers = new LongList();

        public void add(String text, int number) {
            numbers.add((long) text.hashCode() << Integer.SIZE | number);
        }

        public NumbersByText build() {
            return new NumbersByText(numbers.toArray());
        }
    }

    /** Hands on the numbers of a text, ascending, and perhaps others. */
    public void forEach(String text, IntConsumer each) {
        int hash = text.hashCode();
        int found = Arrays.binarySearch(numbers, (long) hash << Integer.SIZE);
        for (int at = found < 0 ? -found - 1 : found;
                at < numbers.length && numbers[at] >> Integer.SIZE == hash;
                at++) {
            each.accept((int) numbers[at]);
        }
    }
}

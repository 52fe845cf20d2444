package org.tieline.dataset.known;

import java.util.Arrays;
import java.util.BitSet;
import org.tieline.naming.column.RepeatedLongs;

/**
 * Finds, by a first look over all stakes, the few companies in which some may contradict each other: those with two stakes of one
 * owner, and those whose stakes add up to more than 100 when nobody asks for their days. 4 bytes a company, and 8 to 12 a stake
 * until {@link #suspects}.
 */
public final class StakeSums {
    private static final int HUNDRED_PERCENT = 10_000;

    /** By the number of the company, in hundredths of a percent; no more than one above a hundred percent. */
    private int[] sums = new int[16];

    private final BitSet suspects = new BitSet();
    private final RepeatedLongs pairs = new RepeatedLongs();

    /**
     * Takes up a stake.
     *
     * @param owner the number of the owner
     * @param owned the number of the company
     * @param percent as it is written; empty if it is unknown
     */
    public void add(int owner, int owned, String percent) {
        pairs.add((long) owned << Integer.SIZE | owner);
        int hundredths = hundredths(percent);
        if (hundredths == 0) {
            return;
        }
        if (owned >= sums.length) {
            sums = Arrays.copyOf(sums, Math.max(owned + 1, sums.length + (sums.length >> 1)));
        }
        sums[owned] = Math.min(HUNDRED_PERCENT + 1, sums[owned] + hundredths);
        if (sums[owned] > HUNDRED_PERCENT) {
            suspects.set(owned);
        }
    }

    /** Rounded up; what is no number of at most two decimals is refused elsewhere. */
    private static int hundredths(String percent) {
        int point = percent.indexOf('.');
        int whole = digits(percent, 0, point < 0 ? percent.length() : point);
        if (point < 0) {
            return Math.min(whole, 100) * 100;
        }
        int end = Math.min(percent.length(), point + 3);
        int fraction = digits(percent, point + 1, end) * (end - point == 2 ? 10 : 1);
        return Math.min(whole, 100) * 100 + Math.max(0, fraction);
    }

    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to && number < HUNDRED_PERCENT; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return 0;
            }
            number = number * 10 + c - '0';
        }
        return number;
    }

    /** The numbers of the companies, when all stakes are taken up. */
    public BitSet suspects() {
        pairs.handOver(pair -> suspects.set((int) (pair >>> Integer.SIZE)));
        return suspects;
    }
}

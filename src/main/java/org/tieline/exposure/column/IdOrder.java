package org.tieline.exposure.column;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntConsumer;

/**
 * Sorts ids by code points: what distinguishes them first, as many bytes as fit, becomes a number together with their place,
 * and numbers are sorted without an object each; those that are equal so far are sorted by the bytes that follow.
 */
public final class IdOrder {
    private static final int MANY = 1 << 13;

    private final IdTable.Cursor ids;
    private final int[] order;
    private final BitSet again = new BitSet();

    private IdOrder(IdTable table) {
        ids = table.cursor();
        order = new int[table.size()];
        Arrays.setAll(order, i -> i);
        sort(0, order.length, 0);
    }

    /**
     * The numbers of ids in the order of the ids, without those whose id came before.
     *
     * @param duplicate told the number of each that is left out
     */
    public static int[] of(IdTable table, IntConsumer duplicate) {
        IdOrder sorted = new IdOrder(table);
        if (sorted.again.isEmpty()) {
            return sorted.order;
        }
        int kept = 0;
        for (int place = 0; place < sorted.order.length; place++) {
            if (sorted.again.get(place)) {
                duplicate.accept(sorted.order[place]);
            } else {
                sorted.order[kept++] = sorted.order[place];
            }
        }
        return Arrays.copyOf(sorted.order, kept);
    }

    /** @param shared how many bytes all of them are known to have in common */
    private void sort(int from, int to, int shared) {
        int count = to - from;
        if (count < 2) {
            return;
        }
        int begin = common(from, to, shared);
        int placeBits = Integer.SIZE - Integer.numberOfLeadingZeros(count - 1);
        int width = (Long.SIZE - 1 - placeBits) / Byte.SIZE;
        long[] keys = new long[count];
        for (int i = 0; i < count; i++) {
            ids.seek(order[from + i]);
            long key = 0;
            for (int at = begin; at < begin + width; at++) {
                key = key << Byte.SIZE | ids.at(at);
            }
            keys[i] = key << placeBits | i;
        }
        if (count < MANY) {
            Arrays.sort(keys);
        } else {
            Arrays.parallelSort(keys);
        }
        int[] sorted = new int[count];
        for (int i = 0; i < count; i++) {
            sorted[i] = order[from + (int) (keys[i] & (1L << placeBits) - 1)];
        }
        System.arraycopy(sorted, 0, order, from, count);
        int start = 0;
        for (int i = 1; i <= count; i++) {
            long key = keys[i - 1] >>> placeBits;
            if (i < count && keys[i] >>> placeBits == key) {
                continue;
            }
            if (i - start > 1 && (key & 0xFF) == 0) {
                // They ended within these bytes, and are the same.
                again.set(from + start + 1, from + i);
            } else {
                sort(from + start, from + i, begin + width);
            }
            start = i;
        }
    }

    /** How many bytes all of some ids have in common, at least as many as are known. */
    private int common(int from, int to, int known) {
        ids.seek(order[from]);
        byte[] first = ids.bytes();
        int common = first.length;
        for (int i = from + 1; i < to && common > known; i++) {
            ids.seek(order[i]);
            while (common > known && !ids.startsWith(first, known, common)) {
                common--;
            }
        }
        return common;
    }
}

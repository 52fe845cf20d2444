package org.tieline.naming.column;

import java.util.Arrays;

/** Longs that become more. */
public final class LongList {
    private long[] longs = new long[16];
    private int size;

    /** Puts one at the end. */
    public void add(long value) {
        if (size == longs.length) {
            longs = Arrays.copyOf(longs, Math.addExact(size, size >> 1));
        }
        longs[size++] = value;
    }

    public long get(int i) {
        return longs[i];
    }

    public void set(int i, long value) {
        longs[i] = value;
    }

    public int size() {
        return size;
    }

    /** A copy of the right length. */
    public long[] toArray() {
        return Arrays.copyOf(longs, size);
    }

    /** Sorts them; their places are others then. */
    public void sort() {
        Arrays.sort(longs, 0, size);
    }
}

package org.tieline.naming.column;

import java.util.Arrays;

/** Ints that become more. */
public final class IntList {
    private int[] ints = new int[16];
    private int size;

    /** Puts one at the end. */
    public void add(int value) {
        if (size == ints.length) {
            ints = Arrays.copyOf(ints, Math.addExact(size, size >> 1));
        }
        ints[size++] = value;
    }

    public int get(int i) {
        return ints[i];
    }

    public int size() {
        return size;
    }

    /** A copy of the right length. */
    public int[] toArray() {
        return Arrays.copyOf(ints, size);
    }
}

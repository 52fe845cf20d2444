package org.tieline.exposure.column;

import java.util.BitSet;

/** Some rows among all, each with its place among them: a bit a row, and a number for every 64. Immutable. */
public final class RankedBits {
    private final long[] words;

    /** How many rows are marked before each word. */
    private final int[] before;

    private final int count;

    /** @param marked the rows */
    public RankedBits(BitSet marked) {
        words = marked.toLongArray();
        before = new int[words.length];
        int sum = 0;
        for (int word = 0; word < words.length; word++) {
            before[word] = sum;
            sum += Long.bitCount(words[word]);
        }
        count = sum;
    }

    /** Whether a row is marked. */
    public boolean get(int row) {
        int word = row >>> 6;
        return word < words.length && (words[word] >>> row & 1) != 0;
    }

    /** How many rows before a row are marked. */
    public int before(int row) {
        int word = row >>> 6;
        return word < words.length ? before[word] + Long.bitCount(words[word] & ~(-1L << row)) : count;
    }

    /** How many rows are marked. */
    public int count() {
        return count;
    }

    /** The rows. */
    public BitSet marked() {
        return BitSet.valueOf(words);
    }

    /** What it takes, in bytes. */
    public long bytes() {
        return (long) words.length * (Long.BYTES + Integer.BYTES);
    }
}

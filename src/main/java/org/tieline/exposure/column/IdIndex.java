package org.tieline.exposure.column;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Numbers ids in the order in which they arrive, and finds them again. Not for several threads. */
public final class IdIndex {
    private static final int PAGE_BITS = 14;
    private static final int PAGE = 1 << PAGE_BITS;

    /** The bytes of id n end at {@code ends[n / PAGE][n % PAGE]} in {@code bytes[n / PAGE]}, where those of the next begin. */
    private int[][] ends = new int[1][PAGE];

    private byte[][] bytes = new byte[1][PAGE];
    private int size;

    /** Open addressing: numbers plus one, 0 where a slot is free; the length is a power of two. */
    private int[] slots = new int[1 << 8];

    /** The number of an id, or -1 if it was not added. */
    public int find(String id) {
        return slots[slot(id.getBytes(UTF_8))] - 1;
    }

    /** Adds an id; its number, or -1 minus the number that it has already. */
    public int add(String id) {
        byte[] text = id.getBytes(UTF_8);
        int slot = slot(text);
        if (slots[slot] != 0) {
            return -slots[slot];
        }
        if (size >= slots.length / 3 * 2) {
            grow();
            slot = slot(text);
        }
        append(text);
        slots[slot] = size;
        return size - 1;
    }

    /** How many were added. */
    public int size() {
        return size;
    }

    /** The ids in the order in which they arrived. */
    public IdTable table() {
        IdWriter writer = new IdWriter();
        for (int number = 0; number < size; number++) {
            int start = start(number);
            byte[] id = Arrays.copyOfRange(bytes[number >>> PAGE_BITS], start, end(number));
            writer.add(id, id.length);
        }
        return writer.table();
    }

    private void append(byte[] text) {
        int page = size >>> PAGE_BITS;
        if (page == ends.length) {
            ends = Arrays.copyOf(ends, 2 * page);
            bytes = Arrays.copyOf(bytes, 2 * page);
        }
        if ((size & PAGE - 1) == 0) {
            ends[page] = new int[PAGE];
            bytes[page] = new byte[PAGE];
        }
        int start = start(size);
        int end = Math.addExact(start, text.length);
        if (end > bytes[page].length) {
            bytes[page] = Arrays.copyOf(bytes[page], end + end / 2);
        }
        System.arraycopy(text, 0, bytes[page], start, text.length);
        ends[page][size & PAGE - 1] = end;
        size++;
    }

    private int start(int number) {
        int place = number & PAGE - 1;
        return place == 0 ? 0 : ends[number >>> PAGE_BITS][place - 1];
    }

    private int end(int number) {
        return ends[number >>> PAGE_BITS][number & PAGE - 1];
    }

    private void grow() {
        slots = new int[Math.multiplyExact(2, slots.length)];
        for (int number = 0; number < size; number++) {
            int slot = firstSlot(bytes[number >>> PAGE_BITS], start(number), end(number));
            while (slots[slot] != 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = number + 1;
        }
    }

    /** The slot of an id, or the free one that it would take. */
    private int slot(byte[] text) {
        int slot = firstSlot(text, 0, text.length);
        while (slots[slot] != 0 && !isAt(slots[slot] - 1, text)) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private boolean isAt(int number, byte[] text) {
        return Arrays.equals(bytes[number >>> PAGE_BITS], start(number), end(number), text, 0, text.length);
    }

    private int firstSlot(byte[] text, int from, int to) {
        long hash = 0;
        for (int at = from; at < to; at++) {
            hash = (hash + text[at] + 1) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        return (int) (hash >>> Integer.SIZE) & slots.length - 1;
    }
}

package org.tieline.exchange.gleif;

import java.util.Arrays;

/**
 * Identifiers numbered from 0, in the order in which they came: 16 bytes for each and at most 16 for the way to it, in place of
 * the hundred that a text in a map takes.
 */
final class LeiNumbers {
    private static final int FIRST = 1 << 10;
    private static final int FREE = -1;

    /** Of the identifier with number n: its first ten characters. */
    private long[] heads = new long[FIRST];

    /** Of the identifier with number n: its last ten characters. */
    private long[] tails = new long[FIRST];

    /** Numbers, each where its identifier belongs or in the next free place; at least half of the places are free. */
    private int[] places = free(2 * FIRST);

    private int size;

    private static int[] free(int length) {
        int[] places = new int[length];
        Arrays.fill(places, FREE);
        return places;
    }

    int size() {
        return size;
    }

    /** The number of an identifier, a new one if it has none yet. */
    int add(String lei) {
        long head = Lei.head(lei);
        long tail = Lei.tail(lei);
        int place = place(head, tail);
        if (places[place] != FREE) {
            return places[place];
        }
        if (size == heads.length) {
            heads = Arrays.copyOf(heads, 2 * size);
            tails = Arrays.copyOf(tails, 2 * size);
            places = free(4 * size);
            for (int number = 0; number < size; number++) {
                places[place(heads[number], tails[number])] = number;
            }
            place = place(head, tail);
        }
        heads[size] = head;
        tails[size] = tail;
        places[place] = size;
        return size++;
    }

    /** The number of a text; -1 if it has none, or is no identifier. */
    int find(String text) {
        return Lei.hasForm(text) ? places[place(Lei.head(text), Lei.tail(text))] : FREE;
    }

    String lei(int number) {
        return Lei.of(heads[number], tails[number]);
    }

    /** Where an identifier is, or would be. */
    private int place(long head, long tail) {
        long mixed = (head * 31 + tail) * 0x9E37_79B9_7F4A_7C15L;
        int mask = places.length - 1;
        int place = (int) (mixed >>> 32) & mask;
        while (places[place] != FREE && (heads[places[place]] != head || tails[places[place]] != tail)) {
            place = place + 1 & mask;
        }
        return place;
    }
}

package org.tieline.graph.bolt;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.tieline.model.Sha256;

/**
 * What facts say, by their ids, in some forty bytes a fact: an id is known by the first 128 bits of its digest, which two of a
 * billion share with a chance of one in a sextillion.
 */
final class FactTable {
    /** Nobody has asked for it yet, or marked it. */
    static final byte UNSEEN = 0;

    private static final int LEAST = 16;

    /** Two numbers an entry, the halves of the digest of its id; both 0 where there is none. */
    private long[] ids;

    /** What the fact of each entry says, in 64 bits. */
    private long[] said;

    private byte[] marks;
    private int size;

    FactTable() {
        ids = new long[2 * LEAST];
        said = new long[LEAST];
        marks = new byte[LEAST];
    }

    /** Adds a fact, or says something else of one that is there. */
    void put(String id, long says) {
        if (3L * (size + 1) > 2L * said.length) {
            grow();
        }
        ByteBuffer digest = digest(id);
        long high = digest.getLong();
        long low = digest.getLong();
        int entry = entry(high, low);
        if (isFree(entry)) {
            size++;
        }
        set(entry, high, low, says, UNSEEN);
    }

    /** The entry of a fact; negative if it is not there. Changes when facts are added. */
    int find(String id) {
        ByteBuffer digest = digest(id);
        int entry = entry(digest.getLong(), digest.getLong());
        return isFree(entry) ? -1 : entry;
    }

    boolean has(String id) {
        return find(id) >= 0;
    }

    long said(int entry) {
        return said[entry];
    }

    byte mark(int entry) {
        return marks[entry];
    }

    void mark(int entry, byte mark) {
        marks[entry] = mark;
    }

    void clearMarks() {
        Arrays.fill(marks, UNSEEN);
    }

    /** How many have a mark. */
    int count(byte mark) {
        int count = 0;
        for (byte each : marks) {
            count += each == mark ? 1 : 0;
        }
        return count;
    }

    private static ByteBuffer digest(String id) {
        return ByteBuffer.wrap(Sha256.of(id));
    }

    /** Where it is, or would be. */
    private int entry(long high, long low) {
        int mask = said.length - 1;
        int entry = (int) low & mask;
        while (!isFree(entry) && (ids[2 * entry] != high || ids[2 * entry + 1] != low)) {
            entry = (entry + 1) & mask;
        }
        return entry;
    }

    private boolean isFree(int entry) {
        return ids[2 * entry] == 0 && ids[2 * entry + 1] == 0;
    }

    private void set(int entry, long high, long low, long says, byte mark) {
        ids[2 * entry] = high;
        ids[2 * entry + 1] = low;
        said[entry] = says;
        marks[entry] = mark;
    }

    private void grow() {
        long[] formerIds = ids;
        long[] formerSaid = said;
        byte[] formerMarks = marks;
        int length = Math.multiplyExact(2, formerSaid.length);
        ids = new long[Math.multiplyExact(2, length)];
        said = new long[length];
        marks = new byte[length];
        for (int i = 0; i < formerSaid.length; i++) {
            long high = formerIds[2 * i];
            long low = formerIds[2 * i + 1];
            if (high != 0 || low != 0) {
                set(entry(high, low), high, low, formerSaid[i], formerMarks[i]);
            }
        }
    }
}

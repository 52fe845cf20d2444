package org.tieline.graph.bolt;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.tieline.model.Sha256;
import org.tieline.scratch.Scratch;

/**
 * What facts say, by their ids, in some forty bytes a fact: first those that the graph holds, then those of a data set, which meet
 * them. An id is known by the first 128 bits of its digest, which two of a billion share with a chance of one in a sextillion. For one thread
 * at a time.
 */
final class FactTable {
    /** What the data set says of an id that the graph does not hold. */
    static final byte ADDED = 1;

    /** That the graph holds something else of the same id. */
    static final byte OUTDATED = 2;

    /** That the graph holds the same. */
    static final byte SAME = 3;

    /** Held, and not met yet. */
    private static final byte HELD = 0;

    /** Held, not met yet, and other than anything that a data set may say. */
    private static final byte ODD = -1;

    private static final int LEAST = 16;

    /** Bytes of an entry: the halves of the digest of its id, both 0 where there is none, what its fact says, and a mark. */
    private static final int ENTRY = 25;

    private static final int LOW = 8;
    private static final int SAID = 16;
    private static final int MARK = 24;

    /** Entries that are held in memory; more lie in a file, of which the system has in memory what there is room for. */
    private static final int MOST_IN_MEMORY = 1 << 19;

    private static final int MOST = 1 << 26;

    private final MessageDigest sha256 = Sha256.begin();
    private final Scratch scratch;
    private final int mostInMemory;
    private ByteBuffer entries;
    private int length = LEAST;
    private int size;
    private int left;

    FactTable(Scratch scratch) {
        this(scratch, MOST_IN_MEMORY);
    }

    /** @param mostInMemory how many entries */
    FactTable(Scratch scratch, int mostInMemory) {
        this.scratch = scratch;
        this.mostInMemory = mostInMemory;
        entries = empty(length);
    }

    private ByteBuffer empty(int length) {
        return length > mostInMemory ? scratch.map(length * ENTRY) : ByteBuffer.allocate(length * ENTRY);
    }

    /**
     * Takes up what the graph holds. Where it holds two of one id that differ, none is what a data set says.
     *
     * @param odd whether it is other than anything that a data set may say
     */
    void hold(String id, long says, boolean odd) {
        ByteBuffer digest = digest(id);
        long high = digest.getLong();
        long low = digest.getLong();
        int entry = entry(high, low);
        if (isFree(entry)) {
            add(entry, high, low, says, odd ? ODD : HELD);
            left++;
        } else if (odd || said(entry) != says) {
            mark(entry, ODD);
        }
    }

    /**
     * Takes up what the data set says, when all that the graph holds is there.
     *
     * @return {@link #ADDED}, {@link #OUTDATED} or {@link #SAME}
     */
    byte meet(String id, long says) {
        ByteBuffer digest = digest(id);
        long high = digest.getLong();
        long low = digest.getLong();
        int entry = entry(high, low);
        if (isFree(entry)) {
            add(entry, high, low, says, ADDED);
            return ADDED;
        }
        if (mark(entry) <= HELD) {
            mark(entry, mark(entry) == HELD && said(entry) == says ? SAME : OUTDATED);
            left--;
        }
        return mark(entry);
    }

    /** Whether the data set says something of an id. */
    boolean isMet(String id) {
        ByteBuffer digest = digest(id);
        int entry = entry(digest.getLong(), digest.getLong());
        return !isFree(entry) && mark(entry) > HELD;
    }

    /** How many ids the graph holds that the data set says nothing of. */
    int left() {
        return left;
    }

    private void add(int entry, long high, long low, long says, byte mark) {
        set(entry, high, low, says, mark);
        size++;
        if (3L * size > 2L * length) {
            grow();
        }
    }

    private ByteBuffer digest(String id) {
        return ByteBuffer.wrap(sha256.digest(id.getBytes(StandardCharsets.UTF_8)));
    }

    /** Where it is, or would be. */
    private int entry(long high, long low) {
        int mask = length - 1;
        int entry = (int) low & mask;
        while (!isFree(entry)
                && (entries.getLong(entry * ENTRY) != high || entries.getLong(entry * ENTRY + LOW) != low)) {
            entry = (entry + 1) & mask;
        }
        return entry;
    }

    private boolean isFree(int entry) {
        return entries.getLong(entry * ENTRY) == 0 && entries.getLong(entry * ENTRY + LOW) == 0;
    }

    private long said(int entry) {
        return entries.getLong(entry * ENTRY + SAID);
    }

    private byte mark(int entry) {
        return entries.get(entry * ENTRY + MARK);
    }

    private void mark(int entry, byte mark) {
        entries.put(entry * ENTRY + MARK, mark);
    }

    private void set(int entry, long high, long low, long says, byte mark) {
        entries.putLong(entry * ENTRY, high);
        entries.putLong(entry * ENTRY + LOW, low);
        entries.putLong(entry * ENTRY + SAID, says);
        mark(entry, mark);
    }

    private void grow() {
        if (length == MOST) {
            throw new IllegalStateException("a load has more than %d facts of one kind".formatted(size));
        }
        ByteBuffer former = entries;
        int formerLength = length;
        length = 2 * formerLength;
        entries = empty(length);
        for (int i = 0; i < formerLength; i++) {
            long high = former.getLong(i * ENTRY);
            long low = former.getLong(i * ENTRY + LOW);
            if (high != 0 || low != 0) {
                set(entry(high, low), high, low, former.getLong(i * ENTRY + SAID), former.get(i * ENTRY + MARK));
            }
        }
    }
}

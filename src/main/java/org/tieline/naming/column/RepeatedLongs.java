package org.tieline.naming.column;

import java.util.function.LongConsumer;

/** Finds which of many longs came more than once; 8 to 12 bytes each until then. */
public final class RepeatedLongs {
    /** Many short lists, as one long one would be there twice whenever it grows. */
    private static final int LISTS = 256;

    private LongList[] lists = emptyLists();
    private long size;

    public void add(long value) {
        lists[(int) (Owners.hash(value, 0) >>> 56)].add(value);
        size++;
    }

    /** How many were added, each time counted. */
    public long size() {
        return size;
    }

    /** Hands on each that was added more than once, once, and forgets all. */
    public void handOver(LongConsumer each) {
        LongList[] full = lists;
        lists = emptyLists();
        size = 0;
        for (int list = 0; list < LISTS; list++) {
            handOver(full[list], each);
            full[list] = new LongList();
        }
    }

    private static void handOver(LongList list, LongConsumer each) {
        list.sort();
        for (int i = 1; i < list.size(); i++) {
            boolean first = i < 2 || list.get(i - 2) != list.get(i);
            if (first && list.get(i - 1) == list.get(i)) {
                each.accept(list.get(i));
            }
        }
    }

    private static LongList[] emptyLists() {
        LongList[] empty = new LongList[LISTS];
        for (int list = 0; list < LISTS; list++) {
            empty[list] = new LongList();
        }
        return empty;
    }
}

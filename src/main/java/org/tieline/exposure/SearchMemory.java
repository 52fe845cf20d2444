package org.tieline.exposure;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The working memory of one search, reused by later ones. A <em>position</em> is the place of an (organization, state) in
 * the order in which the search found them; position 0 is the start.
 */
final class SearchMemory {
    private static final int INITIAL = 1 << 10;

    /** From one position for so many organizations on, it is quicker to go through all marks than through those that are set. */
    private static final int MANY = 32;

    /** For each organization the states in which it was found, as bits. */
    final byte[] marks;

    /** By position: the organization, and its state in the low three bits. */
    int[] keys = new int[INITIAL];

    /** By position: the position from which it was found; -1 for the start. */
    int[] parents = new int[INITIAL];

    /** By position: the row that led to it, of the page of the organization that it leaves; -1 for the start. */
    int[] rows = new int[INITIAL];

    /** The number of positions. */
    int size;

    /** The positions of h hops end, exclusive, at {@code levelEnds[h]}. */
    int[] levelEnds = new int[SearchOptions.MOST_HOPS + 1];

    int levels;

    /** Positions at which a carrier was first found to be exposed, ascending. */
    int[] hits = new int[INITIAL];

    int hitCount;

    /** The first rows of the organizations of the current block, and where their rows end, exclusive. */
    final int[] rowFrom = new int[ExposureSearch.LOOK_AHEAD];

    final int[] rowTo = new int[ExposureSearch.LOOK_AHEAD];

    /** The pages of those rows. */
    final RowPage[] pages = new RowPage[ExposureSearch.LOOK_AHEAD];

    /** Written so that the touching of rows is not optimised away; never read. */
    long touched;

    SearchMemory(int organizations) {
        marks = new byte[organizations];
    }

    static int key(int organization, int state) {
        return organization << 3 | state;
    }

    static int organization(int key) {
        return key >>> 3;
    }

    static int state(int key) {
        return key & 7;
    }

    /** Sets the start, with all marks, so that no walk returns to it. */
    void start(int organization) {
        marks[organization] = (byte) 0xFF;
        keys[0] = key(organization, WalkState.VENDOR.ordinal());
        parents[0] = -1;
        rows[0] = -1;
        size = 1;
        levelEnds[0] = 1;
        levels = 1;
    }

    void endLevel(int hops) {
        levelEnds[hops] = size;
        levels = hops + 1;
    }

    /** Makes room for so many more positions. */
    void reserve(int more) {
        if (more > keys.length - size) {
            int length = Math.max(size + more, 2 * keys.length);
            keys = Arrays.copyOf(keys, length);
            parents = Arrays.copyOf(parents, length);
            rows = Arrays.copyOf(rows, length);
            hits = Arrays.copyOf(hits, length);
        }
    }

    /** The paths to the hits alone; too small to search with. */
    SearchMemory paths() {
        BitSet wanted = new BitSet(size);
        wanted.set(0);
        for (int hit = 0; hit < hitCount; hit++) {
            for (int position = hits[hit]; !wanted.get(position); position = parents[position]) {
                wanted.set(position);
            }
        }
        SearchMemory paths = new SearchMemory(0);
        paths.reserve(wanted.cardinality());
        int[] placeOf = new int[size];
        for (int position = wanted.nextSetBit(0); position >= 0; position = wanted.nextSetBit(position + 1)) {
            placeOf[position] = paths.size;
            paths.keys[paths.size] = keys[position];
            paths.parents[paths.size] = position == 0 ? -1 : placeOf[parents[position]];
            paths.rows[paths.size] = rows[position];
            paths.size++;
        }
        for (int hit = 0; hit < hitCount; hit++) {
            paths.hits[paths.hitCount++] = placeOf[hits[hit]];
        }
        for (int hops = 0; hops < levels; hops++) {
            paths.levelEnds[hops] = wanted.get(0, levelEnds[hops]).cardinality();
        }
        paths.levels = levels;
        return paths;
    }

    /** Whether it is quicker to go through all marks than through those that are set. */
    boolean isLarge() {
        return size > marks.length / MANY;
    }

    /** Makes it as new, touching only what was used. */
    void clear() {
        if (isLarge()) {
            Arrays.fill(marks, (byte) 0);
        } else {
            for (int position = 0; position < size; position++) {
                marks[organization(keys[position])] = 0;
            }
        }
        size = 0;
        hitCount = 0;
    }
}

package org.tieline.exposure;

import java.util.Arrays;

/**
 * The working memory of one sweep, reused by later ones. An <em>entry</em> is an (organization, state) with the lanes in
 * which one path is the first to reach it; entries stand in the order of levels, and within a level in that of their paths.
 */
final class SweepMemory {
    private static final int INITIAL = 1 << 10;

    /** From one touched organization for so many on, it is quicker to clear everything. */
    private static final int MANY = 8;

    final LaneFilter.Lanes lanes = new LaneFilter.Lanes();

    /** At {@code organization << 3 | state}: the lanes in which reaching the organization in this state has become pointless. */
    final long[] closed;

    /**
     * For each organization, as bits, the states that are pointless in every lane. The bit of {@code VENDOR}, which no walk
     * returns to, says that the organization was touched.
     */
    final byte[] closedInAll;

    /** The organizations whose marks were touched. */
    int[] touched = new int[INITIAL];

    int touchedCount;

    /** By entry: the organization, and its state in the low three bits, as in {@link SearchMemory}. */
    int[] keys = new int[INITIAL];

    /** By entry. */
    long[] lanesOf = new long[INITIAL];

    int size;

    /** First exposures, in the order in which they were found: the carrier, and the relation in the low four bits. */
    int[] hits = new int[INITIAL];

    /** By hit. */
    long[] lanesOfHit = new long[INITIAL];

    int hitCount;

    /** The hits of h hops end, exclusive, at {@code hitEnds[h]}. */
    final int[] hitEnds = new int[SearchOptions.MOST_HOPS + 1];

    /** The first rows of the organizations of the current block, and where their rows end, exclusive. */
    final int[] rowFrom = new int[ExposureSearch.LOOK_AHEAD];

    final int[] rowTo = new int[ExposureSearch.LOOK_AHEAD];

    /** Written so that the touching of rows is not optimised away; never read. */
    long rowsTouched;

    SweepMemory(int organizations) {
        closed = new long[Math.multiplyExact(organizations, ExposureSearch.STATES)];
        closedInAll = new byte[organizations];
    }

    /** Sets the start, in all lanes and closed in all states, so that no walk returns to it. */
    void start(int organization) {
        closedInAll[organization] = (byte) 0xFF;
        touched[0] = organization;
        touchedCount = 1;
        keys[0] = SearchMemory.key(organization, WalkState.VENDOR.ordinal());
        lanesOf[0] = lanes.all();
        size = 1;
    }

    /** Makes room for what the rows of one entry may add. */
    void reserve(int more) {
        if (more > keys.length - size) {
            int length = Math.max(size + more, 2 * keys.length);
            keys = Arrays.copyOf(keys, length);
            lanesOf = Arrays.copyOf(lanesOf, length);
        }
        if (more > hits.length - hitCount) {
            int length = Math.max(hitCount + more, 2 * hits.length);
            hits = Arrays.copyOf(hits, length);
            lanesOfHit = Arrays.copyOf(lanesOfHit, length);
        }
        if (more > touched.length - touchedCount) {
            touched = Arrays.copyOf(touched, Math.max(touchedCount + more, 2 * touched.length));
        }
    }

    /** Makes it as new, touching only what was used. */
    void clear() {
        if (touchedCount > closedInAll.length / MANY) {
            Arrays.fill(closed, 0);
            Arrays.fill(closedInAll, (byte) 0);
        } else {
            for (int i = 0; i < touchedCount; i++) {
                int first = touched[i] << 3;
                Arrays.fill(closed, first, first + ExposureSearch.STATES, 0);
                closedInAll[touched[i]] = 0;
            }
        }
        touchedCount = 0;
        size = 0;
        hitCount = 0;
        Arrays.fill(hitEnds, 0);
    }
}

package org.tieline.exposure;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The working memory of one sweep, reused by later ones. An <em>entry</em> is an (organization, state) with the lanes in
 * which one path is the first to reach it; entries stand in the order of levels, and within a level in that of their paths.
 */
final class SweepMemory {
    private static final int INITIAL = 1 << 10;

    /** From one touched organization for so many on, it is quicker to clear everything. */
    private static final int MANY = 8;

    private static final int PAGE_BITS = 14;

    final LaneFilter.Lanes lanes = new LaneFilter.Lanes();

    /**
     * For each organization and state the lanes in which reaching the one in the other has become pointless: at
     * {@code place(organization) | state} in the page of the organization, which is made when the first of them is reached.
     */
    private final long[] @Nullable [] closed;

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

    /** The pages of those rows. */
    final RowPage[] pages = new RowPage[ExposureSearch.LOOK_AHEAD];

    /** Written so that the touching of rows is not optimised away; never read. */
    long rowsTouched;

    SweepMemory(int organizations) {
        closed = new long[(organizations >>> PAGE_BITS) + 1] @Nullable [];
        closedInAll = new byte[organizations];
    }

    /** See {@link #closed}. */
    static int place(int organization) {
        return (organization & (1 << PAGE_BITS) - 1) << 3;
    }

    /** The lanes in which reaching an organization in a state has become pointless. */
    long closed(int organization, int state) {
        long[] page = closed[organization >>> PAGE_BITS];
        return page == null ? 0 : page[place(organization) | state];
    }

    /** The page of an organization, to be changed. */
    long[] closedPage(int organization) {
        long[] page = closed[organization >>> PAGE_BITS];
        if (page == null) {
            page = new long[ExposureSearch.STATES << PAGE_BITS];
            closed[organization >>> PAGE_BITS] = page;
        }
        return page;
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
            for (long[] page : closed) {
                if (page != null) {
                    Arrays.fill(page, 0);
                }
            }
            Arrays.fill(closedInAll, (byte) 0);
        } else {
            for (int i = 0; i < touchedCount; i++) {
                long[] page = closed[touched[i] >>> PAGE_BITS];
                if (page != null) {
                    int first = place(touched[i]);
                    Arrays.fill(page, first, first + ExposureSearch.STATES, 0);
                }
                closedInAll[touched[i]] = 0;
            }
        }
        touchedCount = 0;
        size = 0;
        hitCount = 0;
        Arrays.fill(hitEnds, 0);
    }
}

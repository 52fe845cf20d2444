package org.tieline.exposure.column;

import org.jspecify.annotations.Nullable;

/**
 * Remembers the ids that were asked for last, so that who asks for the same again is given the same text: of a small table
 * all, of a large one {@value #MOST}. Safe for any number of threads, as it matters to none which of them remembers.
 */
public final class RecentIds {
    private static final int MOST = 1 << 16;

    private final IdTable ids;
    private final @Nullable Recent[] recent;

    private record Recent(int number, String id) {}

    /** Of a table. */
    public RecentIds(IdTable ids) {
        this.ids = ids;
        int most = Math.clamp(ids.size(), 2, MOST);
        recent = new @Nullable Recent[Integer.highestOneBit(most - 1) << 1];
    }

    /** The id with a number. */
    public String id(int number) {
        int place = number & recent.length - 1;
        Recent known = recent[place];
        if (known == null || known.number != number) {
            known = new Recent(number, ids.id(number));
            recent[place] = known;
        }
        return known.id;
    }
}

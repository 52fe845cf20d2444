package org.tieline.graph.bolt;

import java.util.List;

/**
 * A part of a sorted list.
 *
 * @param results those of the part, without any that is badly made
 * @param total how many the whole list has, badly made ones included
 */
public record RecordPage<T>(List<T> results, long total) {
    /** The longest page that can be asked for. */
    public static final int LONGEST = 10_000;

    public RecordPage {
        results = List.copyOf(results);
    }

    static void requireBounds(int limit, int offset) {
        if (limit < 1 || limit > LONGEST) {
            throw new IllegalArgumentException("limit must be 1..%d, was %d".formatted(LONGEST, limit));
        }
        if (offset < 0) {
            throw new IllegalArgumentException("offset must not be negative, was " + offset);
        }
    }
}

package org.tieline.dataset;

import java.util.Comparator;

/**
 * Where a row stands.
 *
 * @param folder the place of its folder among those that are read together, from 0
 * @param file the name of its file as errors have it
 * @param line the line on which it starts
 */
record RowPlace(int folder, String file, long line) implements Comparable<RowPlace> {
    private static final Comparator<RowPlace> ORDER =
            Comparator.comparingInt(RowPlace::folder).thenComparingLong(RowPlace::line);

    /** Two places in files of one table: the later one is the one that is read later. */
    @Override
    public int compareTo(RowPlace other) {
        return ORDER.compare(this, other);
    }

    /** The place in words, for an error that is reported for another one: without the file if it is the same. */
    String seenFrom(RowPlace other) {
        return folder == other.folder ? "line " + line : "%s:%d".formatted(file, line);
    }
}

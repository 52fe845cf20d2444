package org.tieline.csv;

import java.util.List;

/**
 * One row of a table.
 *
 * @param line the line of the text on which it starts, from 1
 * @param cells as they stand, without their quotes; at least one
 */
public record CsvRow(long line, List<String> cells) {

    /** Cell {@code i}, from 0. */
    public String cell(int i) {
        return cells.get(i);
    }

    /** Whether it is a line with nothing but space on it. */
    public boolean isBlank() {
        return cells.size() == 1 && cells.getFirst().isBlank();
    }

    /** The number of cells. */
    public int size() {
        return cells.size();
    }
}

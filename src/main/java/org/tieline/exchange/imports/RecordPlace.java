package org.tieline.exchange.imports;

/**
 * Where a record stands in a file that is imported.
 *
 * @param file the name of the file
 * @param line from 1
 * @param what the id that the file gives it
 */
public record RecordPlace(String file, long line, String what) {
    @Override
    public String toString() {
        return "%s:%d: %s".formatted(file, line, what);
    }
}

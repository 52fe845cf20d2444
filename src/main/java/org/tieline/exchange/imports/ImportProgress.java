package org.tieline.exchange.imports;

/** Hears how far an import has come, at every row; what it does should be little. */
@FunctionalInterface
public interface ImportProgress {
    /** Hears nothing. */
    ImportProgress SILENT = (file, rows, share) -> {};

    /**
     * @param file the name of what is read or written
     * @param rows how many rows of it are done
     * @param share which part of it is done, 0 to 1
     */
    void done(String file, long rows, double share);
}

package org.tieline.dataset;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Term;

/**
 * What became of one fact from one release of a data set to another.
 *
 * @param table the name of its table, {@code ties}
 * @param id the cells of its key with spaces between them, those of the old release if it is there
 * @param kind what happened to it
 * @param title what it says, in a few words for people; that of the new release if it is there
 * @param cells of a fact that is added or withdrawn all cells that are not empty, else those that differ; in the order of the
 *     columns
 * @param reason why, as far as it is about the fact as a whole
 */
public record FactChange(
        String table,
        String id,
        Kind kind,
        String title,
        List<Cell> cells,
        @Nullable String reason) {

    /** What may happen to a fact. */
    public enum Kind implements Term {
        /** Only the new release has it. */
        ADDED,

        /** Both have it, and some of its cells differ. */
        CHANGED,

        /** The new release has it under another id. */
        RENAMED,

        /** It turned out to be the same as another fact, and the new release has that one alone. */
        MERGED,

        /** Only the old release has it. */
        WITHDRAWN
    }

    /**
     * One cell that differs.
     *
     * @param column its name
     * @param old what the old release says; empty if it says nothing
     * @param now what the new release says; empty if it says nothing
     * @param reason why
     */
    public record Cell(
            String column, String old, String now, @Nullable String reason) {
        public Cell {
            Objects.requireNonNull(column);
            Objects.requireNonNull(old);
            Objects.requireNonNull(now);
        }
    }

    public FactChange {
        Objects.requireNonNull(table);
        Objects.requireNonNull(id);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(title);
        cells = List.copyOf(cells);
    }
}

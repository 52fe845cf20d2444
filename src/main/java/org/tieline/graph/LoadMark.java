package org.tieline.graph;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Map;
import org.tieline.model.TielineException.DatabaseUnavailable;

/**
 * That somebody loads a data set in several transactions, as the one node {@code Load} says while it is there.
 *
 * @param version of the data set that is loaded
 * @param by who does it
 * @param since when it began
 * @param applying whether facts are being changed, so that the graph is between two versions; before that the load is only
 *     written down
 */
public record LoadMark(String version, String by, Instant since, boolean applying) {
    /** What the node says in {@code state} while facts are being changed. */
    public static final String APPLYING = "applying";

    /** What a reader says that meets another data set at its end than at its beginning. */
    public static final String REPLACED = "a data set was loaded while the graph was read; it is read again";

    /** Reads the properties of the node. Nothing is refused. */
    public static LoadMark of(Map<String, Object> properties) {
        return new LoadMark(
                String.valueOf(properties.get("version")),
                String.valueOf(properties.get("by")),
                properties.get("since") instanceof ZonedDateTime since ? since.toInstant() : Instant.EPOCH,
                APPLYING.equals(properties.get("state")));
    }

    /** For who wants to read the graph, which is between two versions. */
    public DatabaseUnavailable betweenVersions() {
        return new DatabaseUnavailable(
                DatabaseUnavailable.Reason.LOADING,
                this + "; until it has ended, the graph is between two versions",
                null);
    }

    /** For who wants to load. */
    public DatabaseUnavailable busy() {
        return new DatabaseUnavailable(
                DatabaseUnavailable.Reason.LOADING, this + "; try again when it has ended", null);
    }

    @Override
    public String toString() {
        return "data set %s is being loaded by %s since %s".formatted(version, by, since);
    }
}

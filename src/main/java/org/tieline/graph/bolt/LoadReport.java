package org.tieline.graph.bolt;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a load changed.
 *
 * @param kept ids of organizations, bans and sources that the data set no longer has and that stay because something made
 *     by hand hangs on them, sorted
 */
public record LoadReport(
        Changes organizations,
        Changes ties,
        Changes bans,
        Changes sources,
        Changes memberships,
        Changes identifiers,
        Changes subscribers,
        List<String> kept) {
    public LoadReport {
        kept = List.copyOf(kept);
    }

    /**
     * How many of one kind.
     *
     * @param added not there before
     * @param updated there before and different, or made by hand under an id that the data set has
     * @param removed written by a former load and no longer in the data set
     * @param unchanged the same as before
     */
    public record Changes(int added, int updated, int removed, int unchanged) {
        boolean any() {
            return added + updated + removed > 0;
        }
    }

    /** Whether anything was written. */
    public boolean changed() {
        return Stream.of(organizations, ties, bans, sources, memberships, identifiers, subscribers)
                .anyMatch(Changes::any);
    }
}

package org.tieline.graph;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Organization;

/** Reads a graph whole, and from then on only what commits changed in it. For one thread. */
public interface GraphFollower {
    /** What is known of the graph from the readings before. */
    interface Known {
        /** Null if there is none with this id. */
        @Nullable
        Organization organization(String id);

        boolean hasSource(String id);
    }

    /**
     * Hands everything to a sink, as {@link GraphReader#read} does.
     *
     * @throws org.tieline.model.TielineException.DatabaseUnavailable if the database cannot be reached
     */
    void read(GraphSink sink);

    /**
     * Goes on from what another run of the program read whole, if nothing was wrong with it: notes what {@link #changes} must know, in
     * a fraction of the time of a whole reading. What is committed meanwhile may touch relationships, but no node.
     *
     * @param commit the last that was read, which must be the last when this begins
     * @param known what was read
     * @return whether this was so; if not, everything must be read
     * @throws org.tieline.model.TielineException.DatabaseUnavailable if the database cannot be reached
     */
    default boolean goOn(Commit commit, Known known) {
        return false;
    }

    /**
     * What commits made of what was read before, be it whole or as changes. Each change is told once.
     *
     * @return empty if everything must be read anew: the commits changed too much, or something that hangs together with too much
     * @throws org.tieline.model.TielineException.DatabaseUnavailable if the database cannot be reached
     */
    Optional<GraphChange> changes(Known known);

    /** Why what was changed could not be told the last time, if it should have been; empty if it could, or if too much was. */
    Optional<String> failure();
}

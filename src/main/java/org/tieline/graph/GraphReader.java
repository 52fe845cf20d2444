package org.tieline.graph;

/** Reads the whole graph. */
public interface GraphReader {

    /**
     * The last commit of anybody to the database; an equal one later means that nothing changed. Takes a few milliseconds
     * at most.
     *
     * @throws org.tieline.model.TielineException.DatabaseUnavailable if the database cannot be reached
     */
    Commit lastCommit();

    /**
     * As {@link #lastCommit}, for who waits for what somebody committed elsewhere: in a cluster the leader's, which every later
     * reading then sees.
     *
     * @throws org.tieline.model.TielineException.DatabaseUnavailable if it cannot be reached
     */
    default Commit newestCommit() {
        return lastCommit();
    }

    /**
     * Hands everything to a sink: the data set if one was loaded, releases, organizations, identifiers, counts of subscribers,
     * sources, bans, memberships and ties in this order, in no order within each; problems in between. What is badly made becomes a problem and never a failure.
     *
     * <p>Somebody may commit while this reads, and what is handed over is then from before in part and from after in part.
     * Who compares {@link #lastCommit} from before with that from after notices.
     *
     * @param sink called from one thread at a time, always from the calling thread unless the implementation says otherwise
     * @throws org.tieline.model.TielineException.DatabaseUnavailable if the database cannot be reached, at the start or
     *     half way
     */
    void read(GraphSink sink);

    /**
     * Hands over what a release held when it was loaded, as {@link #read} does what the graph holds.
     *
     * @return whether the graph has this release, by version and digest; nothing was handed over if not
     * @throws org.tieline.model.TielineException.DatabaseUnavailable if the database cannot be reached
     */
    default boolean readRelease(LoadedDataset release, GraphSink sink) {
        return false;
    }
}

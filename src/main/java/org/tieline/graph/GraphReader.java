package org.tieline.graph;

import java.util.Optional;

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
     * Names the state after the last commit so that no other state has this name, of any database and whatever was put back
     * from a copy: what was kept of it elsewhere still fits. Empty if the database gives no such name, or somebody commits.
     */
    default Optional<String> lastingState() {
        return Optional.empty();
    }

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
     *     half way; with the reason {@code LOADING} if the facts are between two data sets
     * @throws java.util.ConcurrentModificationException if another data set took the place of the one that was read
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

    /** One who reads whole once, and then what commits changed; empty if this reader cannot tell what they did. */
    default Optional<GraphFollower> follow() {
        return Optional.empty();
    }

    /** Whether it is known, without asking the database, that somebody committed something after a commit. */
    default boolean hasMoved(Commit known) {
        return false;
    }
}

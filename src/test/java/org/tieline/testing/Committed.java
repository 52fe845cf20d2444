package org.tieline.testing;

import java.util.concurrent.atomic.AtomicLong;
import org.tieline.graph.Commit;
import org.tieline.graph.GraphReader;
import org.tieline.graph.GraphSink;
import org.tieline.model.Dataset;

/** A data set as a graph to which somebody commits: the facts are the same after each commit. */
public final class Committed implements GraphReader {
    private final AtomicLong commit = new AtomicLong(1);
    private final InMemory facts;

    public Committed(Dataset dataset) {
        facts = new InMemory(dataset);
    }

    /** The number of the last commit, for a test to change. */
    public AtomicLong commit() {
        return commit;
    }

    @Override
    public Commit lastCommit() {
        return Commit.numbered(commit.get());
    }

    @Override
    public void read(GraphSink sink) {
        facts.read(sink);
    }
}

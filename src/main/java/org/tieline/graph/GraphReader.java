package org.tieline.graph;

public interface GraphReader {
    long lastCommit();

    void read(GraphSink sink);
}

package org.tieline.exchange.gleif;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.tieline.dataset.DatasetReader;
import org.tieline.graph.Commit;
import org.tieline.graph.GraphReader;
import org.tieline.graph.GraphSink;
import org.tieline.graph.LoadedDataset;
import org.tieline.model.FactSink;
import org.tieline.model.Tie;

/** A folder that an import of GLEIF made, as a graph that nobody commits to; row by row. */
record FolderGraph(Path folder) implements GraphReader {
    @Override
    public Commit lastCommit() {
        return Commit.numbered(1);
    }

    @Override
    public void read(GraphSink sink) {
        sink.dataset(new LoadedDataset("gleif", "", Instant.EPOCH, 0, 0, 0, 0));
        handTo(sink);
    }

    void ties(Consumer<Tie> taker) {
        handTo(new FactSink() {
            @Override
            public void tie(Tie tie) {
                taker.accept(tie);
            }
        });
    }

    private void handTo(FactSink sink) {
        DatasetReader.check(List.of(folder), sink, DatasetReader.Following.NOTHING);
    }
}

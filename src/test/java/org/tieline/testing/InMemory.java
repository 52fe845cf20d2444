package org.tieline.testing;

import java.time.Instant;
import org.tieline.graph.Commit;
import org.tieline.graph.GraphReader;
import org.tieline.graph.GraphSink;
import org.tieline.graph.LoadedDataset;
import org.tieline.model.Dataset;

/** A data set as a graph that nobody commits to. */
public record InMemory(Dataset dataset) implements GraphReader {
    @Override
    public Commit lastCommit() {
        return Commit.numbered(1);
    }

    @Override
    public void read(GraphSink sink) {
        sink.dataset(new LoadedDataset(
                dataset.version(),
                dataset.sha256(),
                Instant.EPOCH,
                dataset.organizations().size(),
                dataset.ties().size(),
                dataset.bans().size(),
                dataset.sources().size()));
        dataset.organizations().forEach(sink::organization);
        dataset.identifiers().forEach(sink::identifier);
        dataset.subscribers().forEach(sink::subscribers);
        dataset.sources().forEach(sink::source);
        dataset.bans().forEach(sink::ban);
        dataset.memberships().forEach(sink::membership);
        dataset.ties().forEach(sink::tie);
    }
}

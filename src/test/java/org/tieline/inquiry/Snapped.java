package org.tieline.inquiry;

import java.time.Instant;
import org.tieline.graph.DatasetInfo;
import org.tieline.graph.GraphReader;
import org.tieline.graph.GraphSink;
import org.tieline.model.Dataset;

/** Snapshots of facts that never were in a database. */
final class Snapped {
    private Snapped() {}

    static Snapshot of(Dataset dataset) {
        return SnapshotBuilder.take(new Reader(dataset));
    }

    private record Reader(Dataset dataset) implements GraphReader {
        @Override
        public long lastCommit() {
            return 1;
        }

        @Override
        public void read(GraphSink sink) {
            sink.dataset(new DatasetInfo(
                    dataset.version(),
                    dataset.sha256(),
                    Instant.EPOCH,
                    dataset.organizations().size(),
                    dataset.ties().size(),
                    dataset.bans().size(),
                    dataset.sources().size()));
            dataset.organizations().forEach(sink::organization);
            dataset.sources().forEach(sink::source);
            dataset.bans().forEach(sink::ban);
            dataset.ties().forEach(sink::tie);
        }
    }
}

package org.tieline.question;

import java.time.Instant;
import java.util.Optional;
import org.tieline.exposure.GeneratedFacts;
import org.tieline.graph.Commit;
import org.tieline.graph.GraphReader;
import org.tieline.graph.GraphSink;
import org.tieline.graph.LoadedDataset;

/** Generated facts as they come, without bans, as a graph that nobody changes. */
record GeneratedGraph(GeneratedFacts facts) implements GraphReader {
    static final String STATE = "generated";

    @Override
    public Commit lastCommit() {
        return Commit.numbered(1);
    }

    @Override
    public Optional<String> lastingState() {
        return Optional.of(STATE);
    }

    @Override
    public void read(GraphSink sink) {
        sink.dataset(new LoadedDataset("generated", "", Instant.EPOCH, 0, 0, 0, 0));
        facts.organizations(sink::organization);
        facts.sources(sink::source);
        facts.ties(sink::tie);
    }
}

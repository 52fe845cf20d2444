package org.tieline.question.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tieline.graph.Commit;
import org.tieline.graph.GraphReader;
import org.tieline.graph.GraphSink;
import org.tieline.graph.Movement;
import org.tieline.model.Ban;
import org.tieline.model.Dataset;
import org.tieline.model.Organization;
import org.tieline.model.Source;
import org.tieline.model.Tie;
import org.tieline.question.Snapped;
import org.tieline.question.Snapshot;
import org.tieline.question.SnapshotBuilder;
import org.tieline.testing.InMemory;

/** Facts that became others, as a graph has them that somebody followed. */
final class Followed implements GraphReader {
    private final Dataset facts;
    private final List<Movement> movements;

    private Followed(Dataset facts, List<Movement> movements) {
        this.facts = facts;
        this.movements = movements;
    }

    static Followed from(Dataset facts) {
        return new Followed(facts, List.of());
    }

    /** The same graph once other facts were loaded. */
    Followed then(String at, Dataset others) {
        List<Movement> more = new ArrayList<>(movements);
        more.add(new Movement(
                movements.isEmpty() ? 1 : movements.getLast().number() + 1,
                Instant.parse(at),
                Recording.of(Snapped.of(others)).changesSince(Recording.of(Snapped.of(facts)))));
        return new Followed(others, more);
    }

    /** The same graph of which the first movements are not kept. */
    Followed cut(int movementsAway) {
        return new Followed(facts, movements.subList(movementsAway, movements.size()));
    }

    Snapshot snapshot() {
        return SnapshotBuilder.take(this);
    }

    /** Facts without any that only others need. */
    static Dataset facts(List<Organization> organizations, List<Tie> ties, List<Ban> bans, List<Source> sources) {
        return new Dataset("1.0.0", "a".repeat(64), organizations, ties, bans, sources, List.of());
    }

    @Override
    public Commit lastCommit() {
        return Commit.numbered(1);
    }

    @Override
    public void read(GraphSink sink) {
        new InMemory(facts).read(sink);
        movements.reversed().forEach(sink::movement);
    }
}

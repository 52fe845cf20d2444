package org.tieline.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.graphdb.GraphDatabaseService;
import org.tieline.graph.Progress;
import org.tieline.graph.bolt.DatasetLoader;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.question.Snapshots;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.EmbeddedNeo4jExtension;
import org.tieline.testing.Patience;
import org.tieline.testing.TestFacts;

/** Snapshots live as long as their database runs. */
class SharedSnapshotsTests {
    private static final String CALL = "CALL tieline.exposures('huawei', {asOf: date('2020-01-01')})";

    @TempDir
    private Path home;

    @Test
    void shouldEndWithTheDatabaseAndBeginAnewWithIt() {
        int others = SharedSnapshots.count();
        List<Thread> lookersBefore = lookers();
        Snapshots first;
        try (EmbeddedServer server = EmbeddedServer.startWithoutBrowser(EmbeddedNeo4jExtension.settings(home));
                Neo4j neo4j =
                        Neo4j.connect(server.boltUri(), "neo4j", server.access().password(), "neo4j")) {
            new DatasetLoader(neo4j, Clock.systemUTC()).load(TestFacts.dataset(), Progress.NONE);
            assertThat(answers(server.database())).isEqualTo(1);
            first = SharedSnapshots.of(server.database());
            first.start(Duration.ofMillis(10));
            assertThat(SharedSnapshots.of(server.database())).isSameAs(first);
            assertThat(SharedSnapshots.count()).isEqualTo(others + 1);
            Patience.await(() -> lookers().size() > lookersBefore.size());
        }
        assertThat(SharedSnapshots.count()).isEqualTo(others);
        Patience.await(() -> lookersBefore.containsAll(lookers()));

        try (EmbeddedServer server = EmbeddedServer.startWithoutBrowser(EmbeddedNeo4jExtension.settings(home))) {
            assertThat(answers(server.database())).isEqualTo(1);
            assertThat(SharedSnapshots.of(server.database())).isNotSameAs(first);
        }
        assertThat(SharedSnapshots.count()).isEqualTo(others);
    }

    /** The threads that look for commits. */
    private static List<Thread> lookers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("snapshot"))
                .toList();
    }

    private static long answers(GraphDatabaseService database) {
        return database.executeTransactionally(
                CALL, Map.of(), rows -> rows.stream().count());
    }
}

package org.tieline.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tieline.exposure.FoundExposures;
import org.tieline.exposure.SearchOptions;
import org.tieline.graph.Commit;
import org.tieline.graph.GraphProblem;
import org.tieline.graph.GraphReader;
import org.tieline.graph.GraphSink;
import org.tieline.graph.bolt.DriverGraphReader;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.graph.kernel.EmbeddedGraphReader;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.EmbeddedNeo4jExtension;
import org.tieline.testing.InMemory;
import org.tieline.testing.TestFacts;

/** What a snapshot makes of a graph that people write to by hand. */
@ExtendWith(EmbeddedNeo4jExtension.class)
class SnapshotsTests {
    private static final SearchOptions OPTIONS = SearchOptions.on(LocalDate.of(2020, 1, 1));

    private final EmbeddedServer server;
    private final Neo4j neo4j;

    SnapshotsTests(EmbeddedServer server, Neo4j neo4j) {
        this.server = server;
        this.neo4j = neo4j;
    }

    @BeforeEach
    void load() {
        EmbeddedNeo4jExtension.fill(server, neo4j, TestFacts.dataset());
    }

    @Test
    void shouldSeeATieMadeByHandAndKeepTheOldSnapshotAsItWas() {
        for (GraphReader reader : readers()) {
            load();
            try (Snapshots snapshots = new Snapshots(reader)) {
                snapshots.refresh();
                Snapshot before = snapshots.current();

                byHand("""
                        MATCH (huawei {id: 'huawei'}), (ee {id: 'ee'})
                        CREATE (huawei)-[:SUPPLIES {id: 'by-hand', evidence: 'reported', sources: ['bbc-2020']}]->(ee)
                        """);
                snapshots.refresh();

                assertThat(exposed(before)).containsExactly("bt 1");
                assertThat(exposed(snapshots.current())).containsExactly("bt 1", "ee 1");
                assertThat(snapshots.current().version()).isNotEqualTo(before.version());
                byHand("MATCH ()-[tie {id: 'by-hand'}]->() DELETE tie");
            }
        }
    }

    @Test
    void shouldNotTakeAnotherSnapshotWithoutACommit() {
        try (Snapshots snapshots = new Snapshots(new EmbeddedGraphReader(server.database()))) {
            snapshots.refresh();
            Snapshot first = snapshots.current();

            snapshots.refresh();

            assertThat(snapshots.current()).isSameAs(first);
        }
    }

    @Test
    void shouldListBadlyMadeTiesAndAnswerFromTheOthers() {
        byHand("""
                MATCH (huawei {id: 'huawei'}), (ee {id: 'ee'}), (bt {id: 'bt'})
                CREATE (huawei)-[:SUPPLIES {evidence: 'reported', sources: ['x']}]->(ee),
                       (huawei)-[:SUPPLIES {id: 'bad-grade', evidence: 'rumour', sources: ['x']}]->(ee),
                       (huawei)-[:PARTNERS_WITH {id: 'huawei-supplies-bt', evidence: 'reported', sources: ['x']}]->(bt),
                       (huawei)-[:SUPPLIES {id: 'to-nobody', evidence: 'reported', sources: ['x']}]->(:Ban {id: 'b'}),
                       (huawei)-[:SUPPLIES {id: 'self', evidence: 'reported', sources: ['x']}]->(huawei),
                       (:Organization {id: 'no-kind', name: 'No kind'})
                """);
        for (GraphReader reader : readers()) {
            try (Snapshots snapshots = new Snapshots(reader)) {
                snapshots.refresh();

                assertThat(snapshots.current().problems())
                        .extracting(GraphProblem::where)
                        .contains("bad-grade", "huawei-supplies-bt", "to-nobody", "self", "no-kind");
                assertThat(snapshots.current().problems()).hasSize(7);
                assertThat(exposed(snapshots.current())).contains("bt 1");
            }
        }
    }

    @Test
    void shouldReadAgainWhenSomebodyCommitsInBetween() {
        GraphReader reader = new EmbeddedGraphReader(server.database());
        boolean[] committed = {false};
        GraphReader disturbed = new GraphReader() {
            @Override
            public Commit lastCommit() {
                return reader.lastCommit();
            }

            @Override
            public void read(GraphSink sink) {
                reader.read(sink);
                if (!committed[0]) {
                    committed[0] = true;
                    byHand("MATCH ()-[tie {id: 'huawei-supplies-bt'}]->() DELETE tie");
                }
            }
        };
        try (Snapshots snapshots = new Snapshots(disturbed)) {
            snapshots.refresh();

            assertThat(exposed(snapshots.current())).isEmpty();
            assertThat(snapshots.current().commit()).isEqualTo(reader.lastCommit());
        }
    }

    /** As long as a large commit is written, each look gives another number, and what is read may be half of it. */
    @Test
    void shouldTakeNothingOfACommitThatIsBeingWritten() {
        Restless graph = new Restless(5);

        Snapshot taken = SnapshotBuilder.take(graph, Duration.ofMinutes(1));

        assertThat(taken.commit()).isEqualTo(Commit.numbered(Restless.SETTLED));
        assertThat(exposed(taken)).containsExactly("bt 1");
        assertThat(graph.failures).isPositive();
    }

    @Test
    void shouldTakeAGraphThatNeverRestsAsItIs() {
        Snapshot taken = SnapshotBuilder.take(new Restless(Integer.MAX_VALUE), Duration.ZERO);

        assertThat(taken.commit()).isNotEqualTo(Commit.numbered(Restless.SETTLED));
        assertThat(taken.organizations()).isEmpty();
    }

    /** A graph of which at first nothing but pieces can be read, and every other time nothing at all. */
    private static final class Restless implements GraphReader {
        static final long SETTLED = 7;

        private final GraphReader settled = new InMemory(TestFacts.dataset());
        private final int until;
        private int readings;
        private long unsettled;
        int failures;

        Restless(int until) {
            this.until = until;
        }

        @Override
        public Commit lastCommit() {
            return Commit.numbered(readings < until ? --unsettled : SETTLED);
        }

        @Override
        public void read(GraphSink sink) {
            readings++;
            if (readings > until) {
                settled.read(sink);
            } else if (readings % 2 == 0) {
                failures++;
                throw new IllegalStateException("what was to be read was removed just now");
            }
        }
    }

    private List<GraphReader> readers() {
        return List.of(new EmbeddedGraphReader(server.database()), new DriverGraphReader(neo4j));
    }

    private void byHand(String cypher) {
        server.database().executeTransactionally(cypher);
    }

    private static List<String> exposed(Snapshot snapshot) {
        try (FoundExposures reach = snapshot.search().reach("huawei", OPTIONS.withMaxHops(1))) {
            return IntStream.range(0, reach.size())
                    .mapToObj(i -> reach.carrier(i) + " " + reach.hops(i))
                    .sorted()
                    .toList();
        }
    }
}

package org.tieline.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.dataset.DatasetReader;
import org.tieline.exchange.exports.Export;
import org.tieline.exchange.exports.ExportWriter;
import org.tieline.exchange.exports.Exports;
import org.tieline.graph.Commit;
import org.tieline.graph.GraphProblem;
import org.tieline.graph.GraphReader;
import org.tieline.graph.GraphSink;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.model.Dataset;
import org.tieline.model.Tie;
import org.tieline.model.TielineException.DatabaseUnavailable;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.EmbeddedNeo4jExtension;
import org.tieline.testing.InMemory;
import org.tieline.testing.TestFacts;

/** From the folder into the graph and back nothing is lost, and what cannot come along is told. */
@ExtendWith(EmbeddedNeo4jExtension.class)
class ExportsTests {
    private static final String TIE_BY_HAND =
            "MATCH (h {id: 'huawei'}), (k {id: 'kddi'}) CREATE (h)-[:SUPPLIES {id: 'mine', evidence: 'reported', sources: ['%s']}]->(k)";

    private final EmbeddedServer server;
    private final Neo4j neo4j;

    @TempDir
    private Path folder;

    ExportsTests(EmbeddedServer server, Neo4j neo4j) {
        this.server = server;
        this.neo4j = neo4j;
    }

    @BeforeEach
    void empty() {
        EmbeddedNeo4jExtension.empty(server);
    }

    @Test
    void shouldWriteTheFolderThatWasLoadedByteByByte() throws IOException {
        Dataset loaded = Shipped.load(neo4j);

        Export export = Shipped.export(neo4j);
        write(export);

        assertThat(export.dataset()).isEqualTo(loaded);
        assertThat(export.leftOutTotal()).isZero();
        assertThat(DatasetReader.read(folder)).isEqualTo(loaded);
        for (String file : List.of("organizations.csv", "ties.csv", "bans.csv", "sources.csv", "memberships.csv")) {
            assertThat(folder.resolve(file)).hasSameBinaryContentAs(Shipped.FOLDER.resolve(file));
        }
        assertThat(Files.readAllLines(folder.resolve("datapackage.json")))
                .containsAll(Files.readAllLines(Shipped.FOLDER.resolve("datapackage.json")));
    }

    @Test
    void shouldTakeAlongWhatWasMadeByHandUnderAnotherVersion() throws IOException {
        Dataset loaded = Shipped.load(neo4j);
        server.database().executeTransactionally(TIE_BY_HAND.formatted("reuters-2018-12-07-japan-ban"));

        write(Shipped.export(neo4j));

        Dataset read = DatasetReader.read(folder);
        assertThat(read.version()).isEqualTo(loaded.version() + "+changed");
        assertThat(read.ties())
                .hasSize(loaded.ties().size() + 1)
                .extracting(Tie::id)
                .contains("mine");
        assertThat(folder.resolve("datapackage.json")).content().doesNotContain("CC-BY-4.0");
    }

    @Test
    void shouldLeaveOutAndTellWhatIsBadlyMadeOrNamesNothing() throws IOException {
        Dataset loaded = Shipped.load(neo4j);
        server.database().executeTransactionally(TIE_BY_HAND.formatted("nowhere"));
        server.database()
                .executeTransactionally("MATCH ()-[t {id: 'huawei-supplies-bt'}]->() SET t.evidence = 'rumour'");
        server.database().executeTransactionally("CREATE (:Source {id: 'half'})");

        Export export = Shipped.export(neo4j);
        write(export);

        assertThat(export.leftOutTotal()).isEqualTo(4);
        assertThat(export.leftOut())
                .extracting(GraphProblem::where)
                .containsExactlyInAnyOrder("mine", "huawei-supplies-bt", "half", "half");
        assertThat(export.leftOut())
                .extracting(GraphProblem::message)
                .contains("sources must name what is in the graph without problems, was nowhere");
        assertThat(DatasetReader.read(folder).ties()).hasSize(loaded.ties().size() - 1);
    }

    @Test
    void shouldExportAGraphIntoWhichNothingWasLoaded() throws IOException {
        write(Shipped.export(neo4j));

        assertThat(DatasetReader.read(folder).version()).isEqualTo("unversioned");
        assertThat(DatasetReader.read(folder).ties()).isEmpty();
    }

    @Test
    void shouldReadAgainWhenSomebodyCommitsInBetween() {
        Export export = new Exports(new Moving(1, 2, 2)).take();

        assertThat(export.dataset().ties()).hasSize(1);
    }

    @Test
    void shouldTakeWhatReadsTheSameTwiceWhoeverElseCommits() {
        assertThat(new Exports(new Moving(1, 2, 3, 4, 5)).take().dataset().ties())
                .hasSize(2);
    }

    @Test
    void shouldRefuseAGraphThatNeverRests() {
        Moving restless = new Moving(1, 2, 3, 4, 5) {
            @Override
            Dataset facts() {
                Dataset all = TestFacts.dataset();
                return readings % 2 == 0
                        ? all
                        : new Dataset("1", "", all.organizations(), List.of(), List.of(), all.sources());
            }
        };

        assertThatThrownBy(() -> new Exports(restless).take())
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("changed each of the 4 times");
    }

    private void write(Export export) throws IOException {
        try (ExportWriter writer = ExportFormat.CSV.openFolder(folder)) {
            export.writeTo(writer);
        }
    }

    /** Says other numbers of commits as it is asked; loses a tie after the first reading if only one follows. */
    private static class Moving implements GraphReader {
        private final Deque<Long> commits = new ArrayDeque<>();
        private final boolean loses;
        int readings;

        Moving(long... commits) {
            for (long commit : commits) {
                this.commits.add(commit);
            }
            loses = commits.length == 3;
        }

        @Override
        public Commit lastCommit() {
            return Commit.numbered(commits.pop());
        }

        Dataset facts() {
            Dataset all = TestFacts.dataset();
            return loses && readings > 1
                    ? new Dataset("1", "", all.organizations(), all.ties().subList(0, 1), all.bans(), all.sources())
                    : all;
        }

        @Override
        public void read(GraphSink sink) {
            readings++;
            new InMemory(facts()).read(sink);
        }
    }
}

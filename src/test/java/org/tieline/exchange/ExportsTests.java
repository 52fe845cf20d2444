package org.tieline.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.dataset.DatasetReader;
import org.tieline.dataset.DatasetWriter;
import org.tieline.dataset.PackageHead;
import org.tieline.dataset.known.SortedFacts;
import org.tieline.exchange.exports.Export;
import org.tieline.exchange.exports.ExportWriter;
import org.tieline.exchange.exports.Exports;
import org.tieline.graph.Commit;
import org.tieline.graph.GraphProblem;
import org.tieline.graph.GraphReader;
import org.tieline.graph.GraphSink;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.model.Ban;
import org.tieline.model.Dataset;
import org.tieline.model.DatasetSummary;
import org.tieline.model.Identifier;
import org.tieline.model.Organization;
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

        assertThat(facts(export)).isEqualTo(loaded);
        assertThat(export.dataset()).isEqualTo(DatasetSummary.of(loaded));
        assertThat(export.leftOutTotal()).isZero();
        assertThat(DatasetReader.read(folder)).isEqualTo(loaded);
        Path written = Files.createDirectory(folder.resolve("written"));
        DatasetWriter.write(loaded, PackageHead.shipped(), written);
        try (Stream<Path> files = Files.list(written)) {
            assertThat(files).allSatisfy(file -> assertThat(folder.resolve(file.getFileName()))
                    .hasSameBinaryContentAs(file));
        }
    }

    @Test
    void shouldWriteLivesIdentifiersAndCounts() throws IOException {
        Dataset loaded = Shipped.loadLives(neo4j);

        write(Shipped.export(neo4j));

        assertThat(DatasetReader.read(folder).identifiers()).isEqualTo(loaded.identifiers());
        assertThat(DatasetReader.read(folder).sha256()).isEqualTo(loaded.sha256());
        assertThat(DatasetReader.read(folder).version()).isEqualTo("1.0.0");
    }

    @Test
    void shouldDropWhatLeadsToNothingThatIsThere() {
        Dataset facts = TestFacts.datasetWithLives();
        Dataset partly = new Dataset(
                "1",
                "",
                facts.organizations().stream()
                        .filter(organization -> !organization.id().equals("ee"))
                        .toList(),
                List.of(),
                facts.bans().stream().filter(ban -> !ban.id().equals("uk-2019")).toList(),
                facts.sources(),
                List.of(),
                facts.identifiers(),
                facts.subscribers());

        Export export = new Exports(new InMemory(partly)).take();

        assertThat(export.leftOut())
                .extracting(GraphProblem::where)
                .containsExactlyInAnyOrder(
                        "orange-uk",
                        "uk-2020",
                        "ee mcc-mnc 234-33 2010-07-01",
                        "ee register GB 02382161 ",
                        "ee 2019",
                        "ee 2020-06");
        assertThat(facts(export).organizations())
                .extracting(Organization::successor)
                .containsOnlyNulls();
        assertThat(facts(export).bans()).extracting(Ban::replaces).containsExactly(List.of());
        assertThat(facts(export).identifiers())
                .extracting(Identifier::organization)
                .containsExactly("bt", "orange-uk");
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

        assertThat(export.dataset().ties()).isEqualTo(1);
    }

    @Test
    void shouldTakeWhatReadsTheSameTwiceWhoeverElseCommits() {
        assertThat(new Exports(new Moving(1, 2, 3, 4, 5)).take().dataset().ties())
                .isEqualTo(2);
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

    private static Dataset facts(Export export) {
        SortedFacts facts = export.facts();
        return new Dataset(
                export.dataset().version(),
                export.dataset().sha256(),
                all(facts.organizations()),
                all(facts.ties()),
                all(facts.bans()),
                all(facts.sources()),
                all(facts.memberships()),
                all(facts.identifiers()),
                all(facts.subscribers()));
    }

    private static <T> List<T> all(SortedFacts.Rows<T> rows) {
        List<T> all = new ArrayList<>();
        rows.forEach(all::add);
        return all;
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

package org.tieline.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tieline.dataset.DatasetReader;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.model.Dataset;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.EmbeddedNeo4jExtension;
import org.tieline.testing.Run;
import org.tieline.testing.TestFacts;

/** {@code tieline export}. */
@ExtendWith(EmbeddedNeo4jExtension.class)
class ExportCommandTests {
    private final EmbeddedServer server;
    private final Neo4j neo4j;
    private final Dataset dataset = TestFacts.dataset();

    @TempDir
    private Path folder;

    ExportCommandTests(EmbeddedServer server, Neo4j neo4j) {
        this.server = server;
        this.neo4j = neo4j;
    }

    @BeforeEach
    void load() {
        EmbeddedNeo4jExtension.fill(server, neo4j, dataset);
    }

    @Test
    void shouldWriteAFolderThatCanBeLoaded() {
        Path to = folder.resolve("with a space");

        Run run = export("csv", to);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("4 organizations, 2 ties, 1 bans, 1 sources, 1 memberships");
        assertThat(DatasetReader.read(to).ties()).isEqualTo(dataset.ties());
        assertThat(Run.of(Map.of(), "check", to.toString()).code()).isZero();
        assertThat(names(folder)).containsExactly("with a space");
    }

    @ParameterizedTest
    @CsvSource({
        "csv, data.zip",
        "neo4j-admin, import.zip",
        "graphml, net.graphml",
        "gexf, net.gexf",
        "ftm, net.ftm.json"
    })
    void shouldWriteAFile(String format, String name) throws IOException {
        assertThat(export(format, folder.resolve(name)).code()).isZero();

        assertThat(Files.size(folder.resolve(name))).isGreaterThan(1000);
        assertThat(names(folder)).containsExactly(name);
    }

    @Test
    void shouldReplaceOnlyWhatAnExportWroteAndOnlyWhenTold() throws IOException {
        Path to = folder.resolve("data");
        assertThat(export("csv", to).code()).isZero();

        Run again = export("csv", to);
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).startsWith("--to must be an empty folder, or --force be given");
        assertThat(export("neo4j-admin", to, "--force").code()).isZero();
        assertThat(names(to)).contains("import.args").doesNotContain("datapackage.json");

        Files.writeString(to.resolve("thesis.odt"), "mine");
        Run mine = export("csv", to, "--force");
        assertThat(mine.code()).isEqualTo(2);
        assertThat(mine.err()).contains("has thesis.odt");
        assertThat(names(to)).contains("import.args", "thesis.odt");
        assertThat(names(folder)).containsExactly("data");
    }

    @Test
    void shouldTellWhatIsLeftOutAndWriteNothingIfThatIsNotWanted() {
        server.database().executeTransactionally("CREATE (:Source {id: 'half'})");

        Run run = export("csv", folder.resolve("some"));
        Run strict = export("csv", folder.resolve("none"), "--strict");

        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("left out, as badly made in the graph: 2", "source half: publisher must not be");
        assertThat(strict.code()).isEqualTo(3);
        assertThat(names(folder)).containsExactly("some");
    }

    @Test
    void shouldSayThatAFolderCannotBeLoaded() {
        server.database()
                .executeTransactionally("MATCH (a {id: 'huawei'}), (b {id: 'gov-uk'}), (s:Source) "
                        + "CREATE (a)-[:OWNS {id: 'odd', evidence: 'reported', sources: [s.id]}]->(b)");

        Run run = export("csv", folder.resolve("odd"));

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("cannot be loaded", "ties.csv:4: to: \"gov-uk\": must be one of");
        assertThat(folder.resolve("odd/ties.csv")).exists();
    }

    @Test
    void shouldRefuseAFormatThatItDoesNotKnow() {
        Run run = export("xml", folder.resolve("x"));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("must be one of [csv, neo4j-admin, graphml, gexf");
    }

    private Run export(String format, Path to, String... more) {
        String[] words = Stream.concat(Stream.of("export", "--format", format, "--to", to.toString()), Stream.of(more))
                .toArray(String[]::new);
        return Run.of(
                Map.of(
                        "NEO4J_URI",
                        server.boltUri().toString(),
                        "NEO4J_PASSWORD",
                        server.access().password()),
                words);
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

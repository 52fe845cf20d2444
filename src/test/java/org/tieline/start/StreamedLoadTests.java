package org.tieline.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.dataset.DatasetReader;
import org.tieline.dataset.ManyFacts;
import org.tieline.graph.Progress;
import org.tieline.graph.bolt.DatasetLoader;
import org.tieline.graph.bolt.LoadReport;
import org.tieline.graph.bolt.LoadReport.Changes;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.model.TielineException.InvalidData;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.EmbeddedNeo4jExtension;
import org.tieline.testing.Nightly;

/** A folder that is checked while it is held against the graph, as one of much data is. */
@ExtendWith(EmbeddedNeo4jExtension.class)
class StreamedLoadTests {
    private static final int ORGANIZATIONS = Nightly.or(300, 1_000);
    private static final int TIES = Nightly.or(1_500, 5_000);

    private final EmbeddedServer server;
    private final Neo4j neo4j;

    @TempDir
    private Path folder;

    StreamedLoadTests(EmbeddedServer server, Neo4j neo4j) {
        this.server = server;
        this.neo4j = neo4j;
    }

    @BeforeEach
    void empty() {
        EmbeddedNeo4jExtension.empty(server);
    }

    private LoadReport load(Path from) {
        return new DatasetLoader(neo4j, Clock.systemUTC()).load(new DatasetStream(List.of(from)), Progress.NONE);
    }

    @Test
    void shouldWriteWhatDiffersOfAFolder() throws IOException {
        Path first = folder.resolve("first");
        new ManyFacts(ORGANIZATIONS, TIES).write(first, "1");
        Path second = folder.resolve("second");
        new ManyFacts(ORGANIZATIONS, TIES).write(second, "2");
        List<String> ties = Files.readAllLines(second.resolve("ties.csv"));
        ties.set(10, ties.get(10).replace("Made up", "Said otherwise").replace("made up", "said otherwise"));
        ties.remove(20);
        Files.write(second.resolve("ties.csv"), ties);

        assertThat(load(first).ties()).isEqualTo(new Changes(TIES, 0, 0, 0));
        LoadReport report = load(second);

        assertThat(report.ties()).isEqualTo(new Changes(0, 1, 1, TIES - 2));
        assertThat(report.organizations()).isEqualTo(new Changes(0, 0, 0, ORGANIZATIONS));
        assertThat(row("""
                        MATCH (d:Dataset), (r:Release {version: '2'})-[:HELD]->(part)
                        RETURN d.version AS version, d.ties AS ties, count(part) > 0 AS kept
                        """)).isEqualTo(Map.of("version", "2", "ties", TIES - 1L, "kept", true));
        assertThat(new DatasetLoader(neo4j, Clock.systemUTC())
                        .load(DatasetReader.read(second), Progress.NONE)
                        .changed())
                .isFalse();
    }

    @Test
    void shouldChangeNothingWhereAFolderHasErrors() throws IOException {
        Path first = folder.resolve("first");
        new ManyFacts(ORGANIZATIONS, TIES).write(first, "1");
        load(first);
        Path broken = folder.resolve("broken");
        new ManyFacts(ORGANIZATIONS + 1, TIES).write(broken, "2");
        Files.writeString(
                broken.resolve("ties.csv"),
                "z,o00000000,SUPPLIES,nobody,,,,,,,,,,,confirmed,s00001,Made up.\n",
                StandardOpenOption.APPEND);

        assertThatThrownBy(() -> load(broken))
                .isInstanceOf(InvalidData.class)
                .hasMessageContaining("\"nobody\": must be the id of a row in organizations.csv");

        assertThat(row("MATCH (d:Dataset) RETURN d.version AS version, COUNT { (:Organization) } AS organizations"))
                .isEqualTo(Map.of("version", "1", "organizations", (long) ORGANIZATIONS));
        assertThat(load(first).changed()).isFalse();
    }

    private Map<String, Object> row(String query) {
        return neo4j.read(tx -> tx.run(query).single().asMap());
    }
}

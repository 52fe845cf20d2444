package org.tieline.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.dataset.DatasetReader;
import org.tieline.graph.Progress;
import org.tieline.graph.bolt.DatasetLoader;
import org.tieline.graph.bolt.DriverGraphReader;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.model.Dataset;
import org.tieline.question.Snapshots;
import org.tieline.testing.Served;

/** The jar with the procedures in a server that has nothing else of this program. */
class PluginIT {
    private static final Path JAR = Path.of(System.getProperty("procedures.jar"));

    @TempDir
    private Path home;

    @Test
    void shouldAnswerInAnotherServerAsTheInquiryDoes() throws Exception {
        LocalDate day = LocalDate.of(2018, 12, 8);
        Dataset shipped = DatasetReader.read(Path.of("seed-data"));
        copyData();
        try (PluginServer server = PluginServer.start(home, JAR);
                Neo4j neo4j = server.connect();
                Snapshots snapshots = new Snapshots(new DriverGraphReader(neo4j))) {
            new DatasetLoader(neo4j, Clock.systemUTC()).load(shipped, Progress.NONE);
            List<ComparedExposure> expected = ComparedExposure.asked(
                    snapshots.fresh(), Map.of("vendor", List.of("huawei"), "asOf", List.of(day.toString())));

            List<ComparedExposure> answered = ComparedExposure.called(
                    neo4j, "CALL tieline.exposures('huawei', {asOf: date('2018-12-08')})", Map.of());
            assertThat(expected).hasSizeGreaterThan(100);
            assertThat(answered).containsExactlyElementsOf(expected);
            assertThat(neo4j.<List<String>>read(
                            tx -> tx.run("SHOW PROCEDURES YIELD name WHERE name STARTS WITH 'tieline.' RETURN name")
                                    .list(row -> row.get("name").asString())))
                    .contains(
                            "tieline.exposures",
                            "tieline.restricted",
                            "tieline.paths",
                            "tieline.ownership",
                            "tieline.ask");
            assertThat(neo4j.<Long>read(tx -> tx.run(
                                    "CALL tieline.restricted({asOf: '2018-12-08'}) YIELD vendor, bans RETURN sum(size(bans)) AS n")
                            .single()
                            .get("n")
                            .asLong()))
                    .isGreaterThan(5);

            assertThat(
                            text(
                                    neo4j,
                                    "CALL tieline.paths('huawei', 'sprint', {asOf: '2018-12-08', limit: 1}) YIELD relation AS it"))
                    .isEqualTo("parent");
            assertThat(text(
                            neo4j,
                            "CALL tieline.ownership('td-tech', 'ofac-50', {listed: 'huawei'}) YIELD verdict AS it"))
                    .isIn("yes", "no", "unknown");

            assertThat(text(
                            neo4j,
                            "CALL tieline.ask('matrix', {vendor: 'huawei', asOf: '2018-12-08', limit: 1}) YIELD result "
                                    + "WITH result.carrier.id AS it"))
                    .isNotEmpty();
            assertThat(text(
                            neo4j,
                            "CALL tieline.ask('search', {q: 'Хуавэй', limit: 1}) YIELD result WITH result.id AS it"))
                    .isEqualTo("huawei");

            assertThat(server.log()).noneMatch(line -> line.contains("Failed to load") || line.contains("ERROR"));
            assertThat(server.stops()).isTrue();
        }
    }

    /** An embedded database has its data where any other has them. Where none are prepared, the load below brings them. */
    private void copyData() throws IOException {
        Path prepared =
                Served.withData(home.resolve("prepared")).resolve("neo4j").resolve("data");
        if (Files.exists(prepared)) {
            Files.move(prepared, home.resolve("data"));
        }
    }

    private static String text(Neo4j neo4j, String call) {
        return neo4j.read(tx -> tx.run(call + " RETURN it").single().get("it").asString());
    }

    @Test
    void shouldHoldNothingButWhatTheProceduresReach() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            List<String> files = jar.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(JarEntry::getName)
                    .toList();

            assertThat(files)
                    .contains(
                            "META-INF/LICENSE-tieline.txt",
                            "META-INF/LICENSE-icu.txt",
                            "META-INF/LICENSE.txt",
                            "META-INF/NOTICE.txt")
                    .allMatch(file -> file.startsWith("META-INF/") || file.startsWith("org/tieline/"));
            assertThat(files)
                    .noneMatch(file -> file.startsWith("META-INF/versions/") || file.startsWith("org/tieline/http/"))
                    .doesNotContain("org/tieline/graph/bolt/Neo4j.class", "org/tieline/question/Inquiries.class");
        }
    }
}

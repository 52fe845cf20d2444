package org.tieline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.testing.EveryNight;
import org.tieline.testing.Patience;
import org.tieline.testing.Run;
import org.tieline.testing.Served;

/** The program as people start, use and stop it; {@code KillIT} kills it. */
class ServeIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A database that is not there; it is not waited for as long as one that may come. */
    private static final Map<String, String> NOWHERE =
            Map.of("NEO4J_URI", "bolt://127.0.0.1:1", "NEO4J_READ_TIMEOUT", "1");

    @TempDir
    private Path folder;

    @Test
    void shouldServeStopAndKeepWhatPeopleMade() throws Exception {
        Path home = folder.resolve("home with a space");
        Path snapshot = home.resolve("snapshot");
        try (Served served = Served.start(home, folder.resolve("first.log"), Map.of())) {
            served.address("API");
            URI browser = served.address("Browser");
            String password = served.password();
            URI bolt = served.address("Bolt");
            JsonNode answer = answer(served.address("Try"));

            assertThat(answer.get("results"))
                    .extracting(exposure -> exposure.at("/carrier/name").textValue() + " "
                            + exposure.get("relation").textValue())
                    .contains("Sprint parent");
            assertThat(Served.get(browser).statusCode()).isEqualTo(200);
            assertThat(served.log()).contains("loading data set");

            shouldAskTheServerThatRuns(home);
            makeByHand(bolt, password);
            Files.deleteIfExists(snapshot);
            Patience.await(() -> Files.exists(snapshot));
            assertThat(served.stops()).isTrue();
            assertThat(served.log()).doesNotContain("not everything was stopped", "could not be stopped", "ERROR");
        }

        try (Served served = Served.start(home, folder.resolve("second.log"), Map.of())) {
            URI example = served.address("Try");
            JsonNode mine = answer(example.resolve("/v1/exposures?vendor=huawei&maxHops=1&carrierCountry=KE"));

            assertThat(served.log())
                    .contains("already", "read from " + snapshot)
                    .doesNotContain("loading data set");
            assertThat(mine.at("/results/0/path/0/tie").textValue()).isEqualTo("by-hand");
            assertThat(served.stops()).isTrue();
        }
        shouldAskWhereNoServerRuns(home);
    }

    private static void shouldAskTheServerThatRuns(Path home) {
        Run run = Run.of(
                Served.environment(home),
                "ask",
                "exposures",
                "--vendor=huawei",
                "--carrier=sprint",
                "--as-of=2018-12-08",
                "--output=csv");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(home.resolve("api-address")).isNotEmptyFile();
        assertThat(run.lines()).hasSize(2);
        assertThat(run.lines().getLast()).startsWith("huawei,Huawei,CN,sprint,Sprint,US,2,parent,");

        Run second = Run.of(Served.environment(home), "serve");
        assertThat(second.code()).isEqualTo(4);
        assertThat(second.err()).startsWith("another Tieline uses the data folder " + home);
    }

    private static void shouldAskWhereNoServerRuns(Path home) {
        Run run = Run.of(
                Served.environment(home),
                "ask",
                "exposures",
                "--vendor=huawei",
                "--carrier-country=KE",
                "--output=csv");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains(",huawei|hand-made,by-hand,");
    }

    private static void makeByHand(URI bolt, String password) {
        try (Neo4j neo4j = Neo4j.connect(bolt, "neo4j", password, "neo4j")) {
            neo4j.write(tx -> tx.run("""
                            MATCH (v:Organization {id: 'huawei'})
                            CREATE (c:Organization:Carrier {id: 'hand-made', name: 'Hand Made', country: 'KE', aliases: []})
                            CREATE (v)-[:SUPPLIES {id: 'by-hand', evidence: 'confirmed', sources: ['me'], summary: 'Seen.',
                                segment: [], generation: []}]->(c)
                            CREATE (:Source {id: 'me', publisher: 'Me', title: 'Seen', published: '2018-01-01'})
                            """).consume());
        }
    }

    @Test
    @EveryNight
    void shouldAskAServerThatIsStillStarting() throws Exception {
        Path home = Served.withData(folder.resolve("home"));
        try (Served served = Served.start(home, folder.resolve("starting.log"), Map.of())) {
            served.awaitLog("starting Neo4j in");

            Run run = Run.of(
                    Served.environment(home),
                    "ask",
                    "exposures",
                    "--vendor=huawei",
                    "--carrier=sprint",
                    "--as-of=2018-12-08",
                    "--output=csv");

            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.out()).contains("huawei,Huawei,CN,sprint,Sprint,US,");
            URI api = served.address("API");
            assertThat(Served.get(api.resolve("/health/ready")).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void shouldAnswerThatADatabaseElsewhereIsNotThereYetAndLogEachRequestAsJsonWhereThatIsAskedFor() throws Exception {
        Path settings = Files.writeString(
                folder.resolve("tieline.properties"), "TIELINE_LOG_FORMAT=json\nTIELINE_ACCESS_LOG=yes\n");
        try (Served served =
                Served.start(folder, folder.resolve("json.log"), NOWHERE, "--settings", settings.toString())) {
            URI api = served.address("API");
            HttpResponse<String> response = Served.get(URI.create(api + "/exposures?vendor=huawei"));
            served.awaitLog("AccessLog");
            assertThat(Served.get(served.address("Try")).statusCode()).isEqualTo(503);
            served.awaitLog("tried again until it succeeds");

            assertThat(served.stops()).isTrue();
            String id = response.headers().firstValue("X-Request-ID").orElseThrow();
            List<JsonNode> lines = new ArrayList<>();
            for (String line : served.log().lines().toList()) {
                lines.add(JSON.readTree(line));
            }
            assertThat(lines)
                    .filteredOn(line -> line.at("/mdc/request").asText().equals(id))
                    .extracting(line -> line.get("level").textValue())
                    .containsExactlyInAnyOrder("WARN", "INFO");
            assertThat(lines)
                    .extracting(line -> line.get("formattedMessage").textValue())
                    .doesNotContainNull()
                    .anyMatch(message -> message.startsWith("GET /v1/exposures 503 in "));
            assertThat(JSON.readTree(response.body()).get("request").textValue())
                    .isEqualTo(id);
            assertThat(served.log()).doesNotContain("vendor=");
        }
    }

    @Test
    void shouldEndWhenItsDataHasErrors() throws Exception {
        try (Served served = Served.start(
                folder.resolve("home"), folder.resolve("errors.log"), Map.of("TIELINE_DATA", folder.toString()))) {
            assertThat(served.exitCode()).isEqualTo(3);
        }
    }

    private static JsonNode answer(URI uri) throws IOException, InterruptedException {
        HttpResponse<String> response = Served.get(uri);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }
}

package org.tieline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.utility.MountableFile;
import org.tieline.dataset.DatasetReader;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.model.Dataset;
import org.tieline.model.TielineException.DatabaseUnavailable;
import org.tieline.testing.ContainedNeo4j;
import org.tieline.testing.Containers;
import org.tieline.testing.EveryNight;
import org.tieline.testing.Nightly;
import org.tieline.testing.Patience;
import org.tieline.testing.Run;
import org.tieline.testing.Served;

/** The whole server on a Neo4j that somebody else runs, and what happens to such a one. Each test leaves it well. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(Containers.class)
class ElsewhereContainerIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Between the questions of a client; shorter every night. */
    private static final Duration PAUSE = Duration.ofMillis(Nightly.or(250, 20));

    /** The same of who takes a copy of the whole database each time. */
    private static final Duration EXPORT_PAUSE = Duration.ofMillis(Nightly.or(2_500, 20));

    private static final String EXPOSURES = "/v1/exposures?vendor=huawei&asOf=2018-12-08&carrierCountry=US";
    private static final String PATHS = "/v1/paths?from=huawei&to=sprint&asOf=2018-12-08";
    private static final String ORGANIZATION = "/v1/organizations/huawei";
    private static final String SEARCH = "/v1/search?q=Softbank";
    private static final String EXPORT = "/v1/export?format=csv";

    @TempDir
    private static Path folder;

    private ContainedNeo4j neo4j;
    private Served served;
    private URI api;

    @BeforeAll
    void start() throws Exception {
        neo4j = ContainedNeo4j.onFreePort();
        Path plugin = Path.of(System.getProperty("procedures.jar"));
        neo4j.container()
                .withCopyFileToContainer(
                        MountableFile.forHostPath(plugin), "/var/lib/neo4j/plugins/" + plugin.getFileName());
        neo4j.start();
        Map<String, String> settings = new HashMap<>(neo4j.settings("neo4j"));
        settings.put("NEO4J_READ_TIMEOUT", "3");
        settings.put("NEO4J_CONNECT_TIMEOUT", "2");
        settings.put("NEO4J_MAX_CONNECTIONS", "6");
        settings.put("TIELINE_READY_GRACE", "3");
        served = Served.start(folder.resolve("home"), folder.resolve("served.log"), settings);
        api = served.address("API");
        Patience.await(() -> status("/health/ready") == 200);
        // The first answers take longest, and eight at once on a busy machine longer than a search is waited for.
        for (String path : List.of(EXPOSURES, ORGANIZATION, PATHS, SEARCH)) {
            read(path);
        }
    }

    @AfterAll
    void stop() throws Exception {
        if (served != null) {
            assertThat(served.stops()).isTrue();
            served.close();
        }
        if (neo4j != null) {
            neo4j.close();
        }
    }

    @Test
    void shouldBringTheDataAndAnswer() throws Exception {
        Dataset shipped = DatasetReader.read(Path.of("seed-data"));
        JsonNode catalog = read("/v1/catalog");
        assertThat(catalog.findValue("ties").intValue())
                .isEqualTo(shipped.ties().size());

        assertThat(read(EXPOSURES).get("results"))
                .extracting(exposure -> exposure.at("/carrier/id").textValue())
                .contains("sprint");
        assertThat(read(ORGANIZATION).findValue("name").textValue()).isEqualTo("Huawei");
        assertThat(read(SEARCH).get("results")).isNotEmpty();
        awaitReachable();
    }

    private void awaitReachable() {
        Patience.await(() -> read("/v1/catalog").at("/database/reachable").booleanValue());
    }

    @Test
    void shouldSeeWhatIsWrittenElsewhereAndReadItBackAtOnce() throws Exception {
        try (Neo4j writer = connect()) {
            writer.write(tx -> tx.run("""
                            MATCH (v:Organization {id: 'huawei'})
                            MERGE (c:Organization:Carrier {id: 'hand-made', name: 'Hand Made', country: 'KE', aliases: []})
                            MERGE (v)-[:SUPPLIES {id: 'by-hand', evidence: 'confirmed', sources: ['me'], summary: 'Seen.',
                                segment: [], generation: []}]->(c)
                            """).consume());
            assertThat(writer.<Long>read(tx -> tx.run("MATCH (c {id: 'hand-made'}) RETURN count(c) AS n")
                            .single()
                            .get("n")
                            .asLong()))
                    .isEqualTo(1);

            Patience.await(() -> read("/v1/exposures?vendor=huawei&carrierCountry=KE&maxHops=1")
                    .toString()
                    .contains("by-hand"));
        }
    }

    @Test
    void shouldAnswerItsQuestionsInsideTheServerToo() {
        try (Neo4j asker = connect()) {
            assertThat(asker.<List<String>>read(tx -> tx.run(
                                    "CALL tieline.exposures('huawei', {asOf: date('2018-12-08'), carrierCountry: 'US'}) "
                                            + "YIELD carrier RETURN carrier.id AS id")
                            .list(row -> row.get("id").asString())))
                    .contains("sprint");
        }
    }

    @Test
    void shouldAnswerWhileTheDatabaseStartsAnew() throws Exception {
        shouldAnswerWhile(exports -> {
            neo4j.restart();
        });
    }

    @Test
    void shouldAnswerWhileTheDatabaseIsHalted() throws Exception {
        shouldAnswerWhile(exports -> {
            neo4j.pause();
            try {
                awaitRefusals(exports);
            } finally {
                neo4j.resume();
            }
        });
    }

    @Test
    @EveryNight
    void shouldAnswerWhileTheDatabaseHasNoNetwork() throws Exception {
        shouldAnswerWhile(exports -> {
            neo4j.cutOff();
            try {
                awaitRefusals(exports);
            } finally {
                neo4j.joinAgain();
            }
        });
    }

    /** What is in memory is answered all the time; what copies the database is answered or refused; and all comes back. */
    private void shouldAnswerWhile(Consumer<Traffic> event) throws Exception {
        try (Traffic traffic = Traffic.to(api, 8, PAUSE, EXPOSURES, ORGANIZATION, PATHS, SEARCH);
                Traffic exports = Traffic.to(api, 1, EXPORT_PAUSE, EXPORT)) {
            awaitMore(traffic, 200, EXPOSURES, ORGANIZATION, PATHS, SEARCH);
            awaitMore(exports, 200, EXPORT);
            event.accept(exports);
            Patience.await(() -> status("/health/ready") == 200);
            awaitMore(traffic, 200, EXPOSURES, ORGANIZATION, PATHS, SEARCH);
            awaitMore(exports, 200, EXPORT);
            assertThat(traffic.end())
                    .allSatisfy(answer ->
                            assertThat(answer.status()).as(answer.body()).isEqualTo(200));
            assertThat(exports.end())
                    .filteredOn(answer -> answer.status() != 200)
                    .allSatisfy(answer -> {
                        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
                        assertThat(answer.body()).contains("/problems/database-unavailable");
                    });
        }
        assertThat(read(ORGANIZATION).findValue("name").textValue()).isEqualTo("Huawei");
        awaitReachable();
    }

    /** While the database says nothing: that is noticed, and what needs it is refused meanwhile. */
    private void awaitRefusals(Traffic exports) {
        Patience.await(() -> status("/health/ready") == 503);
        awaitMore(exports, 503, EXPORT);
    }

    /** Waits until each of some paths is answered so once more. */
    private static void awaitMore(Traffic traffic, int status, String... paths) {
        int before = traffic.answers().size();
        Patience.await(() -> traffic.answers().stream()
                .skip(before)
                .filter(answer -> answer.status() == status)
                .map(Traffic.Answer::path)
                .collect(Collectors.toSet())
                .containsAll(List.of(paths)));
    }

    @Test
    void shouldSayThatThePasswordIsWrong() {
        Run load = Run.of(withWrongPassword(), "load", "seed-data");
        assertThat(load.code()).isEqualTo(4);
        assertThat(load.err())
                .contains(
                        "the database at " + neo4j.uri("bolt") + " cannot be used",
                        "check NEO4J_USERNAME and NEO4J_PASSWORD")
                .doesNotContain("wrong-password");
        awaitUsable();
    }

    /** The server locks a user out for some seconds after three wrong passwords, and again after each further one. */
    private void awaitUsable() {
        try (Neo4j right = connect()) {
            Patience.await(() -> isUsable(right));
        }
    }

    private Map<String, String> withWrongPassword() {
        return Map.of("NEO4J_URI", neo4j.uri("bolt").toString(), "NEO4J_PASSWORD", "wrong-password");
    }

    @Test
    @EveryNight
    void shouldSayThatThePasswordIsWrongAsLongAsItServesAndLeaveTheUserAlone() throws Exception {
        try (Served denied =
                Served.start(folder.resolve("denied"), folder.resolve("denied.log"), withWrongPassword())) {
            URI example = denied.address("Try");
            denied.awaitLog("check NEO4J_USERNAME and NEO4J_PASSWORD");
            assertThat(Served.get(example).statusCode()).isEqualTo(503);
            assertThat(Served.get(example.resolve("/health/live")).statusCode()).isEqualTo(200);
            awaitUsable();
            assertThat(denied.stops()).isTrue();
        }
    }

    private static boolean isUsable(Neo4j neo4j) {
        try {
            neo4j.verify();
            return true;
        } catch (DatabaseUnavailable e) {
            return false;
        }
    }

    private Neo4j connect() {
        return Neo4j.connect(neo4j.uri("bolt"), "neo4j", ContainedNeo4j.PASSWORD, "neo4j");
    }

    private int status(String path) throws Exception {
        return Served.get(api.resolve(path)).statusCode();
    }

    /** What is answered as soon as the database answers in its three seconds, which a busy machine may make it miss. */
    private JsonNode read(String path) throws Exception {
        AtomicReference<HttpResponse<String>> response = new AtomicReference<>();
        Patience.await(() -> {
            response.set(Served.get(api.resolve(path)));
            return response.get().statusCode() != 503;
        });
        assertThat(response.get().statusCode()).as(response.get().body()).isEqualTo(200);
        return JSON.readTree(response.get().body());
    }
}

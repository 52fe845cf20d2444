package org.tieline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tieline.dataset.Datasets;
import org.tieline.graph.Progress;
import org.tieline.graph.bolt.DatasetLoader;
import org.tieline.graph.bolt.DriverGraphReader;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.http.Api;
import org.tieline.model.Dataset;
import org.tieline.model.Tie;
import org.tieline.question.Snapshots;
import org.tieline.question.registry.Inquiries;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.EmbeddedNeo4jExtension;
import org.tieline.testing.Patience;
import org.tieline.testing.Run;
import org.tieline.testing.TestFacts;

/** A release is named through every door, and every door refuses one that is not on record in the same words. */
@ExtendWith(EmbeddedNeo4jExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReleaseDoorTests {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REFUSED =
            "knownAt must be a day like 2018-12-08, or one of the releases 1.1.0, 1.0.0, was 0.9";
    private static final String EXPOSURES = "/v1/exposures?vendor=huawei&asOf=2019-06-01&knownAt=";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Patience.LONGEST).build();
    private Neo4j neo4j;
    private Snapshots snapshots;
    private Api api;
    private Map<String, String> environment;
    private Dataset first;
    private Dataset second;

    @BeforeAll
    void open(EmbeddedServer server, Neo4j shared) throws Exception {
        neo4j = shared;
        first = version("1.0.0", TestFacts.dataset().ties());
        second = version(
                "1.1.0",
                first.ties().stream()
                        .filter(tie -> !tie.from().equals("huawei"))
                        .toList());
        DatasetLoader loader = new DatasetLoader(neo4j, Clock.systemUTC());
        loader.load(first, Progress.NONE);
        snapshots = new Snapshots(new DriverGraphReader(neo4j));
        snapshots.refresh();
        api = Api.start("127.0.0.1", 0, Inquiries.over(neo4j, snapshots));
        // Nobody looks for commits: what the catalogue tells now it found itself.
        loader.load(second, Progress.NONE);
        environment = Map.of(
                "NEO4J_URI",
                server.boltUri().toString(),
                "NEO4J_PASSWORD",
                server.access().password());
        JsonNode catalog = get("/v1/catalog");
        assertThat(catalog.at("/dataset/version").textValue()).isEqualTo("1.1.0");
        assertThat(catalog.at("/counts/ties").intValue())
                .isEqualTo(second.ties().size());
    }

    private static Dataset version(String version, List<Tie> ties) {
        Dataset facts = TestFacts.dataset();
        return Datasets.of(
                version,
                facts.organizations(),
                ties,
                facts.bans(),
                facts.sources(),
                facts.memberships(),
                facts.identifiers(),
                facts.subscribers());
    }

    @AfterAll
    void close() {
        api.close();
        snapshots.close();
        http.close();
    }

    @Test
    void shouldListReleasesInTheCatalogue() throws Exception {
        JsonNode releases = get("/v1/catalog").get("releases");

        assertThat(releases.findValuesAsText("version")).containsExactly("1.1.0", "1.0.0");
        assertThat(releases.findValuesAsText("sha256")).containsExactly(second.sha256(), first.sha256());
        assertThat(releases.at("/1/ties").intValue()).isEqualTo(first.ties().size());
    }

    @Test
    void shouldAnswerOfAReleaseEverywhere() throws Exception {
        JsonNode now = get(EXPOSURES + "1.1.0");
        JsonNode then = get(EXPOSURES + "1.0");

        assertThat(now.get("results")).isEmpty();
        assertThat(then.get("results")).isNotEmpty();
        assertThat(then.at("/searched/knownAt").textValue()).isEqualTo("1.0.0");
        assertThat(get(EXPOSURES + "release:1.0.0").get("results")).isEqualTo(then.get("results"));
        String self = then.at("/results/0/links/self").textValue();
        assertThat(self).contains("knownAt=1.0.0");
        assertThat(get(self).get("results")).hasSize(1);

        Run typed = ask("--known-at", "1.0");
        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(JSON.readTree(typed.out())).isEqualTo(then);

        int called = neo4j.read(tx -> tx.run("""
                                CALL tieline.ask('exposures', {vendor: 'huawei', asOf: date('2019-06-01'), knownAt: '1.0.0'})
                                YIELD result RETURN count(*) AS found
                                """).single().get("found").asInt());
        assertThat(called).isEqualTo(then.get("results").size());
    }

    @Test
    void shouldSupposeOverARelease() throws Exception {
        JsonNode answer = post("/v1/scenarios", """
                {"question": {"vendor": "huawei", "asOf": "2019-06-01", "knownAt": "1.0.0"},
                 "changes": [{"kind": "end-tie", "tie": "huawei-supplies-bt", "on": "2019-01-01"}]}
                """);

        assertThat(answer.at("/counts/disappeared").intValue())
                .as(answer.toString())
                .isPositive();
    }

    @Test
    void shouldRefuseAReleaseThatIsNotOnRecordEverywhere() throws Exception {
        JsonNode problem = get(EXPOSURES + "0.9");
        assertThat(problem.get("status").intValue()).isEqualTo(400);
        assertThat(problem.get("detail").textValue()).isEqualTo(REFUSED);

        Run typed = ask("--known-at", "0.9");
        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).startsWith("--known-at" + REFUSED.substring("knownAt".length()));

        assertThatThrownBy(() ->
                        neo4j.read(tx -> tx.run("CALL tieline.ask('bans', {knownAt: '0.9'}) YIELD result RETURN result")
                                .list()))
                .hasMessageContaining(REFUSED);
        assertThatThrownBy(() -> neo4j.read(
                        tx -> tx.run("CALL tieline.exposures('huawei', {knownAt: '1.0.0'}) YIELD path RETURN path")
                                .list()))
                .hasMessageContaining("knownAt must be a day here")
                .hasMessageContaining("tieline.ask");
        assertThat(get("/v1/bans?knownAt=2018-13-01").get("detail").textValue())
                .isEqualTo("knownAt must be a day like 2018-12-08, was 2018-13-01");
    }

    private Run ask(String... options) {
        String[] arguments = new String[options.length + 8];
        String[] begin = {"ask", "exposures", "--output", "json", "--vendor", "huawei", "--as-of", "2019-06-01"};
        System.arraycopy(begin, 0, arguments, 0, begin.length);
        System.arraycopy(options, 0, arguments, begin.length, options.length);
        return Run.of(environment, arguments);
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return send(request(path).build());
    }

    private JsonNode post(String path, String body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(api.port(), path)))
                .timeout(Patience.LONGEST);
    }

    private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
    }
}

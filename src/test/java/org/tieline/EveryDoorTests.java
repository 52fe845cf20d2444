package org.tieline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.kernel.api.procedure.GlobalProcedures;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.tieline.graph.Progress;
import org.tieline.graph.bolt.DatasetLoader;
import org.tieline.graph.bolt.DriverGraphReader;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.handbook.KindQuestion;
import org.tieline.http.Api;
import org.tieline.procedure.KindProcedure;
import org.tieline.question.Snapshots;
import org.tieline.question.registry.Inquiries;
import org.tieline.question.registry.Questions;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.EmbeddedNeo4jExtension;
import org.tieline.testing.Patience;
import org.tieline.testing.Run;
import org.tieline.testing.TestFacts;

/** A question that only tests declare is asked through every door, which none of them knows by name. */
@ExtendWith(EmbeddedNeo4jExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryDoorTests {
    private static final Questions QUESTIONS = new Questions(List.of(KindQuestion.DECLARED));
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REFUSED =
            "kind must be one of [vendor, carrier, company, government, association], was planet";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Patience.LONGEST).build();
    private Neo4j neo4j;
    private Snapshots snapshots;
    private Api api;
    private Map<String, String> environment;

    @BeforeAll
    void open(EmbeddedServer server, Neo4j shared) throws Exception {
        neo4j = shared;
        new DatasetLoader(neo4j, Clock.systemUTC()).load(TestFacts.dataset(), Progress.NONE);
        snapshots = new Snapshots(new DriverGraphReader(neo4j));
        snapshots.refresh();
        api = Api.start("127.0.0.1", 0, Inquiries.over(neo4j, snapshots).asking(QUESTIONS));
        environment = Map.of(
                "NEO4J_URI",
                server.boltUri().toString(),
                "NEO4J_PASSWORD",
                server.access().password());
        ((GraphDatabaseAPI) server.database())
                .getDependencyResolver()
                .resolveDependency(GlobalProcedures.class)
                .registerProcedure(KindProcedure.class);
    }

    @AfterAll
    void close() {
        api.close();
        snapshots.close();
        http.close();
    }

    @Test
    void shouldAnswerTheSameEverywhere() throws IOException {
        JsonNode expected = JSON.readTree("""
                {"searched": {"kind": ["vendor", "carrier"]},
                 "results": [{"kind": "vendor", "organizations": 1}, {"kind": "carrier", "organizations": 2}]}
                """);

        assertThat(JSON.readTree(get("kind=carrier,vendor", "application/json")))
                .isEqualTo(expected);
        assertThat(JSON.readTree(
                        ask("json", "--kind", "carrier", "--kind", "vendor").out()))
                .isEqualTo(expected);
        assertThat(call("CALL test.ask('kinds', {kind: ['carrier', 'vendor']})"))
                .isEqualTo(expected.get("results"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "text/plain"})
    void shouldGiveTheSameTables(String type) {
        String table = get("", type);

        assertThat(table.lines()
                        .map(line -> line.replaceAll("[, ]+", " ").strip().toLowerCase()))
                .startsWith(
                        "kind organizations", "vendor 1", "carrier 2", "company 0", "government 1", "association 0");
        assertThat(ask(type.endsWith("csv") ? "csv" : "table").out()).isEqualTo(table);
    }

    @Test
    void shouldRefuseTheSameEverywhere() throws IOException {
        assertThat(JSON.readTree(get("kind=planet", "application/json"))
                        .get("detail")
                        .textValue())
                .isEqualTo(REFUSED);
        assertThat(ask("table", "--kind", "planet").err()).startsWith("--" + REFUSED);
        assertThatThrownBy(() -> call("CALL test.ask('kinds', {kind: 'planet'})"))
                .hasMessageContaining(REFUSED);
        assertThat(JSON.readTree(get("size=3", "application/json"))
                        .get("detail")
                        .textValue())
                .isEqualTo("size is not a parameter; allowed are kind, format");
        assertThat(ask("table", "--size", "3").code()).isEqualTo(2);
        assertThatThrownBy(() -> call("CALL test.ask('kinds', {size: 3})"))
                .hasMessageContaining("size is not a parameter; allowed are kind");
    }

    @Test
    void shouldTellInTheIndexWhatCanBeAsked() throws IOException {
        JsonNode questions = JSON.readTree(fetch("/v1", "application/json")).get("questions");

        assertThat(questions).isEqualTo(JSON.readTree("""
                                [{"name": "kinds", "sentence": "How many organizations there are of a kind.", "addresses": ["/v1/kinds"],
                                  "parameters": [{"name": "kind", "sentence": "The kinds that are counted.", "type": "WORD",
                                    "schema": {"type": "string", "enum": ["vendor", "carrier", "company", "government", "association"]},
                                    "words": ["vendor", "carrier", "company", "government", "association"],
                                    "default": ["vendor", "carrier", "company", "government", "association"],
                                    "several": true, "required": false}]}]
                                """));
    }

    @Test
    void shouldTellOnTheCommandLineWhatCanBeAsked() {
        assertThat(Run.of(QUESTIONS, environment, "ask", "--help").out())
                .contains("kinds", "How many organizations there are of a kind.");
        assertThat(ask("table", "--help").out().replaceAll("\\s+", " "))
                .contains("--kind=WORD", "The kinds that are counted. One of vendor, carrier,");
    }

    private String get(String query, String type) {
        return fetch("/v1/kinds?" + query, type);
    }

    private String fetch(String path, String type) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(api.port(), path)))
                .timeout(Patience.LONGEST)
                .header("Accept", type + ", application/problem+json;q=0.1")
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Run ask(String output, String... options) {
        List<String> arguments = new ArrayList<>(List.of("ask", "kinds", "--output", output));
        arguments.addAll(List.of(options));
        return Run.of(QUESTIONS, environment, arguments.toArray(String[]::new));
    }

    /** The results, as a list. */
    private JsonNode call(String call) {
        List<Map<String, Object>> results = neo4j.read(tx -> tx.run(call + " YIELD result RETURN result")
                .list(row -> row.get("result").asMap()));
        try {
            return JSON.readTree(JSON.writeValueAsString(results));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

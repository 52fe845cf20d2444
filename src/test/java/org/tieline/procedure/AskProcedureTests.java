package org.tieline.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.exceptions.Neo4jException;
import org.tieline.dataset.DatasetReader;
import org.tieline.graph.Progress;
import org.tieline.graph.bolt.DatasetLoader;
import org.tieline.graph.bolt.DriverGraphReader;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.question.Answer;
import org.tieline.question.Json;
import org.tieline.question.Question;
import org.tieline.question.Snapshot;
import org.tieline.question.Snapshots;
import org.tieline.question.parameter.Given;
import org.tieline.question.registry.Questions;
import org.tieline.testing.ShippedGraph;

/** Every declared question asked inside the database, beside the same question asked of a snapshot. */
@ShippedGraph
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AskProcedureTests {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Neo4j neo4j;
    private Snapshots snapshots;

    @BeforeAll
    void load(Neo4j shared) {
        neo4j = shared;
        new DatasetLoader(neo4j, Clock.systemUTC()).load(DatasetReader.read(Path.of("seed-data")), Progress.NONE);
        snapshots = new Snapshots(new DriverGraphReader(neo4j));
        snapshots.refresh();
    }

    @AfterAll
    void close() {
        snapshots.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            exposures | vendor=huawei asOf=2018-12-08 minHops=2 limit=5
            paths     | from=huawei to=t-mobile-us asOf=2018-12-08
            matrix    | vendor=huawei,zte asOf=2018-12-08 carrierCountry=US
            series    | vendor=huawei from=2018-10-01 to=2018-12-31 step=P1M
            changes   | vendor=huawei from=2018-08-01 to=2018-12-31
            ownership | rule=ofac-50 listed=huawei asOf=2018-12-08
            ownership | rule=ofac-50 listed=huawei asOf=2018-12-08 organization=hmn-tech
            conflicts | asOf=2024-01-15 limit=3
            age       | asOf=2024-01-15 limit=3
            """)
    void shouldGiveTheResultsOfTheQuestion(String name, String parameters) throws IOException {
        Map<String, String> options = Arrays.stream(parameters.split(" "))
                .map(parameter -> parameter.split("="))
                .collect(Collectors.toMap(parameter -> parameter[0], parameter -> parameter[1]));
        Map<String, List<String>> texts = new LinkedHashMap<>();
        options.forEach((option, value) -> texts.put(option, List.of(value)));
        Given given = new Given(texts);
        Question question = Questions.DECLARED.byName().get(name).meant(given);
        Snapshot snapshot = snapshots.current();
        Answer<?> expected = question.understand(given, null, snapshot.reading(LocalDate.now(ZoneOffset.UTC)))
                .in(snapshot);

        List<Map<String, Object>> rows =
                neo4j.read(tx -> tx.run("CALL tieline.ask($name, $options)", Map.of("name", name, "options", options))
                        .list(row -> row.asMap()));

        assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(row.get("total"))
                .isEqualTo(expected.total()));
        assertThat(JSON.readTree(JSON.writeValueAsString(
                        rows.stream().map(row -> row.get("result")).toList())))
                .isEqualTo(JSON.readTree(new String(Json.bytes(expected.results()), StandardCharsets.UTF_8)));
    }

    @Test
    void shouldKnowEveryDeclaredQuestion() {
        assertThatThrownBy(() -> call("CALL tieline.ask('exposure')"))
                .isInstanceOf(Neo4jException.class)
                .hasMessage("question must be one of %s, was exposure"
                        .formatted(Questions.DECLARED.byName().keySet()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CALL tieline.ask(null)                                     | question must be one of [exposures,
            CALL tieline.ask('paths', {from: 'huawei'})                | to must be given: the id of an organization
            CALL tieline.ask('exposures', {vendor: 'huawey'})          | there is no organization with the id huawey; did you mean huawei?
            CALL tieline.ask('scenario')                               | body must be given: a map
            CALL tieline.ask('exposures', {}, {a: 1})                  | body must be left out here
            CALL tieline.ask('scenario', {}, {a: 1})                   | a is not known here
            MATCH (v:Vendor) CALL tieline.ask('scenario', {}, {a: v}) YIELD result RETURN result | body must hold texts
            CALL tieline.ask('scenario', {}, {changes: [{kind: 'end-tie', tie: 'huawei-supplies-btt'}]}) | changes[0].tie: there is no tie
            """)
    void shouldRefuseWithTheWordsOfTheApi(String call, String message) {
        assertThatThrownBy(() -> call(call)).isInstanceOf(Neo4jException.class).hasMessageStartingWith(message);
    }

    private List<?> call(String call) {
        return neo4j.read(tx -> tx.run(call).list());
    }
}

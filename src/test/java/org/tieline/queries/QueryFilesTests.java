package org.tieline.queries;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.graphdb.GraphDatabaseService;
import org.tieline.dataset.DatasetReader;
import org.tieline.graph.Progress;
import org.tieline.graph.bolt.DatasetLoader;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.ShippedGraph;

/**
 * Every query with its example parameters, on the shipped data. {@code -Dqueries.record=true} writes the expected results
 * anew; read the difference before keeping it.
 */
@ShippedGraph
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryFilesTests {
    private static final Path EXPECTED = Path.of("src", "test", "resources", "queries");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final GraphDatabaseService database;

    QueryFilesTests(EmbeddedServer server) {
        database = server.database();
    }

    @BeforeAll
    static void load(Neo4j neo4j) {
        new DatasetLoader(neo4j, Clock.systemUTC()).load(DatasetReader.read(Path.of("seed-data")), Progress.NONE);
    }

    static List<String> queries() {
        return QueryFile.names(QueryFile.FOLDER, ".cypher");
    }

    @Test
    void shouldHaveAnExpectedResultForEachQueryAndNoOther() {
        assertThat(QueryFile.names(EXPECTED, ".json"))
                .hasSizeGreaterThanOrEqualTo(12)
                .isEqualTo(queries());
    }

    @ParameterizedTest
    @MethodSource("queries")
    void shouldAnswerAsExpected(String name) throws IOException {
        QueryFile.Answer answer = QueryFile.read(name).run(database, Map.of());
        if (Boolean.getBoolean("queries.record")) {
            Files.writeString(EXPECTED.resolve(name + ".json"), readable(answer));
        }

        JsonNode expected = JSON.readTree(EXPECTED.resolve(name + ".json").toFile());

        assertThat(answer.rows()).as("an example must show something").isNotEmpty();
        assertThat(JSON.readTree(readable(answer))).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("queries")
    void shouldSayWhatItAnswersAndBeBounded(String name) {
        QueryFile query = QueryFile.read(name);

        assertThat(query.text()).startsWith("CYPHER 25\n// ").contains("\n// Returns");
        assertThat(query.examples().keySet())
                .allSatisfy(parameter -> assertThat(query.text()).contains("$" + parameter));
        assertThat(query.text()).containsAnyOf("LIMIT $limit", "size($ties)");
    }

    @ParameterizedTest
    @CsvSource({
        "huawei, 2018-12-08, kddi,       huawei-supplies-kddi",
        "huawei, 2018-12-08, ntt-docomo, huawei-partners-with-ntt-docomo",
        "huawei, 2018-12-08, bt,         huawei-supplies-bt",
        "huawei, 2018-12-08, sprint,     huawei-partners-with-softbank-group|softbank-group-owns-sprint",
        "huawei, 2018-12-08, three-uk,   huawei-supplies-ee|ee-shares-network-with-three-uk",
        "huawei, 2018-11-01, sprint,     huawei-supplies-sprint",
        "zte,    2018-11-01, sprint,     zte-supplies-sprint",
    })
    void shouldTieTheCarriersOfTheArticle(String vendor, LocalDate asOf, String carrier, String ties) {
        QueryFile.Answer answer =
                QueryFile.read("exposures").run(database, Map.of("vendor", vendor, "asOf", asOf, "limit", 1_000_000));

        assertThat(answer.rows())
                .filteredOn(row -> row.getFirst().equals(carrier))
                .singleElement()
                .satisfies(row -> assertThat(row.get(2)).isEqualTo(List.of(ties.split("\\|"))));
    }

    @ParameterizedTest
    @CsvSource({"2018-08-22, null", "2018-08-23, announced", "2018-09-17, announced", "2018-09-18, in-force"})
    void shouldRestrictByTheStateOfTheBanOnTheDay(LocalDate asOf, String state) {
        QueryFile.Answer answer = QueryFile.read("restricted-vendors").run(database, Map.of("asOf", asOf));

        List<Object> states = answer.rows().stream()
                .filter(row -> row.getFirst().equals("huawei"))
                .flatMap(row -> ((List<?>) row.get(1)).stream())
                .filter(ban -> ((Map<?, ?>) ban).get("id").equals("au-5g-2018"))
                .map(ban -> (Object) ((Map<?, ?>) ban).get("state"))
                .toList();

        assertThat(states).isEqualTo(state.equals("null") ? List.of() : List.of(state));
    }

    /** One row a line, so that a difference reads well. */
    private static String readable(QueryFile.Answer answer) throws IOException {
        StringBuilder text = new StringBuilder("{\"columns\": ")
                .append(JSON.writeValueAsString(answer.columns()))
                .append(",\n \"rows\": [\n");
        for (int i = 0; i < answer.rows().size(); i++) {
            text.append(JSON.writeValueAsString(answer.rows().get(i)))
                    .append(i < answer.rows().size() - 1 ? ",\n" : "\n");
        }
        return text.append("]}\n").toString();
    }
}

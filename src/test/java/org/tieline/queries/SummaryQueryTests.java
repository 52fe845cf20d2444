package org.tieline.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.graphdb.GraphDatabaseService;
import org.tieline.dataset.DatasetReader;
import org.tieline.graph.Progress;
import org.tieline.graph.bolt.DatasetLoader;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.graph.kernel.EmbeddedGraphReader;
import org.tieline.question.Snapshots;
import org.tieline.question.parameter.Given;
import org.tieline.question.parameter.Reading;
import org.tieline.question.summary.SummaryAnswer;
import org.tieline.question.summary.SummaryInquiry;
import org.tieline.question.summary.SummaryQuestion;
import org.tieline.question.summary.Weight;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.EmbeddedNeo4jExtension;

/** The Cypher query and the engine count the same carriers and subscribers by country. */
@ExtendWith(EmbeddedNeo4jExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SummaryQueryTests {
    private static final QueryFile QUERY = QueryFile.read("summary");

    private final GraphDatabaseService database;

    SummaryQueryTests(EmbeddedServer server) {
        database = server.database();
    }

    /** Every third carrier gets a count of some year, so that groups and the companies they own have some. */
    @BeforeAll
    void load(Neo4j neo4j) {
        new DatasetLoader(neo4j, Clock.systemUTC()).load(DatasetReader.read(Path.of("seed-data")), Progress.NONE);
        database.executeTransactionally("""
                MATCH (carrier:Carrier)
                WITH carrier ORDER BY carrier.id
                WITH collect(carrier) AS carriers
                UNWIND range(0, size(carriers) - 1) AS i
                WITH carriers[i] AS carrier, i
                WHERE i % 3 < 2
                CREATE (carrier)-[:HAS_SUBSCRIBERS]->(:Count {on: toString(2015 + i % 8), millions: 1.5 * (i % 40)})
                CREATE (carrier)-[:HAS_SUBSCRIBERS]->(:Count {on: toString(2017 + i % 5) + '-06', millions: 2.25 * (i % 30)})
                """);
    }

    @AfterAll
    void clear() {
        database.executeTransactionally("MATCH (count:Count) DETACH DELETE count");
    }

    @ParameterizedTest
    @CsvSource({"huawei, 2018-12-08", "huawei, 2020-06-30", "zte, 2021-01-01", "nokia, 2024-01-15"})
    void shouldAgreeOnTheShippedData(String vendor, LocalDate day) {
        List<List<Object>> rows =
                QUERY.run(database, Map.of("vendor", vendor, "asOf", day)).rows();

        assertThat(rows.stream().map(SummaryQueryTests::text))
                .isNotEmpty()
                .containsExactlyElementsOf(byEngine(vendor, day));
    }

    private List<String> byEngine(String vendor, LocalDate day) {
        try (Snapshots snapshots = new Snapshots(new EmbeddedGraphReader(database))) {
            snapshots.refresh();
            Map<String, List<String>> given =
                    Map.of("by", List.of("country"), "vendor", List.of(vendor), "asOf", List.of(day.toString()));
            SummaryAnswer answer = SummaryInquiry.ask(
                    snapshots.current(),
                    SummaryQuestion.of(new Given(given).read(SummaryQuestion.PARAMETERS, Reading.on(LocalDate.EPOCH))));
            assertThat(answer.all().onRecord().groups())
                    .as("groups with companies")
                    .isPositive();
            return answer.rows().stream().map(SummaryQueryTests::text).toList();
        }
    }

    private static String text(SummaryAnswer.Row row) {
        return "%s %s %s"
                .formatted(row.key(), text(row.onRecord()), text(row.exposed().possibly()));
    }

    private static String text(Weight weight) {
        return "%d %d %s".formatted(weight.carriers(), weight.counted(), number(weight.subscribers()));
    }

    private static String text(List<Object> row) {
        return "%s %s %s %s %s %s %s"
                .formatted(
                        row.get(0),
                        row.get(1),
                        row.get(2),
                        number(row.get(3)),
                        row.get(4),
                        row.get(5),
                        number(row.get(6)));
    }

    private static String number(Object sum) {
        return sum == null || sum.equals("null")
                ? "none"
                : new BigDecimal(sum.toString())
                        .setScale(3, RoundingMode.HALF_UP)
                        .toPlainString();
    }
}

package org.tieline.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
import org.tieline.question.summary.SummaryBy;
import org.tieline.question.summary.SummaryInquiry;
import org.tieline.question.summary.SummaryQuestion;
import org.tieline.question.summary.Weight;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.Nightly;
import org.tieline.testing.ShippedGraph;

/** The Cypher query and the engine count the same carriers and subscribers, by whatever. */
@ShippedGraph
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SummaryQueryTests {
    private static final QueryFile QUERY = QueryFile.read("summary");

    private final GraphDatabaseService database;

    SummaryQueryTests(EmbeddedServer server) {
        database = server.database();
    }

    @BeforeAll
    void load(Neo4j neo4j) {
        new DatasetLoader(neo4j, Clock.systemUTC()).load(DatasetReader.read(Path.of("seed-data")), Progress.NONE);
    }

    @ParameterizedTest
    @EnumSource(SummaryBy.class)
    void shouldAgreeOnTheShippedData(SummaryBy by) {
        if (Nightly.or(0, 1) > 0) {
            agree(by, "huawei", "2018-12-08");
            agree(by, "huawei,zte", "2021-06-30");
        }
        agree(by, "dahua,hikvision,huawei,hytera,zte", "2024-06-15");
        agree(by, "nokia", "2026-11-01");
    }

    /** Of two carriers in three another count, so that there are many groups beside companies that they own. */
    @ParameterizedTest
    @EnumSource(SummaryBy.class)
    void shouldAgreeWhereGroupsHaveCountsBesideTheirCompanies(SummaryBy by) {
        database.executeTransactionally("""
                MATCH (carrier:Carrier)
                WITH carrier ORDER BY carrier.id
                WITH collect(carrier) AS carriers
                UNWIND range(0, size(carriers) - 1) AS i
                WITH carriers[i] AS carrier, i
                WHERE i % 3 < 2
                CREATE (carrier)-[:HAS_SUBSCRIBERS]->(:Count:Made {on: toString(2015 + i % 8), millions: 1.5 * (i % 40)})
                CREATE (carrier)-[:HAS_SUBSCRIBERS]->(:Count:Made {on: toString(2017 + i % 5) + '-06', millions: 2.25 * (i % 30)})
                """);
        try {
            assertThat(agree(by, "huawei", "2020-06-30").all().onRecord().groups())
                    .as("groups with companies")
                    .isGreaterThan(5);
        } finally {
            database.executeTransactionally("MATCH (count:Made) DETACH DELETE count");
        }
    }

    private SummaryAnswer agree(SummaryBy by, String vendors, String day) {
        SummaryAnswer answer = byEngine(by, vendors, day);
        List<List<Object>> rows = QUERY.run(
                        database,
                        Map.of(
                                "by", by.text(),
                                "vendors", List.of(vendors.split(",")),
                                "asOf", LocalDate.parse(day)))
                .rows();

        assertThat(rows.stream().map(SummaryQueryTests::text))
                .as("%s of %s on %s", by, vendors, day)
                .isNotEmpty()
                .containsExactlyElementsOf(
                        answer.rows().stream().map(SummaryQueryTests::text).toList());
        return answer;
    }

    private SummaryAnswer byEngine(SummaryBy by, String vendors, String day) {
        try (Snapshots snapshots = new Snapshots(new EmbeddedGraphReader(database))) {
            snapshots.refresh();
            Map<String, List<String>> given =
                    Map.of("by", List.of(by.text()), "vendor", List.of(vendors.split(",")), "asOf", List.of(day));
            return SummaryInquiry.ask(
                    snapshots.current(),
                    SummaryQuestion.of(new Given(given).read(SummaryQuestion.PARAMETERS, Reading.on(LocalDate.EPOCH))));
        }
    }

    private static String text(SummaryAnswer.Row row) {
        return "%s %s %s %s"
                .formatted(
                        row.key(),
                        text(row.onRecord()),
                        text(row.exposed().possibly().weight()),
                        text(row.exposed().certainly().weight()));
    }

    private static String text(Weight weight) {
        return "%d %d %s".formatted(weight.carriers(), weight.counted(), number(weight.subscribers()));
    }

    private static String text(List<Object> row) {
        return "%s %s %s %s".formatted(row.getFirst(), told(row.get(1)), told(row.get(2)), told(row.get(3)));
    }

    private static String told(Object part) {
        Map<?, ?> weight = (Map<?, ?>) part;
        return "%s %s %s".formatted(weight.get("carriers"), weight.get("counted"), number(weight.get("subscribers")));
    }

    private static String number(Object sum) {
        return sum == null || sum.equals("null")
                ? "none"
                : new BigDecimal(sum.toString())
                        .setScale(3, RoundingMode.HALF_UP)
                        .toPlainString();
    }
}

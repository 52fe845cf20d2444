package org.tieline.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.graphdb.GraphDatabaseService;
import org.tieline.dataset.DatasetReader;
import org.tieline.graph.Progress;
import org.tieline.graph.bolt.DatasetLoader;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.graph.kernel.EmbeddedGraphReader;
import org.tieline.model.PartialDate;
import org.tieline.question.Snapshots;
import org.tieline.question.conflicts.ConflictAnswer;
import org.tieline.question.conflicts.ConflictInquiry;
import org.tieline.restriction.BanAgainst;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.GivenQuestions;
import org.tieline.testing.ShippedGraph;

/** The Cypher query and the engine find the same conflicts, in the same order. */
@ShippedGraph
class ConflictQueryTests {
    private static final QueryFile QUERY = QueryFile.read("conflicts");

    private final GraphDatabaseService database;

    ConflictQueryTests(EmbeddedServer server) {
        database = server.database();
    }

    @BeforeAll
    static void load(Neo4j neo4j) {
        new DatasetLoader(neo4j, Clock.systemUTC()).load(DatasetReader.read(Path.of("seed-data")), Progress.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2020-12-31", "2021-06-01", "2022-10-13", "2023-06-01", "2024-01-15", "2026-11-01", "2028-01-01"
            })
    void shouldAgreeOnTheShippedData(LocalDate day) {
        assertThat(byQuery(day)).isNotEmpty().isEqualTo(byEngine(day));
    }

    /** No shipped order of the Union is in force, nor one on an owner alone; these reach far along paths of every kind. */
    @Test
    void shouldAgreeOnOrdersOfTheUnionAndOnOwners() {
        database.executeTransactionally("""
                MATCH (g:Government {id: 'eu-commission'}), (huawei:Vendor {id: 'huawei'}), (eu:Country {code: 'EU'}),
                      (zte:Vendor {id: 'zte'}), (s:Source {id: 'eu-6-27-members'})
                UNWIND [
                  {id: 'my-order', carriers: [], scope: ['removal'], deadline: '2020-01'},
                  {id: 'my-order-on-parts', carriers: [], scope: ['5g:ran', 'fixed-network'], deadline: '2019'},
                  {id: 'my-order-on-owners', carriers: ['vodafone-group', 'telia-company', 'deutsche-telekom', 'telenor',
                    'telecom-italia', 'orange', 'vodafoneziggo', 'tele2', 'net4mobility', 'ee'],
                    scope: ['removal']},
                  {id: 'my-order-on-what-is-new', carriers: [], scope: ['all-new-equipment', 'export-control'], deadline: '2022'}
                ] AS row
                CREATE (b:Ban {id: row.id, nature: 'order', named: true, carriers: row.carriers, scope: row.scope,
                  status: 'in-force', announced: '2010', deadline: row.deadline})
                CREATE (g)-[:IMPOSES]->(b)-[:APPLIES_IN]->(eu), (b)-[:CITES]->(s)
                CREATE (b)-[:TARGETS]->(huawei), (b)-[:TARGETS]->(zte)
                """);
        try {
            for (String day : List.of("2019-12-31", "2020-01-31", "2020-02-01", "2023-06-01")) {
                List<String> found = byQuery(LocalDate.parse(day));
                assertThat(found).isEqualTo(byEngine(LocalDate.parse(day)));
                assertThat(found)
                        .as("conflicts of three hops with each of them")
                        .hasSizeGreaterThan(60)
                        .anyMatch(row -> row.matches("\\S+ \\S+ my-order-on-owners .* [34] \\S+ \\S+ \\S+ \\S+"))
                        .anyMatch(row -> row.matches("\\S+ \\S+ my-order .* [34] \\S+ \\S+ \\S+ \\S+"))
                        .anyMatch(row -> row.contains(" my-order-on-what-is-new "))
                        .anyMatch(row -> row.contains("my-order-on-parts"));
                assertThat(found.stream().anyMatch(row -> row.startsWith("bt huawei my-order ")))
                        .isEqualTo(day.compareTo("2020-02-01") < 0);
            }
        } finally {
            database.executeTransactionally("MATCH (b:Ban) WHERE b.id STARTS WITH 'my-order' DETACH DELETE b");
        }
    }

    /** No shipped supply was verified, is being removed or stands elsewhere; here many do, and one order replaces another. */
    @Test
    void shouldAgreeOnPlacesRemovalsAndReplacedOrders() {
        List<Map<String, Object>> before = rows("""
                MATCH ()-[t:SUPPLIES]->()
                RETURN t.id AS id, t.verified AS verified, t.removing AS removing, t.countries AS countries
                """);
        database.executeTransactionally("""
                MATCH ()-[t:SUPPLIES]->()
                WITH t ORDER BY t.id
                WITH collect(t) AS ties
                UNWIND range(0, size(ties) - 1) AS i
                WITH ties[i] AS t, i
                WHERE coalesce(date(t.since) < date('2019'), true) AND coalesce(date(t.until) > date('2024'), true)
                SET t.verified = CASE i % 3 WHEN 0 THEN '2019' WHEN 1 THEN '2023-05' END,
                    t.removing = CASE i % 4 WHEN 0 THEN '2020-06' END,
                    t.countries = CASE i % 5 WHEN 0 THEN ['DE', 'US'] WHEN 1 THEN ['NG'] END
                """);
        database.executeTransactionally("""
                MATCH (g:Government {id: 'eu-commission'}), (huawei:Vendor {id: 'huawei'}), (eu:Country {code: 'EU'}),
                      (s:Source {id: 'eu-6-27-members'})
                UNWIND ['my-old-order', 'my-new-order'] AS id
                CREATE (b:Ban {id: id, nature: 'order', named: true, carriers: [], scope: ['removal'],
                  status: 'in-force', effective: CASE id WHEN 'my-new-order' THEN '2021' ELSE '2015' END, deadline: '2022'})
                CREATE (g)-[:IMPOSES]->(b)-[:APPLIES_IN]->(eu), (b)-[:CITES]->(s), (b)-[:TARGETS]->(huawei)
                WITH collect(b) AS both
                UNWIND both AS b UNWIND both AS old
                WITH b, old WHERE b.id = 'my-new-order' AND old.id = 'my-old-order'
                CREATE (b)-[:REPLACES]->(old)
                """);
        try {
            for (String day :
                    List.of("2019-12-31", "2020-12-31", "2021-01-01", "2024-12-31", "2025-01-01", "2028-06-01")) {
                List<String> found = byQuery(LocalDate.parse(day));
                assertThat(found).as(day).isEqualTo(byEngine(LocalDate.parse(day)));
                String order = day.compareTo("2021") < 0 ? " my-old-order " : " my-new-order ";
                assertThat(found.stream().filter(row -> row.contains(" my-")))
                        .as(day)
                        .hasSizeGreaterThan(20)
                        .allMatch(row -> row.contains(order));
            }
        } finally {
            database.executeTransactionally(
                    "MATCH (b:Ban) WHERE b.id IN ['my-old-order', 'my-new-order'] DETACH DELETE b");
            database.executeTransactionally("""
                    UNWIND $before AS row
                    MATCH ()-[t:SUPPLIES {id: row.id}]->()
                    SET t.verified = row.verified, t.removing = row.removing, t.countries = row.countries
                    """, Map.of("before", before));
        }
    }

    private List<Map<String, Object>> rows(String query) {
        return database.executeTransactionally(
                query, Map.of(), result -> result.stream().toList());
    }

    private List<String> byQuery(LocalDate day) {
        return QUERY.run(database, Map.of("asOf", day, "limit", 100_000)).rows().stream()
                .map(row -> row.subList(0, 11).stream().map(String::valueOf).collect(Collectors.joining(" ")))
                .toList();
    }

    private List<String> byEngine(LocalDate day) {
        try (Snapshots snapshots = new Snapshots(new EmbeddedGraphReader(database))) {
            snapshots.refresh();
            Map<String, List<String>> parameters = Map.of("asOf", List.of(day.toString()), "limit", List.of("1000"));
            ConflictAnswer answer =
                    ConflictInquiry.ask(snapshots.current(), GivenQuestions.conflicts(parameters, LocalDate.EPOCH));
            assertThat(answer.total()).isEqualTo(answer.results().size());
            return answer.results().stream().map(ConflictQueryTests::row).toList();
        }
    }

    private static String row(ConflictAnswer.Conflict conflict) {
        BanAgainst against = conflict.ban();
        PartialDate evidence = conflict.tie().lastEvidenced();
        return Stream.of(
                        conflict.exposure().carrier().id(),
                        conflict.exposure().vendor().id(),
                        against.onDay().ban().id(),
                        against.conflict().text(),
                        against.onDay().ban().deadline(),
                        against.pastDeadline().text(),
                        conflict.exposure().exposure().hops(),
                        conflict.tie().tie(),
                        conflict.customer().id(),
                        evidence == null ? null : evidence.lastDay(),
                        against.removing())
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }
}

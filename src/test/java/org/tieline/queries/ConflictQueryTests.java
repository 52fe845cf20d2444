package org.tieline.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
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
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.EmbeddedNeo4jExtension;
import org.tieline.testing.GivenQuestions;

/** The Cypher query and the engine find the same conflicts, in the same order. */
@ExtendWith(EmbeddedNeo4jExtension.class)
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
    @ValueSource(strings = {"2018-12-08", "2020-12-31", "2021-06-01", "2022-10-13", "2024-01-15", "2026-11-01"})
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
                    scope: ['all-new-equipment']}
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
                        .anyMatch(row -> row.matches("\\S+ \\S+ my-order-on-owners .* [34] \\S+ \\S+"))
                        .anyMatch(row -> row.matches("\\S+ \\S+ my-order .* [34] \\S+ \\S+"))
                        .anyMatch(row -> row.contains("my-order-on-parts"));
                assertThat(found.stream().anyMatch(row -> row.startsWith("bt huawei my-order ")))
                        .isEqualTo(day.compareTo("2020-02-01") < 0);
            }
        } finally {
            database.executeTransactionally("MATCH (b:Ban) WHERE b.id STARTS WITH 'my-order' DETACH DELETE b");
        }
    }

    private List<String> byQuery(LocalDate day) {
        return QUERY.run(database, Map.of("asOf", day, "limit", 100_000)).rows().stream()
                .map(row ->
                        "%s %s %s %s %s %s %s %s".formatted(row.subList(0, 8).toArray()))
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
        PartialDate deadline = conflict.ban().onDay().ban().deadline();
        return "%s %s %s %s %s %d %s %s"
                .formatted(
                        conflict.exposure().carrier().id(),
                        conflict.exposure().vendor().id(),
                        conflict.ban().onDay().ban().id(),
                        deadline,
                        conflict.ban().pastDeadline(),
                        conflict.exposure().exposure().hops(),
                        conflict.tie().tie(),
                        conflict.customer().id());
    }
}

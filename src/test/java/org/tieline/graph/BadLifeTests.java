package org.tieline.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tieline.graph.bolt.DriverGraphReader;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.graph.kernel.EmbeddedGraphReader;
import org.tieline.model.Ban;
import org.tieline.model.Dataset;
import org.tieline.model.Organization;
import org.tieline.question.Snapshot;
import org.tieline.question.SnapshotBuilder;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.EmbeddedNeo4jExtension;
import org.tieline.testing.TestFacts;

/** What people write badly of lives, identifiers and counts costs as little as can be, and is told of by both readers alike. */
@ExtendWith(EmbeddedNeo4jExtension.class)
class BadLifeTests {
    private final EmbeddedServer server;
    private final Neo4j neo4j;
    private final Dataset dataset = TestFacts.datasetWithLives();

    BadLifeTests(EmbeddedServer server, Neo4j neo4j) {
        this.server = server;
        this.neo4j = neo4j;
    }

    @BeforeEach
    void load() {
        EmbeddedNeo4jExtension.fill(server, neo4j, dataset);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            organization | ({id: 'ee'})       | since     | 7; 'soon'; ['2010']; true            | since must be
            organization | ({id: 'ee'})       | until     | 7; 'soon'; '2009'; date('0001-01-01') - duration('P1Y') | until must be
            tie          | ()-[x:SUPPLIES]-() | removing  | 7; 'soon'; '1999'; ['2020']          | removing must
            tie          | ()-[x:SUPPLIES]-() | verified  | 7; 'soon'; '1999'; true              | verified must
            tie          | ()-[x:SUPPLIES]-() | share     | 140; -1; 'half'; [20]; 33.333        | share must
            tie          | ()-[x:SUPPLIES]-() | share     | null                                 | shareOn must be empty
            tie          | ()-[x:SUPPLIES]-() | shareOn   | 7; 'soon'                            | shareOn must
            tie          | ()-[x:SUPPLIES]-() | countries | 'GB'; [7]; ['England']; true         | countries must
            tie          | ()-[x:OWNS]-()     | share     | 20                                   | share
            tie          | ()-[x:OWNS]-()     | countries | ['GB']                               | countries belongs to
            """)
    void shouldLeaveOutTheProperty(String what, String pattern, String property, String values, String message) {
        String named = pattern.startsWith("({") ? "(x " + pattern.substring(1) : pattern;
        KeptProperty kept = new KeptProperty(server.database(), named, property);
        for (String value : values.split("; ")) {
            kept.giveBack();
            for (Collected read : readings("MATCH %s SET x.%s = %s".formatted(named, property, value))) {
                assertThat(read.problems).as(value).singleElement().satisfies(problem -> {
                    assertThat(problem.what()).isEqualTo(what);
                    assertThat(problem.message()).startsWith(message);
                });
                assertThat(all(read))
                        .as("all is there but for the property")
                        .hasSize(all(dataset).size());
                assertThat(all(read))
                        .filteredOn(fact -> !all(dataset).contains(fact))
                        .hasSizeLessThanOrEqualTo(2);
            }
        }
    }

    @Test
    void shouldKeepAShareWhoseDayCannotBeRead() {
        for (Collected read : readings("MATCH ()-[x:SUPPLIES]->() SET x.shareOn = 'soon'")) {
            assertThat(read.ties)
                    .filteredOn(tie -> tie.id().equals("huawei-supplies-bt"))
                    .allSatisfy(tie -> {
                        assertThat(tie.share()).isEqualByComparingTo("35.5");
                        assertThat(tie.shareOn()).isNull();
                        assertThat(tie.verified()).hasToString("2023");
                    });
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            MATCH (o {id: 'orange-uk'}) SET o.until = 'soon'                                  | until must be a date            | -
            MATCH (o {id: 'orange-uk'}) REMOVE o.until                                        | until must be given where       | -
            MATCH (o {id: 'orange-uk'}) SET o.until = '1990'                                  | until must be after since       | -
            MATCH (o {id: 'orange-uk'}), (h {id: 'bt'}) CREATE (o)-[:SUCCEEDED_BY]->(h)       | successor must be one           | bt
            MATCH (o {id: 'orange-uk'})-[s:SUCCEEDED_BY]->() DELETE s CREATE (o)-[:SUCCEEDED_BY]->(o) | successor must be another | -
            """)
    void shouldKeepAnOrganizationWhoseSuccessorIsInDoubt(String change, String message, String successor) {
        for (Collected read : readings(change)) {
            assertThat(read.problems).singleElement().satisfies(problem -> {
                assertThat(problem.where()).isEqualTo("orange-uk");
                assertThat(problem.message()).startsWith(message);
            });
            assertThat(read.organizations)
                    .filteredOn(organization -> organization.id().equals("orange-uk"))
                    .extracting(Organization::successor)
                    .containsExactly(successor.equals("-") ? null : successor);
        }
    }

    @Test
    void shouldLeaveSuccessorsAndReplacementsThatAreNotThereOutOfTheSnapshot() {
        server.database().executeTransactionally("""
                        MATCH (o {id: 'orange-uk'})-[s:SUCCEEDED_BY]->(), (b:Ban {id: 'uk-2020'})-[r:REPLACES]->() DELETE s, r
                        CREATE (o)-[:SUCCEEDED_BY]->(:Organization {id: 'Not Kebab'}), (b)-[:REPLACES]->(:Ban {id: 'no-ban'})
                        """);
        for (GraphReader reader : readers()) {
            Snapshot snapshot = SnapshotBuilder.take(reader);

            assertThat(snapshot.organization("orange-uk").successor()).isNull();
            assertThat(snapshot.ban("uk-2020").replaces()).isEmpty();
            assertThat(snapshot.problems())
                    .extracting(GraphProblem::message)
                    .anyMatch(message -> message.startsWith("successor must be"))
                    .contains("replaces must be bans of the graph, was [no-ban]; they are left out");
            assertThat(snapshot.identifiers()).isEqualTo(dataset.identifiers());
            assertThat(snapshot.subscribers()).isEqualTo(dataset.subscribers());
        }
    }

    @Test
    void shouldKeepABanThatReplacesItself() {
        for (Collected read : readings("MATCH (b:Ban {id: 'uk-2020'}) CREATE (b)-[:REPLACES]->(b)")) {
            assertThat(read.problems).singleElement().satisfies(problem -> assertThat(problem.message())
                    .startsWith("replaces must be another ban"));
            assertThat(read.bans)
                    .filteredOn(ban -> ban.id().equals("uk-2020"))
                    .extracting(Ban::replaces)
                    .containsExactly(List.of("uk-2019"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            CREATE (o)-[:IDENTIFIED_BY {sources: ['x']}]->(:Identifier {scheme: 'duns', value: '1'})           | scheme must be one of
            CREATE (o)-[:IDENTIFIED_BY {sources: ['x']}]->(:Identifier {value: '1'})                           | scheme must be one of
            CREATE (o)-[:IDENTIFIED_BY {sources: ['x']}]->(:Identifier {scheme: 'asn'})                        | value must be
            CREATE (o)-[:IDENTIFIED_BY {sources: ['x']}]->(:Identifier {scheme: 'asn', value: 7})              | value must be a text
            CREATE (o)-[:IDENTIFIED_BY {sources: ['x']}]->(:Identifier {scheme: 'lei', value: '549300ABCDEFGHIJKL00'}) | value must be
            CREATE (o)-[:IDENTIFIED_BY {sources: ['x'], since: 7}]->(:Identifier {scheme: 'asn', value: '7'})  | since must be
            CREATE (o)-[:IDENTIFIED_BY {sources: ['x'], until: 'soon'}]->(:Identifier {scheme: 'asn', value: '7'}) | until must be
            MATCH (i {value: 'Q160054'}) CREATE (o)-[:IDENTIFIED_BY {sources: ['bbc-2020']}]->(i)              | must be the only one of
            MATCH (i {value: 'Q160054'}) CREATE (:Organization)-[:IDENTIFIED_BY {sources: ['x']}]->(i)         | organization must be
            CREATE (o)-[:HAS_SUBSCRIBERS {sources: ['x']}]->(:Count {millions: 1})                             | on must be
            CREATE (o)-[:HAS_SUBSCRIBERS {sources: ['x']}]->(:Count {on: 'soon', millions: 1})                 | on must be
            CREATE (o)-[:HAS_SUBSCRIBERS {sources: ['x']}]->(:Count {on: '2019'})                              | millions must be
            CREATE (o)-[:HAS_SUBSCRIBERS {sources: ['x']}]->(:Count {on: '2019', millions: -1})                | millions must be
            CREATE (o)-[:HAS_SUBSCRIBERS {sources: ['x']}]->(:Count {on: '2019', millions: 'many'})            | millions must be
            MATCH (c:Count {on: '2019'}) CREATE (:Organization:Carrier {id: 'Not Kebab'})-[:HAS_SUBSCRIBERS {sources: ['x']}]->(c) | organization must be
            MATCH (e {id: 'ee'}) CREATE (e)-[:HAS_SUBSCRIBERS {sources: ['bbc-2020']}]->(:Count {on: '2019', millions: 27.5}) | must be the only one of
            """)
    void shouldLeaveOutWhatIdentifiesOrCountsBadly(String change, String message) {
        for (Collected read : readings("MATCH (o {id: 'bt'}) " + change.replace("MATCH", "WITH o MATCH"))) {
            assertThat(read.problems)
                    .filteredOn(problem -> !problem.what().equals("organization"))
                    .singleElement()
                    .satisfies(problem -> {
                        assertThat(problem.what())
                                .isEqualTo(change.contains("IDENTIFIED") ? "identifier" : "subscribers");
                        assertThat(problem.where()).isNotBlank();
                        assertThat(problem.message())
                                .startsWith(message)
                                .endsWith("the %s is left out"
                                        .formatted(change.contains("IDENTIFIED") ? "identifier" : "subscribers"));
                    });
            assertThat(read.identifiers).hasSize(dataset.identifiers().size());
            assertThat(read.subscribers).hasSize(dataset.subscribers().size());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            MATCH ()-[r:IDENTIFIED_BY]->({value: 'Q160054'}) REMOVE r.sources         | identifier
            MATCH ()-[r:HAS_SUBSCRIBERS]->({on: '2019'}) SET r.sources = 'bbc-2020'   | subscribers
            """)
    void shouldKeepWhatHasNoSourcesAndTellOfIt(String change, String what) {
        for (Collected read : readings(change)) {
            assertThat(read.problems).singleElement().satisfies(problem -> {
                assertThat(problem.what()).isEqualTo(what);
                assertThat(problem.property()).isEqualTo("sources");
            });
            assertThat(read.identifiers).hasSize(dataset.identifiers().size());
            assertThat(read.subscribers).hasSize(dataset.subscribers().size());
        }
    }

    @Test
    void shouldTakeDatesAsDaysToo() {
        for (Collected read : readings("""
                MATCH (o {id: 'bt'})
                SET o.since = date('1981-10-01')
                CREATE (o)-[:IDENTIFIED_BY {sources: ['x'], since: date('2001-01-01')}]->(:Identifier {scheme: 'asn', value: '2856'}),
                       (o)-[:HAS_SUBSCRIBERS {sources: ['x']}]->(:Count {on: date('2020-12-31'), millions: 20})
                """)) {
            assertThat(read.problems).isEmpty();
            assertThat(read.organizations)
                    .anyMatch(each -> String.valueOf(each.since()).equals("1981-10-01"));
            assertThat(read.identifiers).anyMatch(each -> each.key().equals("bt asn 2856 2001-01-01"));
            assertThat(read.subscribers).anyMatch(each -> each.key().equals("bt 2020-12-31"));
        }
    }

    private List<GraphReader> readers() {
        return List.of(new EmbeddedGraphReader(server.database()), new DriverGraphReader(neo4j));
    }

    private List<Collected> readings(String change) {
        server.database().executeTransactionally(change);
        List<Collected> readings = readers().stream().map(Collected::from).toList();
        assertThat(readings.get(1).problems).containsExactlyInAnyOrderElementsOf(readings.get(0).problems);
        assertThat(all(readings.get(1))).containsExactlyInAnyOrderElementsOf(all(readings.get(0)));
        return readings;
    }

    private static List<Object> all(Collected read) {
        return Stream.of(read.organizations, read.ties, read.bans, read.identifiers, read.subscribers)
                .<Object>flatMap(List::stream)
                .toList();
    }

    private static List<Object> all(Dataset dataset) {
        return Stream.of(
                        dataset.organizations(),
                        dataset.ties(),
                        dataset.bans(),
                        dataset.identifiers(),
                        dataset.subscribers())
                .<Object>flatMap(List::stream)
                .toList();
    }
}

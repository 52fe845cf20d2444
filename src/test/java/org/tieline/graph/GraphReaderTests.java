package org.tieline.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tieline.graph.bolt.DriverGraphReader;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.graph.kernel.EmbeddedGraphReader;
import org.tieline.model.Dataset;
import org.tieline.model.Tie;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.EmbeddedNeo4jExtension;
import org.tieline.testing.TestFacts;

/** What people write by hand, read by both readers: the good beside the bad stays. */
@ExtendWith(EmbeddedNeo4jExtension.class)
class GraphReaderTests {
    private static final String HUAWEI_AND_EE = "MATCH (h {id: 'huawei'}), (e {id: 'ee'}) ";

    private final EmbeddedServer server;
    private final Neo4j neo4j;
    private final Dataset dataset = TestFacts.dataset();

    GraphReaderTests(EmbeddedServer server, Neo4j neo4j) {
        this.server = server;
        this.neo4j = neo4j;
    }

    @BeforeEach
    void load() {
        EmbeddedNeo4jExtension.fill(server, neo4j, dataset);
    }

    static Stream<Arguments> badTies() {
        return Stream.of(
                tie("evidence: 'reported', sources: ['x']", "huawei -SUPPLIES-> ee", "id must be lower kebab case"),
                tie("id: 7, evidence: 'reported', sources: ['x']", "huawei -SUPPLIES-> ee", "id must be a text, was 7"),
                tie("id: 'Bad Id', evidence: 'reported', sources: ['x']", "Bad Id", "id must be lower kebab case"),
                tie("id: 't', sources: ['x']", "t", "evidence must be one of [reported, announced, confirmed, denied]"),
                tie("id: 't', evidence: 'rumour', sources: ['x']", "t", "evidence must be one of"),
                tie("id: 't', evidence: 'reported'", "t", "sources must name at least one source"),
                tie("id: 't', evidence: 'reported', sources: []", "t", "sources must name at least one source"),
                tie("id: 't', evidence: 'reported', sources: 'x'", "t", "sources must be a list of texts, was x"),
                tie("id: 't', evidence: 'reported', sources: [1, 2]", "t", "sources must be a list of texts"),
                tie(
                        "id: 't', evidence: 'reported', sources: ['x'], since: 'yesterday'",
                        "t",
                        "since must be a date like"),
                tie("id: 't', evidence: 'reported', sources: ['x'], since: 2018", "t", "since must be a text like"),
                tie(
                        "id: 't', evidence: 'reported', sources: ['x'], since: '2020', until: '2018'",
                        "t",
                        "until must be after since"),
                tie("id: 't', evidence: 'reported', sources: ['x'], segment: ['radio']", "t", "segment must be one of"),
                tie("id: 't', evidence: 'reported', sources: ['x'], percent: 20", "t", "percent belongs to OWNS"),
                owns("percent: 'abc'", "percent must be a number from 0 to 100, was abc"),
                owns("percent: 140", "percent must be 0..100, was 140"),
                owns("percent: 33.333", "percent must have at most two decimals"),
                owns("percent: 0.0 / 0.0", "percent must be a number from 0 to 100"));
    }

    private static Arguments tie(String properties, String where, String message) {
        return Arguments.of("CREATE (h)-[:SUPPLIES {%s}]->(e)".formatted(properties), where, message);
    }

    private static Arguments owns(String property, String message) {
        return Arguments.of(
                "CREATE (h)-[:OWNS {id: 't', evidence: 'reported', sources: ['x'], %s}]->(e)".formatted(property),
                "t",
                message);
    }

    @ParameterizedTest
    @MethodSource("badTies")
    void shouldReportABadTie(String create, String where, String message) {
        shouldReport(HUAWEI_AND_EE + create, "tie", where, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CREATE (h)-[:SUPPLIES {id: 't', evidence: 'reported', sources: ['x']}]->(h)                | to must be another
            CREATE (h)-[:SUPPLIES {id: 't', evidence: 'reported', sources: ['x']}]->(:Country)         | to must be lower kebab
            CREATE (:Person {id: 'huawei'})-[:SUPPLIES {id: 't', evidence: 'reported', sources: ['x']}]->(e) | from must be lower kebab
            """)
    void shouldReportABadEnd(String create, String message) {
        for (GraphReader reader : readers(HUAWEI_AND_EE + create)) {
            assertThat(Collected.from(reader).problems)
                    .filteredOn(problem -> problem.what().equals("tie"))
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.message()).startsWith(message));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CREATE (:Organization:Carrier {name: 'X'})                       | organization | id must be lower kebab case
            CREATE (:Organization {id: 'x', name: 'X'})                      | organization | must have exactly one of the labels
            CREATE (:Organization:Carrier:Vendor {id: 'x', name: 'X'})       | organization | must have exactly one of the labels
            CREATE (:Organization:Carrier {id: 'x', name: 7})                | organization | name must be a text, was 7
            CREATE (:Organization:Carrier {id: 'x'})                         | organization | name must not be empty
            CREATE (:Organization:Carrier {id: 'x', name: 'X', country: 'England'}) | organization | country must be an ISO
            CREATE (:Organization:Carrier {id: 'x', name: 'X', aliases: 'Y'}) | organization | aliases must be a list of texts
            CREATE (:Source {id: 'x', publisher: 'P'})                       | source       | title must not be empty
            CREATE (:Ban {id: 'x'})                                          | ban          | one government must impose it
            MATCH (b:Ban) SET b.scope = ['everything']                       | ban          | scope must be one of
            MATCH (b:Ban) SET b.named = 'yes'                                | ban          | named must be true or false
            MATCH (b:Ban) REMOVE b.announced, b.effective                    | ban          | one of reported, announced
            MATCH (b:Ban)-[t:TARGETS]->() DELETE t                           | ban          | targets must name at least one
            MATCH ()-[m:BELONGS_TO]->() SET m.since = '1973'                 | membership   | since must be a day like 1973-01-01
            MATCH ()-[m:BELONGS_TO]->() REMOVE m.sources                     | membership   | sources must name at least one
            MATCH ()-[m:BELONGS_TO]->(c) REMOVE c.code                       | membership   | bloc must be an ISO
            """)
    void shouldReportABadNode(String create, String what, String message) {
        shouldReport(create, what, null, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock = "t | {id: 't', evidence: 'reported', sources: ['unknown'], since: date('2019-05-01')}")
    void shouldTakeAGoodTieMadeByHand(String id, String properties) {
        for (GraphReader reader : readers(HUAWEI_AND_EE + "CREATE (h)-[:SUPPLIES " + properties + "]->(e)")) {
            Collected collected = Collected.from(reader);
            assertThat(collected.problems).isEmpty();
            assertThat(collected.ties)
                    .filteredOn(tie -> tie.id().equals(id))
                    .singleElement()
                    .satisfies(tie -> assertThat(tie.since()).hasToString("2019-05-01"));
        }
    }

    @Test
    void shouldPassOnTheFailureOfASinkAndReadAgain() {
        GraphSink full = new Collected() {
            @Override
            public void tie(Tie tie) {
                throw new IllegalStateException("no room for " + tie.type());
            }
        };
        for (GraphReader reader : readers("RETURN 1")) {
            assertThatThrownBy(() -> reader.read(full))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("no room for");
            assertThat(Collected.from(reader).ties).hasSize(2);
        }
    }

    private void shouldReport(String change, String what, String where, String message) {
        for (GraphReader reader : readers(change)) {
            Collected collected = Collected.from(reader);
            assertThat(collected.problems)
                    .filteredOn(problem -> problem.what().equals(what))
                    .singleElement()
                    .satisfies(problem -> {
                        assertThat(problem.message()).startsWith(message);
                        assertThat(problem.where()).isNotBlank();
                        if (where != null) {
                            assertThat(problem.where()).isEqualTo(where);
                        }
                    });
            assertThat(collected.ties).extracting(Tie::id).contains("bt-owns-ee", "huawei-supplies-bt");
        }
    }

    private Iterable<GraphReader> readers(String change) {
        server.database().executeTransactionally(change);
        return List.of(new DriverGraphReader(neo4j), new EmbeddedGraphReader(server.database()));
    }
}

package org.tieline.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.QueryExecutionException;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.TransactionTerminatedException;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.EmbeddedNeo4jExtension;
import org.tieline.testing.Patience;
import org.tieline.testing.TestFacts;

/** What a call sees, refuses and survives. */
@ExtendWith(EmbeddedNeo4jExtension.class)
class ProcedureCallTests {
    private static final String EXPOSED =
            "CALL tieline.exposures('huawei', {asOf: date('2020-01-01'), minStake: 0}) YIELD carrier RETURN carrier.id AS id";
    private static final String SUPPLY_EE = """
            MATCH (huawei {id: 'huawei'}), (ee {id: 'ee'})
            CREATE (huawei)-[:SUPPLIES {id: 'by-hand', evidence: 'reported', sources: ['bbc-2020']}]->(ee)
            """;

    private final EmbeddedServer server;
    private final Neo4j neo4j;

    ProcedureCallTests(EmbeddedServer server, Neo4j neo4j) {
        this.server = server;
        this.neo4j = neo4j;
    }

    @BeforeEach
    void load() {
        EmbeddedNeo4jExtension.fill(server, neo4j, TestFacts.dataset());
    }

    @Test
    void shouldSeeWhatWasCommittedJustBefore() {
        assertThat(
                        ids(
                                "CALL tieline.exposures('huawei', {maxHops: 1, asOf: '2020-01-01'}) YIELD carrier RETURN carrier.id AS id"))
                .containsExactly("bt");

        server.database().executeTransactionally(SUPPLY_EE);

        assertThat(
                        ids(
                                "CALL tieline.exposures('huawei', {maxHops: 1, asOf: '2020-01-01'}) YIELD carrier RETURN carrier.id AS id"))
                .containsExactly("bt", "ee");
    }

    @Test
    void shouldSeeEachCommitWhileOthersCommit() throws Exception {
        int writers = 6;
        int each = 40;
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            List<Callable<List<String>>> work = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                String name = "writer-" + writer;
                work.add(() -> missed(name, each));
            }
            for (Future<List<String>> missed :
                    threads.invokeAll(work, Patience.LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                assertThat(missed.get()).isEmpty();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /**
     * Makes one carrier after the other and asks for each at once; returns those that were not found exposed. Each writer has
     * a vendor of its own: two who write to the same node wait for each other.
     */
    private List<String> missed(String writer, int count) {
        server.database()
                .executeTransactionally("CREATE (:Organization:Vendor {id: $id, name: $id})", Map.of("id", writer));
        List<String> missed = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, Object> ids = Map.of("vendor", writer, "id", writer + "-" + i);
            server.database().executeTransactionally("""
                    MATCH (vendor:Organization {id: $vendor})
                    CREATE (vendor)-[:SUPPLIES {id: 'to-' + $id, evidence: 'reported', sources: ['bbc-2020']}]->
                           (:Organization:Carrier {id: $id, name: $id})
                    """, ids);
            long found = server.database()
                    .executeTransactionally(
                            "CALL tieline.exposures($vendor, {maxHops: 1}) YIELD carrier WHERE carrier.id = $id RETURN carrier",
                            ids,
                            rows -> rows.stream().count());
            if (found == 0) {
                missed.add(writer + "-" + i);
            }
        }
        return missed;
    }

    @Test
    void shouldNotSeeWhatItsOwnTransactionHasNotCommitted() {
        try (Transaction tx = server.database().beginTx()) {
            tx.execute(SUPPLY_EE).close();

            assertThat(tx.execute(EXPOSED).<Object>columnAs("id").stream()).containsExactly("bt", "ee");
            assertThat(tx.execute("CALL tieline.exposures('huawei', {asOf: '2020-01-01', maxHops: 1})").stream())
                    .hasSize(1);
        }
    }

    @Test
    void shouldSayWhatOfTheAnswerIsGoneInItsOwnTransaction() {
        try (Transaction tx = server.database().beginTx()) {
            tx.execute("MATCH ()-[tie {id: 'bt-owns-ee'}]->() DELETE tie").close();

            assertThatThrownBy(() -> tx.execute(EXPOSED).resultAsString())
                    .isInstanceOf(QueryExecutionException.class)
                    .hasMessageStartingWith("the tie bt-owns-ee of the answer is not to be seen in this transaction");
        }
    }

    @Test
    void shouldWalkTiesAgainstTheirDirectionAndKeepThemAsTheyAre() {
        server.database().executeTransactionally("""
                MATCH (huawei {id: 'huawei'}), (ee {id: 'ee'})
                CREATE (ee)-[:PARTNERS_WITH {id: 'ee-huawei', evidence: 'reported', sources: ['bbc-2020']}]->(huawei)
                """);
        String call = """
                CALL tieline.exposures('huawei', {asOf: '2020-01-01', carrier: 'ee'}) YIELD carrier, path, vendor
                WITH carrier, path, vendor, relationships(path)[0] AS tie
                RETURN nodes(path) = [vendor, carrier] AND startNode(tie) = carrier AND length(path) = 1 AS right
                """;

        assertThat(server.database().<Object>executeTransactionally(call, Map.of(), rows -> rows.next()
                        .get("right")))
                .isEqualTo(true);
        var path = neo4j.read(tx -> tx.run(call.replaceFirst("(?s)WITH.*", "RETURN path"))
                .single()
                .get("path")
                .asPath());
        assertThat(path.start().get("id").asString()).isEqualTo("huawei");
        assertThat(path.relationships().iterator().next().startNodeElementId())
                .isEqualTo(path.end().elementId());
    }

    @Test
    void shouldEndWithTheTransactionThatAsked() {
        server.database().executeTransactionally("""
                MATCH (huawei {id: 'huawei'})
                UNWIND range(1, 100) AS i
                CREATE (huawei)-[:SUPPLIES {id: 'to-' + i, evidence: 'reported', sources: ['bbc-2020']}]->
                       (:Organization:Carrier {id: 'carrier-' + i, name: 'Carrier ' + i})
                """);
        GraphDatabaseService database = server.database();
        try (Transaction tx = database.beginTx();
                Result rows = tx.execute("CALL tieline.exposures('huawei')")) {
            rows.next();
            tx.terminate();

            assertThatThrownBy(rows::resultAsString)
                    .isInstanceOfAny(TransactionTerminatedException.class, QueryExecutionException.class)
                    .hasMessageContaining("terminated");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CALL tieline.exposures('huawey')                     | there is no organization with the id huawey; did you mean huawei?
            CALL tieline.exposures('huawei', {carrier: 'b'})     | there is no organization with the id b; did you mean bt?
            CALL tieline.exposures('huawei', {asof: '2020'})     | asof is not a parameter; allowed are
            CALL tieline.exposures('huawei', {asOf: 2020})       | asOf must be a day like 2018-12-08, was 2020
            CALL tieline.exposures('huawei', {asOf: ['2020-01-01', '2020-01-02']}) | asOf may be given once, was
            CALL tieline.exposures('huawei', {maxHops: 4.5})     | maxHops must be a whole number, was 4.5
            CALL tieline.exposures('huawei', {minStake: 0.0/0})  | minStake must be a number like 20 or 12.5, was NaN
            CALL tieline.exposures('huawei', {ties: ['SELLS']})  | ties must be one of
            CALL tieline.exposures('huawei', {ties: []})         | ties must not be an empty list
            CALL tieline.exposures('huawei', {vendor: 'bt'})     | vendor is an argument before the options, and no option
            CALL tieline.exposures([])                           | vendor must not be an empty list
            CALL tieline.exposures(['huawei', null])             | vendor must be a text, number or date, or a list of these, was a list with null in it
            MATCH (v:Vendor) CALL tieline.exposures(v) YIELD hops RETURN hops | vendor must be a text, number or date, or a list of these, was something else; of a node or relationship give the id
            CALL tieline.exposures({id: 'huawei'})               | vendor must be a text, number or date, or a list of these, was a map
            CALL tieline.paths('huawei', null)                   | to must be given: the id of an organization, like huawei
            CALL tieline.paths('huawei', 'huawei')               | to must be another organization than from, was huawei
            CALL tieline.paths('huawei', 'bt', {vendor: 'bt'})   | vendor is not a parameter; allowed are from, to
            CALL tieline.ownership('ee', null)                   | rule must be given: one of named-only, ofac-50
            CALL tieline.ownership(null, 'ofac-50')              | organization must be given: the id of an organization
            CALL tieline.ownership('ea', 'ofac-50')              | there is no organization with the id ea; did you mean ee?
            CALL tieline.ownership('ee', 'ofac')                 | rule must be one of [named-only, ofac-50
            CALL tieline.ownership('ee', 'eu-50', {listed: []})  | listed must not be an empty list
            CALL tieline.restricted({maxHops: 1})                | maxHops is not a parameter; allowed are
            CALL tieline.restricted({minBan: 'ended'})           | minBan must be one of [reported, proposed, announced, in-force], was ended
            CALL tieline.restricted({government: 'gov-u'})       | there is no organization with the id gov-u; did you mean gov-uk?
            """)
    void shouldRefuseWithTheWordsOfTheApi(String call, String message) {
        assertThatThrownBy(() -> neo4j.read(tx -> tx.run(call).list()))
                .isInstanceOf(Neo4jException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void shouldTellSinceWhenABanRestricts() {
        String call = """
                CALL tieline.restricted({asOf: date('2022-01-01'), minBan: $least}) YIELD vendor, bans, since
                RETURN vendor.id + ' ' + since + ' ' + bans[0].id + ' ' + bans[0].state + ' ' + bans[0].since + ' '
                  + bans[0].ban.nature + ' ' + bans[0].government + ' ' + bans[0].flags[0] AS id
                """;
        assertThat(ids(call.replace("$least", "'announced'")))
                .containsExactly("huawei 2020-07-14 uk-2020 in-force 2020-07-14 order gov-uk reducedPrecision");
        assertThat(ids(call.replace("$least", "'in-force'")))
                .containsExactly("huawei 2020-12-01 uk-2020 in-force 2020-12-01 order gov-uk reducedPrecision");
        assertThat(ids("CALL tieline.restricted({asOf: date('2020-07-13')}) YIELD vendor RETURN vendor.id AS id"))
                .isEmpty();
    }

    private List<String> ids(String call) {
        return neo4j.read(tx -> tx.run(call).list(row -> row.get("id").asString()));
    }
}

package org.tieline.graph.bolt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.neo4j.driver.exceptions.ClientException;
import org.tieline.graph.Collected;
import org.tieline.graph.CypherFiles;
import org.tieline.graph.Progress;
import org.tieline.model.TielineException;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.EmbeddedNeo4jExtension;
import org.tieline.testing.FreePort;
import org.tieline.testing.TestFacts;

@ExtendWith(EmbeddedNeo4jExtension.class)
class Neo4jTests {
    /** The wait for an answer and that for a connection of the pool end at the same time, one as good as the other. */
    private static final String GAVE_UP = "(?s).*(there was no answer within 0.3 s|maximum time of 300ms).*";

    /** What fails is tried again for a quarter of the time. */
    private static final ConnectionLimits BRIEF = new ConnectionLimits(2, Duration.ofSeconds(6), Duration.ofSeconds(6));

    @Test
    void shouldSayWhereNothingAnswers() {
        URI nowhere = URI.create("bolt://127.0.0.1:" + FreePort.find());
        try (Neo4j neo4j = Neo4j.connect(nowhere, null, null, "neo4j", BRIEF)) {
            assertThatThrownBy(() -> new DriverGraphReader(neo4j).lastCommit())
                    .isInstanceOf(TielineException.DatabaseUnavailable.class)
                    .hasMessageStartingWith("the database at " + nowhere + " cannot be used: ")
                    .hasMessageEndingWith("check NEO4J_URI and that the server runs");
            assertThatThrownBy(() -> new DriverGraphReader(neo4j).read(new Collected()))
                    .isInstanceOf(TielineException.DatabaseUnavailable.class);
            assertThatThrownBy(() -> entities(neo4j)).isInstanceOf(TielineException.DatabaseUnavailable.class);
        }
    }

    @Test
    void shouldSayWhichDatabaseIsMissing(EmbeddedServer server) {
        try (Neo4j neo4j =
                Neo4j.connect(server.boltUri(), "neo4j", server.access().password(), "telecom")) {
            assertThatThrownBy(neo4j::verify)
                    .isInstanceOf(TielineException.DatabaseUnavailable.class)
                    .hasMessageContaining("check that NEO4J_DATABASE names a database that exists")
                    .hasMessageEndingWith("was telecom");
        }
    }

    @Test
    void shouldReadTheGraphOverOneConnection(EmbeddedServer server) {
        ConnectionLimits one = new ConnectionLimits(1, Duration.ofSeconds(6), Duration.ofSeconds(6));
        try (Neo4j neo4j =
                Neo4j.connect(server.boltUri(), "neo4j", server.access().password(), "neo4j", one)) {
            new DatasetLoader(neo4j, Clock.systemUTC()).load(TestFacts.dataset(), Progress.NONE);

            Collected read = Collected.from(new DriverGraphReader(neo4j));

            assertThat(read.bans).containsExactlyElementsOf(TestFacts.dataset().bans());
        }
    }

    @Test
    void shouldLetOtherFailuresPass(Neo4j neo4j) {
        assertThatThrownBy(() -> neo4j.read(tx -> tx.run("RETURN nonsense").list()))
                .isInstanceOf(ClientException.class);
    }

    /** A server that accepts connections and says nothing, as one whose machine was halted. */
    @Test
    void shouldNotWaitForeverForAServerThatSaysNothing() throws IOException {
        ConnectionLimits limits = new ConnectionLimits(2, Duration.ofSeconds(30), Duration.ofMillis(300));
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                Neo4j neo4j = Neo4j.connect(
                        URI.create("bolt://127.0.0.1:" + silent.getLocalPort()), null, null, "neo4j", limits)) {
            assertThatThrownBy(neo4j::verify)
                    .isInstanceOf(TielineException.DatabaseUnavailable.class)
                    .hasMessageMatching(GAVE_UP);
            assertThatThrownBy(() -> new DriverGraphReader(neo4j).lastCommit())
                    .isInstanceOf(TielineException.DatabaseUnavailable.class)
                    .hasMessageMatching(GAVE_UP);
            assertThatThrownBy(() -> entities(neo4j))
                    .isInstanceOf(TielineException.DatabaseUnavailable.class)
                    .hasMessageMatching(GAVE_UP);
        }
    }

    @Test
    void shouldSayThatAServerSpeaksWithoutEncryption(EmbeddedServer server) {
        URI encrypted = URI.create(server.boltUri().toString().replace("bolt:", "bolt+s:"));
        try (Neo4j neo4j = Neo4j.connect(encrypted, null, null, "neo4j", BRIEF)) {
            assertThatThrownBy(neo4j::verify)
                    .isInstanceOf(TielineException.DatabaseUnavailable.class)
                    .hasMessageContaining("check NEO4J_URI: +s asks for encryption");
        }
    }

    /** OGM would ask the leader of a cluster, in a transaction that may write. */
    @Test
    void shouldLookEntitiesUpInATransactionThatReads(Neo4j neo4j) {
        neo4j.write(tx ->
                tx.run("MATCH (o:Organization {id: 'written'}) DETACH DELETE o").consume());
        assertThatThrownBy(() -> neo4j.withEntities(session -> session.query(
                        OrganizationEntity.class,
                        "CREATE (n:Organization:Vendor {id: 'written', name: 'Written'}) RETURN n",
                        Map.of())))
                .hasStackTraceContaining("Neo.ClientError.Statement.AccessMode");
        assertThat(neo4j.<Boolean>read(
                        tx -> tx.run("MATCH (n {id: 'written'}) RETURN n").hasNext()))
                .isFalse();
    }

    @Test
    void shouldReadItsOwnWrites(Neo4j neo4j) {
        neo4j.write(tx -> tx.run("CREATE (:Note {n: 1})").consume());

        assertThat(neo4j.<Long>read(tx -> tx.run("MATCH (n:Note) RETURN count(n) AS n")
                        .single()
                        .get("n")
                        .asLong()))
                .isEqualTo(1);
    }

    @Test
    void shouldFailAtStartWhenAFileIsMissing() {
        assertThatThrownBy(() -> CypherFiles.statements("no-such-file"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("/cypher/no-such-file.cypher");
        assertThat(CypherFiles.statements("schema")).hasSizeGreaterThan(10).allMatch(text -> text.startsWith("CREATE"));
    }

    private static Iterable<OrganizationEntity> entities(Neo4j neo4j) {
        return neo4j.withEntities(
                session -> session.query(OrganizationEntity.class, "MATCH (n:Organization) RETURN n", Map.of()));
    }
}

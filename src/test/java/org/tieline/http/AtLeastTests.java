package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tieline.graph.Commit;
import org.tieline.graph.GraphReader;
import org.tieline.graph.GraphSink;
import org.tieline.graph.Progress;
import org.tieline.graph.bolt.ConnectionLimits;
import org.tieline.graph.bolt.DatasetLoader;
import org.tieline.graph.bolt.DriverGraphReader;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.model.TielineException.DatabaseUnavailable;
import org.tieline.question.Snapshots;
import org.tieline.question.registry.Inquiries;
import org.tieline.server.EmbeddedServer;
import org.tieline.standing.Journal;
import org.tieline.testing.EmbeddedNeo4jExtension;
import org.tieline.testing.InMemory;
import org.tieline.testing.TestFacts;

/** Two servers on one database, of which neither looks by itself whether somebody committed something. */
@ExtendWith(EmbeddedNeo4jExtension.class)
class AtLeastTests {
    private static final String EXPOSURES = "/v1/exposures?vendor=huawei&asOf=2019-01-01";
    private static final String BAN = "/v1/bans/uk-2020?asOf=2020-01-01";

    private final EmbeddedServer server;
    private Replica one;
    private Replica other;

    AtLeastTests(EmbeddedServer server) {
        this.server = server;
    }

    /** A server with a connection of its own, as if it were a process of its own. */
    private record Replica(Neo4j neo4j, Snapshots snapshots, Api api, ApiClient client) implements AutoCloseable {
        static Replica on(EmbeddedServer server) {
            Neo4j neo4j = Neo4j.connect(
                    server.boltUri(), "neo4j", server.access().password(), "neo4j", ConnectionLimits.unhurried(10));
            Snapshots snapshots = new Snapshots(new DriverGraphReader(neo4j));
            Api api = Api.start("127.0.0.1", 0, Inquiries.over(neo4j, snapshots));
            return new Replica(neo4j, snapshots, api, new ApiClient(api.port()));
        }

        HttpResponse<String> get(String path, Map<String, String> headers) {
            return client.exchange("GET", path, headers, null);
        }

        @Override
        public void close() {
            client.close();
            api.close();
            snapshots.close();
            neo4j.close();
        }
    }

    @BeforeEach
    void start() {
        EmbeddedNeo4jExtension.empty(server);
        one = Replica.on(server);
        new DatasetLoader(one.neo4j(), Clock.systemUTC()).load(TestFacts.dataset(), Progress.NONE);
        commit("before");
        one.snapshots().refresh();
        other = Replica.on(server);
        other.snapshots().refresh();
    }

    @AfterEach
    void stop() {
        one.close();
        other.close();
    }

    private void commit(String name) {
        one.neo4j().write(tx -> tx.run("MATCH (o:Organization {id: 'huawei'}) SET o.name = $name", Map.of("name", name))
                .consume());
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElseThrow();
    }

    @Test
    void shouldNameOneStateAlikeWhoeverAnswers() {
        for (String path :
                new String[] {EXPOSURES, EXPOSURES + "&format=csv", BAN, "/v1/organizations?limit=2&offset=2"}) {
            HttpResponse<String> here = one.get(path, Map.of());
            HttpResponse<String> there = other.get(path, Map.of());

            assertThat(here.statusCode()).as(path).isEqualTo(200);
            assertThat(header(there, "Tieline-Snapshot")).isEqualTo(header(here, "Tieline-Snapshot"));
            assertThat(header(there, "ETag")).isEqualTo(header(here, "ETag"));
            assertThat(there.body()).isEqualTo(here.body());
            assertThat(other.get(path, Map.of("If-None-Match", header(here, "ETag")))
                            .statusCode())
                    .isEqualTo(304);
        }
    }

    @Test
    void shouldAnswerFromTheStateThatWasSeenElsewhereOrALaterOne() {
        String before = header(other.get(EXPOSURES, Map.of()), "Tieline-Snapshot");
        commit("after");
        one.snapshots().refresh();
        HttpResponse<String> seen = one.get(EXPOSURES, Map.of());
        String name = header(seen, "Tieline-Snapshot");
        assertThat(name).isNotEqualTo(before);
        assertThat(header(other.get(EXPOSURES, Map.of()), "Tieline-Snapshot")).isEqualTo(before);

        HttpResponse<String> caughtUp = other.get(EXPOSURES, Map.of(AtLeast.HEADER, name));

        assertThat(header(caughtUp, "Tieline-Snapshot")).isEqualTo(name);
        assertThat(header(caughtUp, "ETag")).isEqualTo(header(seen, "ETag"));
        assertThat(caughtUp.body()).isEqualTo(seen.body()).contains("\"after\"");
        assertThat(header(other.get(EXPOSURES, Map.of(AtLeast.HEADER, before)), "Tieline-Snapshot"))
                .isEqualTo(name);
    }

    /** What was seen before this server was started, or of another database, has a name that it does not know. */
    @Test
    void shouldAnswerFromTheNewestStateIfItDoesNotKnowTheName() {
        commit("after");

        assertThat(other.get(EXPOSURES, Map.of(AtLeast.HEADER, "2017.1+0123456789abcdef"))
                        .body())
                .contains("\"after\"");
    }

    /** Where events go on is told by a number of a state, which a server that is behind has not. */
    @Test
    void shouldGoOnWithEventsWhereAnotherServerTellsOfANewerState() {
        new Journal(one.neo4j(), Clock.systemUTC()).follow(one.snapshots().current(), () -> true);
        one.snapshots().refresh();
        other.snapshots().refresh();
        one.neo4j().write(tx -> tx.run("MATCH (:Organization)-[t:SUPPLIES {id: 'huawei-supplies-bt'}]->() DELETE t")
                .consume());
        one.snapshots().refresh();
        new Journal(one.neo4j(), Clock.systemUTC()).follow(one.snapshots().current(), () -> true);
        one.snapshots().refresh();
        String timepoint = one.client().read("/v1/events").at("/timepoint").textValue();
        assertThat(timepoint).endsWith("~1");

        assertThat(other.client()
                        .read("/v1/events?after=" + timepoint)
                        .at("/timepoint")
                        .textValue())
                .isEqualTo(timepoint);
        assertThat(other.client()
                        .get("/v1/events?format=atom&after=" + timepoint.replace("~1", "~2"))
                        .status())
                .isEqualTo(410);
    }

    @Test
    void shouldRefuseWhatIsNoNameAndPassItOverWhereNoFactsAreTold() {
        HttpResponse<String> refused = one.get(EXPOSURES, Map.of(AtLeast.HEADER, "no name!"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"parameter\":\"Tieline-At-Least\"", "was no name!");
        assertThat(one.get("/health/live", Map.of(AtLeast.HEADER, "no name!")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void shouldSayThatItIsBehindIfTheDatabaseDoesNotAnswer() {
        GraphReader cutOff = new GraphReader() {
            private final GraphReader facts = new InMemory(TestFacts.dataset());

            @Override
            public Commit lastCommit() {
                return facts.lastCommit();
            }

            @Override
            public Commit newestCommit() {
                throw new DatabaseUnavailable("nobody answers", null);
            }

            @Override
            public void read(GraphSink sink) {
                facts.read(sink);
            }
        };
        try (Snapshots snapshots = new Snapshots(cutOff);
                Api api = Api.start("127.0.0.1", 0, new Inquiries(snapshots));
                ApiClient client = new ApiClient(api.port())) {
            snapshots.refresh();

            HttpResponse<String> refused =
                    client.exchange("GET", EXPOSURES, Map.of(AtLeast.HEADER, "2017.1+0123456789abcdef"), null);

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(header(refused, "Retry-After")).isEqualTo("5");
            String own = header(client.exchange("GET", EXPOSURES, Map.of(), null), "Tieline-Snapshot");
            assertThat(client.exchange("GET", EXPOSURES, Map.of(AtLeast.HEADER, own), null)
                            .statusCode())
                    .isEqualTo(200);
        }
    }
}

package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.config.Settings;
import org.tieline.gate.Gate;
import org.tieline.graph.Progress;
import org.tieline.graph.bolt.ConnectionLimits;
import org.tieline.graph.bolt.DatasetLoader;
import org.tieline.graph.bolt.DriverGraphReader;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.http.pages.PageOptions;
import org.tieline.question.Snapshots;
import org.tieline.question.registry.Inquiries;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.FreePort;
import org.tieline.testing.Patience;
import org.tieline.testing.TestFacts;

/** The API while its database goes away and comes back. */
class OutageTests {
    private static final String EXPOSURES = "/v1/exposures?vendor=huawei&asOf=2019-01-01";

    /** The database comes back where it was. */
    private static final int BOLT_PORT = FreePort.find();

    private static final ApiOptions IMPATIENT = new ApiOptions(
            Origins.NONE,
            PageOptions.DEFAULT,
            Duration.ofSeconds(30),
            null,
            0,
            32,
            Duration.ofSeconds(1),
            false,
            Gate.LOOPBACK);

    /** What fails is tried again for a quarter of the time. */
    private static final ConnectionLimits BRIEF =
            new ConnectionLimits(50, Duration.ofSeconds(5), Duration.ofSeconds(6));

    @Test
    void shouldKeepAnsweringWithoutTheDatabaseAndRecoverByItself(@TempDir Path home) {
        EmbeddedServer server = EmbeddedServer.startWithoutBrowser(onPort(home, BOLT_PORT));
        try (Neo4j neo4j =
                        Neo4j.connect(server.boltUri(), "neo4j", server.access().password(), "neo4j", BRIEF);
                Snapshots snapshots = new Snapshots(new DriverGraphReader(neo4j));
                Api api = Api.start("127.0.0.1", 0, Inquiries.over(neo4j, snapshots), IMPATIENT);
                ApiClient client = new ApiClient(api.port())) {
            new DatasetLoader(neo4j, Clock.systemUTC()).load(TestFacts.dataset(), Progress.NONE);
            snapshots.start(Duration.ofMillis(100));
            Patience.await(() -> client.get("/health/ready").status() == 200);
            Patience.await(() -> client.get("/v1/organizations/huawei").status() == 200);

            server.close();
            assertUnavailable(client.get("/v1/export?format=csv"));
            Patience.await(() -> client.get("/health/ready").status() == 503);

            for (String path : new String[] {
                "/v1/organizations",
                "/v1/organizations/huawei",
                "/v1/bans",
                "/v1/bans/uk-2020",
                "/v1/ties/huawei-supplies-bt",
                "/v1/sources/bbc-2020",
                "/v1/search?q=huawei"
            }) {
                assertThat(client.get(path).status()).as(path).isEqualTo(200);
            }
            assertUnavailable(client.get("/v1/export?format=csv"));
            assertThat(client.read(EXPOSURES).at("/results/0/carrier/id").textValue())
                    .isEqualTo("bt");
            assertThat(client.get("/health/live").status()).isEqualTo(200);
            assertThat(client.get("/health/ready").at("/reason").textValue())
                    .startsWith("the database has not answered since 2");
            assertThat(client.text("/metrics", "*/*").body()).contains("\ntieline_database_up 0.0\n");
            assertThat(client.read("/v1/catalog").at("/database/reachable").booleanValue())
                    .isFalse();
            assertThat(client.read("/v1/catalog")
                            .at("/database/unreachableSince")
                            .textValue())
                    .isNotBlank();

            server = EmbeddedServer.startWithoutBrowser(onPort(home, BOLT_PORT));
            Patience.await(() -> client.get("/health/ready").status() == 200);
            Patience.await(() -> client.get("/v1/organizations/huawei").status() == 200);
            assertThat(client.read("/v1/catalog").at("/database/reachable").booleanValue())
                    .isTrue();
        } finally {
            server.close();
        }
    }

    private static void assertUnavailable(ApiClient.Reply reply) {
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.header("Retry-After")).isEqualTo("5");
        assertThat(reply.at("/type").textValue()).isEqualTo("/problems/database-unavailable");
        assertThat(reply.response().body()).doesNotContain("bolt:", "127.0.0.1");
    }

    private static Settings onPort(Path home, int boltPort) {
        return Settings.load(
                Map.of(
                        "TIELINE_HOME",
                        home.toString(),
                        "TIELINE_PORT",
                        "0",
                        "TIELINE_BROWSER_PORT",
                        "0",
                        "TIELINE_BOLT_PORT",
                        String.valueOf(boltPort)),
                null);
    }
}

package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tieline.graph.bolt.DriverGraphReader;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.question.Snapshots;
import org.tieline.question.registry.Inquiries;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.EmbeddedNeo4jExtension;
import org.tieline.testing.TestFacts;

/** A vendor with one property that cannot be read is answered about as before, and every answer says that something is wrong. */
@ExtendWith(EmbeddedNeo4jExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadlyMadeApiTests {
    private static final String EXPOSURES = "/v1/exposures?asOf=2021-01-01";

    private final EmbeddedServer server;
    private final Neo4j neo4j;
    private final Snapshots snapshots;
    private final Api api;
    private final ApiClient client;

    BadlyMadeApiTests(EmbeddedServer server, Neo4j neo4j) {
        this.server = server;
        this.neo4j = neo4j;
        snapshots = new Snapshots(new DriverGraphReader(neo4j));
        api = Api.start("127.0.0.1", 0, Inquiries.over(neo4j, snapshots), ApiOptions.DEFAULT);
        client = new ApiClient(api.port());
    }

    @BeforeAll
    void harm() {
        EmbeddedNeo4jExtension.fill(server, neo4j, TestFacts.dataset());
        snapshots.refresh();
        JsonNode before = client.read(EXPOSURES);
        assertThat(before.at("/searched/problems").intValue()).isZero();
        assertThat(before.get("total").intValue()).isEqualTo(1);
        assertThat(client.read("/health/ready").get("note").isNull()).isTrue();
        server.database().executeTransactionally("MATCH (o {id: 'huawei'}) SET o.aliases = 'HW'");
        server.database().executeTransactionally("MATCH (b:Ban) SET b.deadline = 'soon'");
        snapshots.refresh();
    }

    @AfterAll
    void close() {
        client.close();
        api.close();
        snapshots.close();
    }

    @Test
    void shouldAnswerAboutTheVendorItsTiesAndItsBans() {
        JsonNode huawei = client.read("/v1/organizations/huawei?asOf=2021-01-01");
        assertThat(huawei.get("name").textValue()).isEqualTo("Huawei");
        assertThat(huawei.at("/ties/total").intValue()).isEqualTo(1);
        assertThat(huawei.at("/bans/total").intValue()).isEqualTo(1);
        for (String path : new String[] {
            "/v1/organizations", "/v1/bans", "/v1/bans/uk-2020", "/v1/ties/huawei-supplies-bt", "/v1/search?q=huawei"
        }) {
            assertThat(client.get(path).status()).as(path).isEqualTo(200);
        }
        assertThat(client.read(EXPOSURES).get("total").intValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"node", "properties", "labels", "governments", "countries", "targets", "sources"})
    void shouldNotMindPropertiesThatItDoesNotKnow(String name) {
        server.database().executeTransactionally("MATCH (n) SET n.`%s` = ['of', 'ours']".formatted(name));
        try {
            for (String path : new String[] {
                "/v1/organizations",
                "/v1/organizations/huawei",
                "/v1/bans",
                "/v1/bans/uk-2020",
                "/v1/sources/bbc-2020",
                "/v1/ties/huawei-supplies-bt"
            }) {
                assertThat(client.get(path).status()).as(path).isEqualTo(200);
            }
            assertThat(client.read("/v1/bans/uk-2020").get("targets").toString())
                    .contains("huawei")
                    .doesNotContain("ours");
        } finally {
            server.database().executeTransactionally("MATCH (n) REMOVE n.`%s`".formatted(name));
        }
    }

    @Test
    void shouldCountTheProblemsWhereTheyMayTouchAndListThemWithWhatWouldBeRight() {
        assertThat(client.read(EXPOSURES).at("/searched/problems").intValue()).isEqualTo(2);
        JsonNode ready = client.read("/health/ready");
        assertThat(ready.get("status").textValue()).isEqualTo("up");
        assertThat(ready.get("note").textValue()).startsWith("2 things in the graph are badly made");
        assertThat(client.text("/metrics", "*/*").body()).contains("tieline_snapshot_problems 2.0");
        JsonNode problem = client.read("/v1/catalog").at("/problems/results/0");
        assertThat(problem.get("where").textValue()).isEqualTo("huawei");
        assertThat(problem.get("property").textValue()).isEqualTo("aliases");
        assertThat(problem.get("value").textValue()).isEqualTo("HW");
        assertThat(problem.get("remedy").textValue()).isEqualTo("must be a list of texts");
        assertThat(problem.get("message").textValue())
                .isEqualTo("aliases must be a list of texts, was HW; it is left out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/organizations", "/v1/bans", "/v1/search?q=huawei", "/v1/conflicts", "/v1/matrix"})
    void shouldCountTheProblemsInWhatWasSearched(String path) {
        assertThat(client.read(path).at("/searched/problems").intValue()).isEqualTo(2);
    }

    @Test
    void shouldCountTheProblemsWhereNamesAreReconciled() {
        JsonNode names = client.read("/reconcile?queries=" + encoded("{\"q\":{\"query\":\"Huawei\"}}"));
        assertThat(names.at("/q/problems").intValue()).isEqualTo(2);
        JsonNode columns = client.read(
                "/reconcile?extend=" + encoded("{\"ids\":[\"huawei\"],\"properties\":[{\"id\":\"name\"}]}"));
        assertThat(columns.get("problems").intValue()).isEqualTo(2);
    }

    private static String encoded(String json) {
        return URLEncoder.encode(json, StandardCharsets.UTF_8);
    }

    @Test
    void shouldNeverSuggestTheIdThatItRefuses() {
        server.database().executeTransactionally("MATCH (o {id: 'ee'}) SET o.id = 'ee2'");
        snapshots.refresh();
        JsonNode refusal = client.get("/v1/organizations/ee").body();
        assertThat(refusal.get("status").intValue()).isEqualTo(404);
        assertThat(refusal.get("nearest").toString()).doesNotContain("\"ee\"");
        server.database().executeTransactionally("MATCH (o {id: 'ee2'}) SET o.id = 'ee'");
    }
}

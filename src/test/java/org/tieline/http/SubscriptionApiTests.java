package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.graph.Progress;
import org.tieline.graph.bolt.DatasetLoader;
import org.tieline.graph.bolt.DriverGraphReader;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.question.Snapshots;
import org.tieline.question.registry.Inquiries;
import org.tieline.standing.Subscriptions;
import org.tieline.testing.EmbeddedNeo4jExtension;
import org.tieline.testing.TestFacts;

/** Subscriptions over HTTP. */
@ExtendWith(EmbeddedNeo4jExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubscriptionApiTests {
    private static final String PATH = "/v1/subscriptions";

    @TempDir
    private static Path folder;

    private final ApiKeys.Made mine = ApiKeys.make("mine");
    private final ApiKeys.Made yours = ApiKeys.make("yours");
    private Snapshots snapshots;
    private Api api;
    private ApiClient client;

    @BeforeAll
    void serve(Neo4j neo4j) throws IOException {
        new DatasetLoader(neo4j, Clock.systemUTC()).load(TestFacts.dataset(), Progress.NONE);
        snapshots = new Snapshots(new DriverGraphReader(neo4j));
        snapshots.refresh();
        Path keys = Files.writeString(folder.resolve("keys"), mine.line() + "\n" + yours.line());
        Subscriptions subscriptions = new Subscriptions(neo4j, Clock.systemUTC(), false, 2);
        api = Api.start(
                "127.0.0.1",
                0,
                Inquiries.over(neo4j, snapshots),
                PatientApi.OPTIONS.withKeys(ApiKeys.of(keys)),
                new Subscribing(subscriptions, Subscribing.NONE.counts()));
        client = new ApiClient(api.port());
    }

    @AfterAll
    void end() {
        client.close();
        api.close();
        snapshots.close();
    }

    private HttpResponse<String> ask(String method, String path, ApiKeys.Made key, String body) {
        Map<String, String> headers = new HashMap<>();
        if (key != null) {
            headers.put("X-API-Key", key.key());
        }
        if (body != null) {
            headers.put("Content-Type", "application/json");
        }
        return client.exchange(method, path, headers, body);
    }

    private static JsonNode json(HttpResponse<String> response) {
        return ApiClient.json(response.body());
    }

    @Test
    void shouldSubscribeListAndEnd() {
        HttpResponse<String> made = ask(
                "POST",
                PATH,
                mine,
                "{\"url\": \"https://1.1.1.1/hook\", \"parameters\": {\"vendor\": \"huawei\", \"carrierCountry\": [\"GB\", \"DE\"], \"minHops\": 2}}");

        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String id = json(made).get("id").textValue();
        assertThat(made.headers().firstValue("Location")).hasValue(PATH + "/" + id);
        assertThat(json(made).get("secret").textValue()).startsWith("whsec_");
        assertThat(json(made).get("question").textValue())
                .isEqualTo("/v1/events?vendor=huawei&minHops=2&carrierCountry=DE%2CGB");
        assertThat(client.get("/v1").status()).isEqualTo(200);
        JsonNode listed = json(ask("GET", PATH, mine, null));
        assertThat(listed.get("total").intValue()).isOne();
        assertThat(listed.at("/results/0/id").textValue()).isEqualTo(id);
        assertThat(listed.at("/results/0").has("secret")).isFalse();
        assertThat(json(ask("GET", PATH + "/" + id, mine, null)).get("waiting").intValue())
                .isZero();
        assertThat(json(ask("GET", PATH, yours, null)).get("total").intValue()).isZero();
        assertThat(ask("DELETE", PATH + "/" + id, yours, null).statusCode()).isEqualTo(404);
        assertThat(ask("DELETE", PATH + "/" + id, mine, null).statusCode()).isEqualTo(204);
        assertThat(ask("GET", PATH + "/" + id, mine, null).statusCode()).isEqualTo(404);
    }

    @Test
    void shouldSayWhatIsWrong() {
        assertThat(ask("POST", PATH, null, "{}").statusCode()).isEqualTo(401);
        assertThat(json(ask("POST", PATH, mine, "{}")).get("parameter").textValue())
                .isEqualTo("url");
        assertThat(json(ask("POST", PATH, mine, "{\"url\": \"https://localhost/\"}"))
                        .get("detail")
                        .textValue())
                .startsWith("url must lead to the public internet: localhost is ");
        assertThat(json(ask(
                                "POST",
                                PATH,
                                mine,
                                "{\"url\": \"https://1.1.1.1/\", \"parameters\": {\"after\": \"2020-01-01\"}}"))
                        .get("parameter")
                        .textValue())
                .isEqualTo("after");
        assertThat(ask("POST", PATH, mine, "{\"url\": \"https://1.1.1.1/\", \"parameters\": {\"vendor\": \"nobody\"}}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(json(ask("POST", PATH, mine, "{\"address\": 1}"))
                        .get("detail")
                        .textValue())
                .contains("address is not known here");
        assertThat(json(ask("POST", PATH, mine, "{\"url\": ")).get("detail").textValue())
                .startsWith("body cannot be read as JSON: ")
                .doesNotContain("REDACTED");
        assertThat(json(ask("POST", PATH, mine, "{\"url\": \"https://1.1.1.1/\", \"url\": \"https://8.8.8.8/\"}"))
                        .get("detail")
                        .textValue())
                .isEqualTo("body cannot be read as JSON: Duplicate field 'url', at line 1, column 34");
        assertThat(json(ask("GET", PATH + "?limit=1", mine, null)).get("detail").textValue())
                .isEqualTo("limit is not a parameter; there are none here");
    }

    @Test
    void shouldLetEachKeyHaveSoManyAndNoMore() {
        String wish = "{\"url\": \"https://1.1.1.1/hook\"}";
        assertThat(ask("POST", PATH, yours, wish).statusCode()).isEqualTo(201);
        assertThat(ask("POST", PATH, yours, wish).statusCode()).isEqualTo(201);

        HttpResponse<String> third = ask("POST", PATH, yours, wish);

        assertThat(third.statusCode()).isEqualTo(409);
        assertThat(json(third).get("detail").textValue())
                .isEqualTo("a key may have 2 subscriptions; DELETE one of them first");
        json(ask("GET", PATH, yours, null))
                .get("results")
                .forEach(each -> ask("DELETE", PATH + "/" + each.get("id").textValue(), yours, null));
    }

    @Test
    void shouldSayThatWithoutKeysNobodyCanSubscribe(Neo4j neo4j) {
        try (Api open = Api.start("127.0.0.1", 0, Inquiries.over(neo4j, snapshots), PatientApi.OPTIONS);
                ApiClient anybody = new ApiClient(open.port())) {
            ApiClient.Reply reply = anybody.post(PATH, "application/json", "{\"url\": \"https://1.1.1.1/hook\"}");

            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.at("/type").textValue()).isEqualTo("/problems/no-subscriptions");
            assertThat(reply.at("/detail").textValue()).contains("TIELINE_API_KEYS_FILE");
        }
    }
}

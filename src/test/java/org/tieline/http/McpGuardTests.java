package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tieline.gate.Gate;
import org.tieline.http.pages.PageOptions;
import org.tieline.http.reconcile.ReconcileRawTests;
import org.tieline.question.Snapshots;
import org.tieline.question.registry.Inquiries;
import org.tieline.testing.InMemory;
import org.tieline.testing.Patience;
import org.tieline.testing.TestFacts;

/** Which assistants are let in, and how often. */
class McpGuardTests {
    private static final String PING = """
            {"jsonrpc": "2.0", "id": 1, "method": "ping"}""";

    private final Snapshots snapshots = new Snapshots(new InMemory(TestFacts.dataset()));
    private Api api;
    private ApiClient client;

    @TempDir
    private Path folder;

    @BeforeEach
    void read() {
        snapshots.refresh();
    }

    @AfterEach
    void stop() {
        client.close();
        api.close();
        snapshots.close();
    }

    private void serve(Origins origins, ApiKeys keys, int rateLimit) {
        api = Api.start(
                "127.0.0.1",
                0,
                new Inquiries(snapshots),
                new ApiOptions(
                        origins,
                        PageOptions.DEFAULT,
                        Patience.LONGEST,
                        keys,
                        rateLimit,
                        32,
                        Duration.ofHours(1),
                        false,
                        Gate.LOOPBACK));
        client = new ApiClient(api.port());
    }

    private HttpResponse<String> post(String body, String... headers) {
        Map<String, String> all = new LinkedHashMap<>(Map.of("Content-Type", "application/json"));
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        return client.exchange("POST", "/mcp", all, body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "http://127.0.0.1:1", "null", "http://localhost"})
    void shouldRefusePagesOfOtherSites(String origin) {
        serve(Origins.NONE, null, 0);

        HttpResponse<String> answer = post(PING, "Origin", origin);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("TIELINE_CORS_ORIGINS").doesNotContain("jsonrpc");
    }

    @Test
    void shouldAnswerItsOwnPagesThoseThatASettingNamesAndWhoIsNone() {
        serve(new Origins(List.of("https://known.example")), null, 0);

        assertThat(post(PING).statusCode()).isEqualTo(200);
        assertThat(post(PING, "Origin", "https://known.example").statusCode()).isEqualTo(200);
        assertThat(post(PING, "Origin", "http://127.0.0.1:" + api.port()).statusCode())
                .isEqualTo(200);
        assertThat(post(PING, "Origin", "https://other.example").statusCode()).isEqualTo(403);
    }

    @Test
    void shouldRefuseANameThatIsLedHere() {
        serve(Origins.NONE, null, 0);

        String answer = ReconcileRawTests.exchange(
                api.port(),
                "POST /mcp HTTP/1.1\r\nHost: rebound.example:%d\r\nOrigin: http://rebound.example:%d\r\nContent-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                        .formatted(api.port(), api.port(), PING.length(), PING));

        assertThat(answer).startsWith("HTTP/1.1 421 ").doesNotContain("jsonrpc");
    }

    @Test
    void shouldWantAKeyWhereTheApiWantsOne() throws IOException {
        ApiKeys.Made ada = ApiKeys.make("ada");
        serve(Origins.NONE, ApiKeys.of(Files.writeString(folder.resolve("keys"), ada.line())), 0);

        assertThat(post(PING).statusCode()).isEqualTo(401);
        assertThat(post(PING).headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"Tieline\"");
        assertThat(post(PING, "Authorization", "Bearer " + ada.key()).statusCode())
                .isEqualTo(200);
        assertThat(post(PING, "X-API-Key", ada.key()).statusCode()).isEqualTo(200);
    }

    @Test
    void shouldCountMessages() {
        serve(Origins.NONE, null, 2);

        assertThat(post(PING).statusCode()).isEqualTo(200);
        assertThat(post(PING).statusCode()).isEqualTo(200);
        HttpResponse<String> third = post(PING);
        assertThat(third.statusCode()).isEqualTo(429);
        assertThat(third.headers().firstValue("Retry-After")).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no JSON                                                          | 400",
                "[]                                                               | 400",
                "{\"jsonrpc\": \"2.0\", \"id\": 1, \"result\": {}}                | 400",
                "{\"jsonrpc\": \"2.0\", \"method\": \"notifications/cancelled\"}  | 202",
                "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"nothing\"}       | 200"
            })
    void shouldTellMessagesApart(String message, int status) {
        serve(Origins.NONE, null, 0);

        HttpResponse<String> answer = post(message);

        assertThat(answer.statusCode()).isEqualTo(status);
        if (status == 202) {
            assertThat(answer.body()).isEmpty();
        } else {
            assertThat(answer.body()).contains("\"error\"");
        }
    }

    @Test
    void shouldHaveNoStreamAndNoSession() {
        serve(Origins.NONE, null, 0);

        HttpResponse<String> stream = client.exchange("GET", "/mcp", Map.of("Accept", "text/event-stream"), null);
        assertThat(stream.statusCode()).isEqualTo(405);
        assertThat(stream.headers().firstValue("Allow")).hasValue("POST, OPTIONS");
        assertThat(client.exchange("DELETE", "/mcp", Map.of(), null).statusCode())
                .isEqualTo(405);
        assertThat(post(PING, "MCP-Protocol-Version", "1999-01-01").statusCode())
                .isEqualTo(400);
        assertThat(post(PING, "MCP-Protocol-Version", "2025-11-25").statusCode())
                .isEqualTo(200);
        assertThat(client.exchange("POST", "/mcp", Map.of("Content-Type", "text/plain"), PING)
                        .statusCode())
                .isEqualTo(415);
    }
}

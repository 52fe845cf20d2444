package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tieline.gate.Gate;
import org.tieline.http.pages.PageOptions;
import org.tieline.question.Snapshots;
import org.tieline.question.registry.Inquiries;
import org.tieline.testing.InMemory;
import org.tieline.testing.Patience;
import org.tieline.testing.TestFacts;

/** Requests that are badly made: each is told what is wrong, by a problem document, and none is a failure of the server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedRequestTests {
    private static final int SLOW_CONNECTIONS = 150;

    private final Snapshots snapshots = new Snapshots(new InMemory(TestFacts.dataset()));
    private Api api;

    @BeforeAll
    void start() {
        snapshots.refresh();
        api = Api.start("127.0.0.1", 0, new Inquiries(snapshots));
    }

    @AfterAll
    void stop() {
        api.close();
        snapshots.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%u0041",
                "/v1/%u0041",
                "/v1/organizations/%u0041",
                "/v1/organizations/%",
                "/v1/organizations/%C0%AF",
                "/v1/exposures?asOf=%u0041",
                "*"
            })
    void shouldRefuseAnAddressThatIsBadlyWritten(String address) {
        assertProblem(new RawHttp(api.port()).ask("GET " + address), 400);
    }

    @Test
    void shouldRefuseAnAddressOfAnotherHost() {
        assertProblem(new RawHttp(api.port()).ask("GET http://other.example/v1"), 421);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /v1/exposures",
        "POST, /",
        "PROPFIND, /v1/scenarios",
        "GET, /v1/scenarios",
        "TRACE, /metrics",
        "get, /v1/exposures",
        "BREW, /health/live"
    })
    void shouldRefuseAnotherMethodWhateverIsWelcome(String method, String path) {
        for (String accept : List.of("text/html", "application/json", "text/html, */*;q=0.1", "nonsense")) {
            RawHttp.Reply reply = new RawHttp(api.port()).ask(method + " " + path, "Accept: " + accept);

            assertProblem(reply, 405);
            assertThat(reply.header("Allow")).contains("OPTIONS");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v1/exposures", "/v1/scenarios", "/metrics"})
    void shouldTellBrowsersItsMethods(String path) {
        RawHttp.Reply reply = new RawHttp(api.port()).ask("OPTIONS " + path, "Accept: text/html");

        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.header("Allow")).contains("OPTIONS");
    }

    static Stream<String> typesThatAreNone() {
        return Stream.of(
                "application/json;charset=\"",
                "application/json;charset=",
                "application/json;charset=nonsense",
                "application/json;charset='utf-8'",
                "application/json;charset=utf-8;charset=latin1",
                "\"",
                ";",
                "multipart/form-data;boundary=x");
    }

    @ParameterizedTest
    @MethodSource("typesThatAreNone")
    void shouldRefuseATypeThatIsBadlyWritten(String type) {
        for (String path : List.of("/v1/scenarios", "/v1/screenings", "/reconcile")) {
            assertProblem(post(path, "Content-Type: " + type + "\r\nContent-Length: 2\r\n\r\n{}"), 415);
        }
    }

    @Test
    void shouldRefuseABodyThatIsCompressed() {
        assertProblem(post("/v1/scenarios", typed("Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}")), 415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked\r\n\r\nZZ\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n2\r\n{}XX\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n20\r\n{}",
                "Transfer-Encoding: gzip\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Content-Length: 20\r\n\r\n{}",
                "Content-Length: -5\r\n\r\n{}",
                "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
                "Content-Length: 99999999999999999999\r\n\r\n{}"
            })
    void shouldRefuseABodyThatDoesNotComeAsItSays(String body) {
        for (String path : List.of("/v1/scenarios", "/v1/screenings")) {
            assertProblem(post(path, typed(body)), 400);
        }
        assertProblem(post("/reconcile", "Content-Type: application/x-www-form-urlencoded\r\n" + body), 400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Expect: the best | 417",
                "Host: second.example | 400",
                "Name without a colon | 400",
                "Spaced : x | 400"
            })
    void shouldRefuseHeadersThatAreBadlyWritten(String header, int status) {
        assertProblem(RawHttp.get(api.port(), "/v1/exposures", header), status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Host: a b", "Host: [::", "Host: localhost:99999", "Host: a/b@c"})
    void shouldRefuseAHostThatIsNone(String host) {
        String request =
                "GET /v1 HTTP/1.1\r\nConnection: close\r\n%s\r\n".formatted(host.isEmpty() ? "" : host + "\r\n");

        assertProblem(RawHttp.send(api.port(), request.getBytes(StandardCharsets.US_ASCII)), 400);
    }

    @Test
    void shouldBeImpatientWithASlowBodyEvenWhereAnswersMayTakeAnyTime() {
        ApiOptions patient = new ApiOptions(
                Origins.NONE,
                PageOptions.DEFAULT,
                Duration.ZERO,
                null,
                0,
                32,
                Duration.ofMinutes(1),
                false,
                Gate.LOOPBACK);
        try (Api slow = Api.start("127.0.0.1", 0, new Inquiries(snapshots), patient)) {
            RawHttp.Reply reply = RawHttp.trickle(
                    slow.port(),
                    "POST /v1/scenarios HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "Content-Length: 100000\r\n\r\n",
                    " ",
                    100,
                    600);

            assertProblem(reply, 408);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GET /v1", "GET /v1 HTTP/1.1\r\n", "GET /v1 HTTP/1.1\r\nHost: localhost\r\nX: "})
    void shouldCloseAConnectionThatFeedsItsHeadersByteByByte(String beginning) throws Exception {
        Server server = new Server();
        try (Metrics metrics = new Metrics(snapshots);
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            ServerConnector connector = PatientConnections.connector(
                    server, new HttpConfiguration(), "127.0.0.1", 0, metrics, Duration.ofMillis(300));
            server.addConnector(connector);
            server.setErrorHandler(new ErrorPages(metrics));
            server.start();

            String drops = beginning.isEmpty() ? "\r\n" : "x";
            List<CompletableFuture<RawHttp.Reply>> replies = Stream.generate(() -> CompletableFuture.supplyAsync(
                            () -> RawHttp.trickle(connector.getLocalPort(), beginning, drops, 25, 2_000), clients))
                    .limit(SLOW_CONNECTIONS)
                    .toList();

            List<RawHttp.Reply> told = new ArrayList<>();
            for (CompletableFuture<RawHttp.Reply> reply : replies) {
                told.add(Patience.get(reply));
            }
            assertThat(told).anyMatch(Objects::nonNull);
            told.stream().filter(Objects::nonNull).forEach(reply -> assertProblem(reply, 408));
            assertThat(metrics.scraped()).contains("status=\"408\"").doesNotContain("status=\"500\"");
        } finally {
            server.stop();
        }
    }

    private RawHttp.Reply post(String path, String rest) {
        String request = "POST %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%s".formatted(path, rest);
        return RawHttp.sendAndEnd(api.port(), request.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String typed(String rest) {
        return "Content-Type: application/json\r\n" + rest;
    }

    private static void assertProblem(RawHttp.Reply reply, int status) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json;charset=utf-8");
        assertThat(reply.json().get("status").intValue()).isEqualTo(status);
        assertThat(reply.json().get("title").textValue()).isNotBlank();
        assertThat(reply.json().get("detail").textValue()).isNotBlank();
    }
}

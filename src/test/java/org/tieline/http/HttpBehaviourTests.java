package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tieline.http.message.ProblemType;
import org.tieline.model.TielineException;
import org.tieline.question.Snapshots;
import org.tieline.question.registry.Inquiries;
import org.tieline.testing.InMemory;
import org.tieline.testing.Patience;
import org.tieline.testing.TestFacts;

/** What does not depend on the facts: statuses, headers, and requests that no client should send. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpBehaviourTests {
    private final Snapshots snapshots = new Snapshots(new InMemory(TestFacts.dataset()));

    /** Without the inquiries that need a database, so that asking them is a mistake of the server. */
    private final Inquiries inquiries = new Inquiries(snapshots);

    private Api server;
    private ApiClient api;

    @BeforeAll
    void start() {
        snapshots.refresh();
        server = Api.start("127.0.0.1", 0, inquiries, PatientApi.OPTIONS);
        api = new ApiClient(server.port());
    }

    @AfterAll
    void stop() {
        api.close();
        server.close();
        snapshots.close();
    }

    @Test
    void shouldSayWhatAnAnswerIsAndThatItIsOfNow() {
        ApiClient.Reply reply = api.get("/v1/exposures?vendor=huawei&asOf=2019-01-01");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).isEqualTo("application/json;charset=utf-8");
        assertThat(reply.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(reply.header("Server")).isNull();
        assertThat(reply.at("/results/0/carrier/id").textValue()).isEqualTo("bt");
    }

    @Test
    void shouldSayWhichParametersDidNothing() {
        JsonNode named = api.read("/v1/exposures?vendor=huawei&country=US&scope=removal&nature=advice&minBan=in-force");
        JsonNode chosen = api.read("/v1/exposures?country=GB&asOf=2021-01-01");

        assertThat(ApiClient.texts(named.at("/searched/ignored"))).containsExactly("country", "scope", "nature");
        assertThat(chosen.at("/searched/ignored")).isEmpty();
        assertThat(chosen.at("/searched/vendors/0/id").textValue()).isEqualTo("huawei");
        assertThat(chosen.at("/results/0/bans/0/state").textValue()).isEqualTo("in-force");
        assertThat(ApiClient.texts(chosen.at("/results/0/bans/0/flags"))).containsExactly("reducedPrecision");
    }

    @Test
    void shouldRefuseMoreVendorsThanAnAnswerMaySearch() {
        String vendors = IntStream.range(0, 101).mapToObj(i -> "v" + i).collect(Collectors.joining(","));
        ApiClient.Reply reply = api.get("/v1/exposures?vendor=" + vendors);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/detail").textValue()).isEqualTo("vendor may name 100 at most, named 101");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1", "/v1/"})
    void shouldListItsRoutes(String path) {
        assertThat(ApiClient.texts(api.read(path).get("routes")))
                .contains("/v1/exposures", "/v1/carriers/{carrier}/exposures", "/v1/catalog", "/health/ready");
    }

    @Test
    void shouldExplainEveryKindOfProblem() {
        for (ProblemType type : ProblemType.values()) {
            JsonNode explained = api.read(type.address());
            assertThat(explained.get("title").textValue()).isEqualTo(type.title());
            assertThat(explained.get("meaning").textValue()).isNotBlank();
        }
        assertThat(api.get("/problems/bad-luck").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/exposures?vendor=huawei, 200",
        "/v1/exposures?vendor=huawe, 404",
        "/v1/exposures?limit=0, 400",
        "/v1/nothing, 404"
    })
    void shouldAnswerHeadLikeGetWithoutABody(String path, int status) {
        ApiClient.Reply head = api.send("HEAD", path);
        ApiClient.Reply get = api.get(path);

        assertThat(head.status()).isEqualTo(status).isEqualTo(get.status());
        assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
        assertThat(head.body()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/nothing", "/favicon.ico", "/v2/exposures", "/v1/exposures/sprint"})
    void shouldAnswerAnUnknownAddressWithAProblem(String path) {
        ApiClient.Reply reply = api.get(path);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json;charset=utf-8");
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(reply.at("/type").textValue()).isEqualTo("/problems/not-found");
        assertThat(reply.at("/instance").textValue()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void shouldRefuseOtherMethodsAndSayWhichItKnows(String method) {
        ApiClient.Reply reply = api.send(method, "/v1/exposures");

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(reply.at("/type").textValue()).isEqualTo("/problems/method-not-allowed");
        assertThat(api.send(method, "/v1/nothing").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /v1/organizations/%ZZ HTTP/1.1 | 400",
                "GET /v1/carriers/a%2Fb/exposures HTTP/1.1 | 404",
                "GET /v1/organizations/%00 HTTP/1.1 | 400",
                "GET /v1/exposures?asOf=%ZZ HTTP/1.1 | 400",
                "GET /v1/exposures?vendor=%FF%FE HTTP/1.1 | 404",
                "GET /v1/../../etc/passwd HTTP/1.1 | 400",
                "GET v1 HTTP/1.1 | 400",
                "GARBAGE | 400",
                "GET /v1 HTTP/9.9 | 505"
            })
    void shouldAnswerMalformedRequestsWithAProblem(String line, int status) throws IOException {
        String reply = raw(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertProblem(reply, status);
    }

    @Test
    void shouldRefuseHeadersThatAreTooLarge() throws IOException {
        assertProblem(
                raw("GET /v1 HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(40_000)
                        + "\r\nConnection: close\r\n\r\n"),
                431);
        assertProblem(
                raw("GET /v1?x=" + "x".repeat(40_000) + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"),
                414);
    }

    @Test
    void shouldSayNothingOfItsInsidesWhenItFails() {
        // There are no exports here.
        ApiClient.Reply reply = api.get("/v1/export?format=csv");

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json;charset=utf-8");
        assertThat(reply.at("/incident").textValue()).hasSize(36);
        assertThat(reply.response().body()).doesNotContain("NullPointer", "Exception", "org.tieline");
    }

    @Test
    void shouldBeReadyOnlyWithASnapshot() {
        assertThat(api.read("/health/live").get("status").textValue()).isEqualTo("up");
        assertThat(api.read("/health/ready").get("status").textValue()).isEqualTo("up");
        try (Snapshots none = new Snapshots(new InMemory(TestFacts.dataset()));
                Api early = Api.start("127.0.0.1", 0, new Inquiries(none));
                ApiClient client = new ApiClient(early.port())) {
            ApiClient.Reply ready = client.get("/health/ready");
            ApiClient.Reply exposures = client.get("/v1/exposures");

            assertThat(client.get("/health/live").status()).isEqualTo(200);
            assertThat(ready.status()).isEqualTo(503);
            assertThat(ready.at("/reason").textValue()).contains("not read yet");
            assertThat(exposures.status()).isEqualTo(503);
            assertThat(exposures.header("Retry-After")).isEqualTo("5");
            JsonNode catalog = client.read("/v1/catalog");
            assertThat(catalog.get("dataset").isNull()).isTrue();
            assertThat(catalog.at("/database/reachable").isNull()).isTrue();
        }
    }

    @Test
    void shouldSayWhenItCannotListen() {
        assertThatThrownBy(() -> Api.start("127.0.0.1", server.port(), inquiries))
                .isInstanceOf(TielineException.BadSettings.class)
                .hasMessageContainingAll(String.valueOf(server.port()), "another program uses the port");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/scenarios", "/v1/screenings"})
    void shouldRefuseABodyThatGrowsTooLargeWithoutSayingSo(String path) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        byte[] chunk = ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 70; i++) {
            request.writeBytes(chunk);
        }
        request.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

        RawHttp.Reply reply = RawHttp.send(server.port(), request.toByteArray());

        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json;charset=utf-8");
        assertThat(reply.json().get("detail").textValue()).isEqualTo("a body may have 4 MiB at most");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "text/plain",
                "application/json;charset=latin1",
                "application/jsonp",
                ""
            })
    void shouldRefuseABodyOfAnotherType(String type) throws IOException {
        String request =
                "POST /v1/scenarios HTTP/1.1\r\nHost: localhost\r\n%sContent-Length: 2\r\nConnection: close\r\n\r\n{}"
                        .formatted(type.isEmpty() ? "" : "Content-Type: " + type + "\r\n");

        RawHttp.Reply reply = RawHttp.send(server.port(), request.getBytes(StandardCharsets.US_ASCII));

        assertThat(reply.status()).isEqualTo(415);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json;charset=utf-8");
        assertThat(reply.json().get("detail").textValue())
                .startsWith("Content-Type must be application/json, in UTF-8, was");
    }

    private static void assertProblem(String reply, int status) throws IOException {
        List<String> parts = List.of(reply.split("\r\n\r\n", 2));
        assertThat(parts.getFirst())
                .startsWith("HTTP/1.1 " + status + " ")
                .containsIgnoringCase("Content-Type: application/problem+json");
        JsonNode problem = new ObjectMapper()
                .readTree(parts.getLast().substring(parts.getLast().indexOf('{')));
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        assertThat(problem.get("title").textValue()).isNotBlank();
        assertThat(problem.has("detail")).isTrue();
    }

    /** Sends bytes as they are and reads until the server closes. */
    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(Patience.LONGEST_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

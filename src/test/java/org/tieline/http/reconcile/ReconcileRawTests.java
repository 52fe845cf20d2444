package org.tieline.http.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tieline.testing.Patience;
import org.tieline.testing.TestFacts;

/** Requests byte by byte as OpenRefine sends them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public class ReconcileRawTests {
    private static final String QUERIES = """
            {"q0":{"query":"British Telecommunications","type":"carrier","type_strict":"should"},\
            "q1":{"query":"\u534e\u4e3a","type":"vendor","type_strict":"should",\
            "properties":[{"pid":"country","v":"CN"}],"limit":3}}""";

    private static final String EXTEND = """
            {"ids":["ee","huawei"],"properties":[{"id":"owner","name":"Owner","settings":\
            {"asOf":"","knownAt":"","limit":"10","minBan":"announced"}}]}""";

    private final ReconcileClient service = new ReconcileClient(TestFacts.dataset());

    @AfterAll
    void stop() {
        service.close();
    }

    /** Sends bytes as they are and reads until the server closes. */
    public static String exchange(int port, String request) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(Patience.LONGEST_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String get(String target) {
        return get(target, "");
    }

    private String get(String target, String headers) {
        return exchange(service.port(), """
                GET %s HTTP/1.1\r
                Host: localhost:%d\r
                Accept: application/json, text/javascript, */*; q=0.01\r
                User-Agent: Mozilla/5.0\r
                %sConnection: close\r
                \r
                """.formatted(target, service.port(), headers));
    }

    private String post(String target, String type, String body) {
        return exchange(service.port(), """
                POST %s HTTP/1.1\r
                Host: localhost:%d\r
                User-Agent: OpenRefine 3.8.2\r
                Accept: */*\r
                Content-Type: %s\r
                Content-Length: %d\r
                Connection: close\r
                \r
                %s""".formatted(
                        target, service.port(), type, body.getBytes(StandardCharsets.UTF_8).length, body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/reconcile", "/reconcile/"})
    void shouldTakeABatchInAForm(String target) {
        String reply = post(target, ReconcileClient.FORM, "queries=" + ReconcileClient.encoded(QUERIES));

        assertThat(reply)
                .startsWith("HTTP/1.1 200 OK\r\n")
                .containsIgnoringCase("\r\nContent-Type: application/json;charset=utf-8\r\n")
                .contains("{\"q0\":{\"result\":[{\"id\":\"bt\",")
                .contains(",\"q1\":{\"result\":[{\"id\":\"huawei\",");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded; charset=UTF-8",
                "application/x-www-form-urlencoded;charset=utf-8",
                "Application/X-WWW-Form-URLencoded"
            })
    void shouldTakeAFormHoweverItsTypeIsWritten(String type) {
        assertThat(post("/reconcile/", type, "queries=" + ReconcileClient.encoded(QUERIES)))
                .contains("\"id\":\"huawei\"");
    }

    @Test
    void shouldTakeAFormWithoutEscapesAndWithALineAtItsEnd() {
        assertThat(post("/reconcile", ReconcileClient.FORM, "queries={\"q\":{\"query\":\"\u534e\u4e3a\"}}\r\n"))
                .contains("\"id\":\"huawei\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/reconcile", "/reconcile/"})
    void shouldTakeABatchInAnAddress(String target) {
        assertThat(get(target + "?queries=" + ReconcileClient.encoded(QUERIES)))
                .startsWith("HTTP/1.1 200 OK\r\n")
                .contains("\"q1\":{\"result\":[{\"id\":\"huawei\",");
    }

    @Test
    void shouldExtendRowsWithTheSettingsOfAForm() {
        String form = "extend=" + ReconcileClient.encoded(EXTEND);

        assertThat(post("/reconcile/", ReconcileClient.FORM, form))
                .startsWith("HTTP/1.1 200 OK\r\n")
                .contains("\"rows\":{\"ee\":{\"owner\":[{\"id\":\"bt\",\"name\":\"BT\",")
                .contains("\"huawei\":{\"owner\":[]}");
        assertThat(get("/reconcile?" + form)).contains("\"rows\":{\"ee\":{\"owner\":[{\"id\":\"bt\"");
    }

    @Test
    void shouldTakeWhatTheScriptsOfItsPagesSend() {
        assertThat(get("/reconcile/?_=1700000000000"))
                .startsWith("HTTP/1.1 200 OK\r\n")
                .contains("{\"versions\":[\"0.2\"],");
        assertThat(get(
                        "/reconcile/suggest/entity?prefix=hua&type=vendor&type_strict=should&spell=always&html_escape=false"
                                + "&_=2"))
                .contains("{\"result\":[{\"id\":\"huawei\"");
        assertThat(get("/reconcile/properties?type=")).contains("{\"type\":\"\",");
        assertThat(get("/reconcile/flyout/entity/huawei/")).contains("{\"id\":\"huawei\",\"html\":\"<h1>Huawei</h1>");
    }

    @Test
    void shouldAnswerNothingThatAPageCouldRunAsAScript() {
        assertThat(get("/reconcile?callback=a"))
                .startsWith("HTTP/1.1 400 ")
                .contains("callback is not a parameter; allowed are _, queries, extend");
        assertThat(get("/reconcile/suggest/entity?prefix=hua&callback=a"))
                .startsWith("HTTP/1.1 200 ")
                .containsIgnoringCase("\r\nContent-Type: application/json")
                .containsIgnoringCase("\r\nX-Content-Type-Options: nosniff\r\n")
                .contains("\r\n\r\n{\"result\":[{\"id\":\"huawei\"");
    }

    @Test
    void shouldSayWhatIsWrongWithARequest() {
        assertThat(post("/reconcile", "application/json", QUERIES))
                .startsWith("HTTP/1.1 415 ")
                .contains("Content-Type must be application/x-www-form-urlencoded, in UTF-8, was application/json");
        assertThat(post("/reconcile", "application/x-www-form-urlencoded;charset=iso-8859-1", "queries={}"))
                .startsWith("HTTP/1.1 415 ");
        assertThat(post("/reconcile", ReconcileClient.FORM, "")).contains("queries or extend must be given");
        assertThat(post("/reconcile", ReconcileClient.FORM, "queries={}&extend={}"))
                .contains("extend and queries must be asked one by one");
        assertThat(post("/reconcile", ReconcileClient.FORM, "queries=%ZZ"))
                .startsWith("HTTP/1.1 400 ")
                .contains("queries must be percent-encoded");
        assertThat(post("/reconcile", ReconcileClient.FORM, "query=BT")).contains("query is not a parameter");
        assertThat(get("/reconcile?query=BT")).contains("query is not a parameter; allowed are _, queries, extend");
        assertThat(post("/reconcile", ReconcileClient.FORM, "queries=" + "x".repeat(5_000_000)))
                .startsWith("HTTP/1.1 413 ");
    }
}

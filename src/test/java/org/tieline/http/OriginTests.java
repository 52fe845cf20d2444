package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tieline.http.reconcile.ReconcileClient;
import org.tieline.question.Snapshots;
import org.tieline.question.registry.Inquiries;
import org.tieline.testing.InMemory;
import org.tieline.testing.TestFacts;

/** What browsers ask on behalf of pages, and what an address says of itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OriginTests {
    private static final String QUESTION = "/v1/exposures?vendor=huawei&asOf=2019-01-01";
    private static final String BROWSER = "Origin: http://localhost:7474";
    private static final String OTHER = "Origin: https://elsewhere.example";

    private final Snapshots snapshots = new Snapshots(new InMemory(TestFacts.dataset()));
    private final Inquiries inquiries = new Inquiries(snapshots);
    private Api server;
    private RawHttp http;

    @BeforeAll
    void start() {
        snapshots.refresh();
        server = Api.start(
                "127.0.0.1",
                0,
                inquiries,
                ApiOptions.DEFAULT.withOrigins(new Origins(List.of("http://localhost:7474", "https://example.org"))));
        http = new RawHttp(server.port());
    }

    @AfterAll
    void stop() {
        server.close();
        snapshots.close();
    }

    @Test
    void shouldLetPagesOfTheNamedOriginsRead() {
        RawHttp.Reply reply = http.ask("GET " + QUESTION, BROWSER);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo("http://localhost:7474");
        assertThat(reply.header("Access-Control-Expose-Headers")).contains("ETag", "Link", "Tieline-Snapshot");
        assertThat(reply.header("Vary")).contains("Origin", "Accept-Encoding");
        assertThat(http.ask("GET /v1/exposures?limit=0", BROWSER).header("Access-Control-Allow-Origin"))
                .as("a page may read what was wrong")
                .isEqualTo("http://localhost:7474");
        assertThat(http.ask("GET " + QUESTION, BROWSER, "If-None-Match: " + reply.header("ETag"))
                        .header("Access-Control-Allow-Origin"))
                .isEqualTo("http://localhost:7474");
    }

    @Test
    void shouldAnswerOthersWithoutLettingTheirPagesRead() {
        for (String origin : List.of(OTHER, "Origin: null", "Origin: http://localhost:7475", "Origin: nonsense")) {
            RawHttp.Reply reply = http.ask("GET " + QUESTION, origin);

            assertThat(reply.status()).as(origin).isEqualTo(200);
            assertThat(reply.text()).startsWith("{\"notice\"");
            assertThat(reply.header("Access-Control-Allow-Origin")).isNull();
            assertThat(reply.header("Vary")).contains("Origin");
        }
        assertThat(http.ask("GET /v1/exposures?vendor=huawe", OTHER).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/exposures",
        "POST, /v1/screenings",
        "GET, /v1/organizations/huawei",
        "GET, /",
        "GET, /reconcile",
        "POST, /reconcile"
    })
    void shouldAnswerPreflights(String method, String path) {
        RawHttp.Reply reply = http.ask(
                "OPTIONS " + path,
                BROWSER,
                "Access-Control-Request-Method: " + method,
                "Access-Control-Request-Headers: cache-control,pragma");

        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo("http://localhost:7474");
        assertThat(reply.header("Access-Control-Allow-Methods")).contains(method);
        assertThat(reply.header("Access-Control-Allow-Headers")).isEqualTo("cache-control,pragma");
        assertThat(reply.header("Access-Control-Max-Age")).isEqualTo("600");
        assertThat(http.ask("OPTIONS " + path, OTHER, "Access-Control-Request-Method: " + method)
                        .header("Access-Control-Allow-Origin"))
                .isNull();
    }

    /** OpenRefine's page asks for the manifest and for suggestions itself, and for matches by a form. */
    @Test
    void shouldLetPagesReconcile() {
        for (String request : List.of(
                "GET /reconcile",
                "GET /reconcile/",
                "GET /reconcile/suggest/entity?prefix=b",
                "GET /reconcile/properties?type=carrier",
                "GET /reconcile/flyout/entity/bt",
                "GET /reconcile/preview/bt",
                "GET /reconcile?queries=%7B%22q0%22:%7B%22query%22:%22BT%22%7D%7D")) {
            RawHttp.Reply reply = http.ask(request, BROWSER);

            assertThat(reply.status()).as(request).isEqualTo(200);
            assertThat(reply.header("Access-Control-Allow-Origin")).as(request).isEqualTo("http://localhost:7474");
            assertThat(reply.header("Vary")).as(request).contains("Origin");
            assertThat(http.ask(request, OTHER).header("Access-Control-Allow-Origin"))
                    .as(request)
                    .isNull();
        }
        try (ApiClient api = new ApiClient(server.port())) {
            HttpResponse<String> posted = api.exchange(
                    "POST",
                    "/reconcile",
                    Map.of("Origin", "http://localhost:7474", "Content-Type", ReconcileClient.FORM),
                    "queries=" + ReconcileClient.encoded("{\"q0\":{\"query\":\"BT\"}}"));

            assertThat(posted.statusCode()).isEqualTo(200);
            assertThat(posted.headers().firstValue("Access-Control-Allow-Origin"))
                    .hasValue("http://localhost:7474");
        }
    }

    @Test
    void shouldTellThatReconciliationTakesForms() {
        RawHttp.Reply reply = http.ask("OPTIONS /reconcile");

        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.header("Allow").split(", ")).containsExactlyInAnyOrder("GET", "HEAD", "POST", "OPTIONS");
        assertThat(reply.header("Accept-Post")).isEqualTo(ReconcileClient.FORM);
    }

    @Test
    void shouldLetNobodyReadWithoutASettingAndEverybodyWithAStar() {
        try (Api closed = Api.start("127.0.0.1", 0, inquiries);
                Api open = Api.start(
                        "127.0.0.1",
                        0,
                        inquiries,
                        ApiOptions.DEFAULT.withOrigins(new Origins(List.of("*")).and("http://localhost:1")))) {
            RawHttp.Reply shut = new RawHttp(closed.port()).ask("GET " + QUESTION, BROWSER);
            RawHttp.Reply read = new RawHttp(open.port()).ask("GET " + QUESTION, OTHER);

            assertThat(shut.status()).isEqualTo(200);
            assertThat(shut.header("Access-Control-Allow-Origin")).isNull();
            assertThat(read.header("Access-Control-Allow-Origin")).isEqualTo("*");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1",
                "/v1/exposures",
                "/v1/carriers/bt/exposures",
                "/v1/organizations/anything",
                "/v1/ties/x",
                "/v1/catalog",
                "/health/live",
                "/problems/not-found"
            })
    void shouldSayWhichMethodsAnAddressAnswers(String path) {
        RawHttp.Reply reply = http.ask("OPTIONS " + path);

        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(reply.body()).isEmpty();
        assertThat(reply.header("Accept-Post")).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/screenings | application/json, application/x-ndjson, text/csv",
                "/v1/scenarios  | application/json"
            })
    void shouldSayWhatAnAddressTakes(String path, String types) {
        RawHttp.Reply reply = http.ask("OPTIONS " + path);

        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.header("Allow")).isEqualTo("POST, OPTIONS");
        assertThat(reply.header("Accept-Post")).isEqualTo(types);
        assertThat(http.ask("GET " + path).status()).isEqualTo(405);
    }
}

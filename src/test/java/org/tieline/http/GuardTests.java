package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tieline.gate.Gate;
import org.tieline.http.pages.PageOptions;
import org.tieline.http.reconcile.ReconcileRules;
import org.tieline.question.Snapshots;
import org.tieline.question.registry.Inquiries;
import org.tieline.testing.InMemory;
import org.tieline.testing.Patience;
import org.tieline.testing.TestFacts;

/** Who is let in, and how often. */
class GuardTests {
    private static final String PATH = "/v1/exposures?vendor=huawei";

    @TempDir
    private Path folder;

    private final ApiKeys.Made ada = ApiKeys.make("ada");
    private final ApiKeys.Made bob = ApiKeys.make("bob");
    private final Snapshots snapshots = new Snapshots(new InMemory(TestFacts.dataset()));
    private Path file;
    private Api api;

    @BeforeEach
    void start() throws IOException {
        file = Files.writeString(folder.resolve("keys"), "# who may ask\n\n" + ada.line() + "\n");
        snapshots.refresh();
    }

    @AfterEach
    void stop() {
        api.close();
        snapshots.close();
    }

    private void serve(ApiKeys keys, int rateLimit) {
        api = Api.start(
                "127.0.0.1",
                0,
                new Inquiries(snapshots),
                new ApiOptions(
                        Origins.NONE,
                        PageOptions.DEFAULT,
                        Patience.LONGEST,
                        keys,
                        rateLimit,
                        32,
                        Duration.ofHours(1),
                        true,
                        Gate.LOOPBACK));
    }

    private void serveWithKeys() {
        serve(ApiKeys.of(file, Duration.ZERO), 0);
    }

    private RawHttp.Reply get(String path, String... headers) throws IOException {
        return RawHttp.get(api.port(), path, headers);
    }

    @Test
    void shouldAnswerWhoeverHasAKey() throws IOException {
        serveWithKeys();

        assertThat(get(PATH, "X-API-Key: " + ada.key()).status()).isEqualTo(200);
        assertThat(get(PATH, "Authorization: Bearer " + ada.key()).status()).isEqualTo(200);
        RawHttp.Reply reply = get(PATH, "authorization: bearer  " + ada.key());
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.headers("Vary")).contains("Authorization, X-API-Key");
    }

    @Test
    void shouldRefuseWhoeverHasNone() throws IOException {
        serveWithKeys();

        RawHttp.Reply none = get(PATH);
        RawHttp.Reply wrong = get(PATH, "X-API-Key: " + bob.key());

        assertThat(none.status()).isEqualTo(401);
        assertThat(none.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"Tieline\"");
        assertThat(none.header("Content-Type")).isEqualTo("application/problem+json;charset=utf-8");
        assertThat(none.json().get("type").textValue()).isEqualTo("/problems/no-key");
        assertThat(none.json().get("detail").textValue()).contains("X-API-Key", "Bearer");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"Tieline\", error=\"invalid_token\"");
        assertThat(wrong.headers() + wrong.text()).doesNotContain(bob.key());
        assertThat(get(PATH, "Authorization: Basic YWRhOnNlY3JldA==").status()).isEqualTo(401);
        assertThat(get(PATH, "Authorization: Bearer").status()).isEqualTo(401);
        assertThat(get(PATH, "X-API-Key: " + ada.line().split(" ")[1]).status()).isEqualTo(401);
        assertThat(get(PATH, "X-API-Key: " + ada.key().substring(1)).status()).isEqualTo(401);
        assertThat(get(PATH + "&key=" + ada.key()).status()).isEqualTo(401);
        assertThat(new RawHttp(api.port()).ask("HEAD " + PATH).status()).isEqualTo(401);
        assertThat(new RawHttp(api.port())
                        .ask("POST /v1/scenarios", "Content-Length: 0")
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%76%31/exposures?vendor=huawei",
                "/v1/%65xposures?vendor=huawei",
                "/v1//exposures?vendor=huawei",
                "//v1/exposures?vendor=huawei",
                "/V1/exposures?vendor=huawei",
                "/v1/exposures/?vendor=huawei",
                "/v1/exposures;a=b?vendor=huawei",
                "/health/../v1/exposures?vendor=huawei",
                "/health/%2e%2e/v1/exposures?vendor=huawei",
                "http://localhost/v1/exposures?vendor=huawei"
            })
    void shouldNotBeGotAroundByAnotherSpelling(String path) throws IOException {
        serveWithKeys();

        assertThat(get(path).status()).isIn(400, 401, 404);
        assertThat(get(path).text()).doesNotContain("results");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v1", "/health/live", "/health/ready", "/metrics", "/problems/no-key", "/reconcile"})
    void shouldLeaveOpenWhatHoldsNoFacts(String path) throws IOException {
        serveWithKeys();

        assertThat(get(path).status()).isEqualTo(200);
    }

    @Test
    void shouldTellNoFactsInThePreviewsOfPages() throws IOException {
        serveWithKeys();

        assertThat(get("/preview/carriers/bt.png").status()).isEqualTo(401);
        assertThat(get("/preview/carriers/bt.png", "X-API-Key: " + ada.key()).status())
                .isEqualTo(200);
        assertThat(get("/bans/uk-2020", "Accept: text/html").text())
                .contains("<title>Tieline</title>", "/explorer/preview.png")
                .doesNotContain("Huawei");
    }

    /** The specification wants the manifest open, and the way to send a key in it; what is asked for needs one. */
    @Test
    void shouldTellClientsOfReconciliationHowToSendAKey() throws IOException {
        serveWithKeys();
        String queries = "/reconcile?queries=%7B%22q0%22:%7B%22query%22:%22BT%22%7D%7D";

        RawHttp.Reply manifest = get("/reconcile");
        assertThat(manifest.json().get("authentication").toString())
                .isEqualTo("{\"type\":\"apiKey\",\"name\":\"X-API-Key\",\"in\":\"header\"}");
        assertThat(ReconcileRules.MANIFEST.broken(manifest.text())).isEmpty();
        assertThat(new RawHttp(api.port()).ask("HEAD /reconcile").status()).isEqualTo(200);
        for (String path : List.of(
                queries,
                queries.replace("queries", "%71ueries"),
                queries.replace("reconcile", "reconcile/"),
                "/reconcile?extend=%7B%7D",
                "/reconcile/suggest/entity?prefix=b",
                "/reconcile/preview/bt")) {
            assertThat(get(path).status()).as(path).isEqualTo(401);
        }
        assertThat(new RawHttp(api.port())
                        .ask("POST /reconcile", "Content-Length: 0")
                        .status())
                .isEqualTo(401);
        assertThat(get("/reconcile?queries=%zz").status()).isEqualTo(400);
        assertThat(get(queries, "X-API-Key: " + ada.key())
                        .json()
                        .at("/q0/result/0/id")
                        .textValue())
                .isEqualTo("bt");
    }

    @Test
    void shouldNotTellByThePagesWhichIdsThereAre() throws IOException {
        serveWithKeys();

        assertThat(get("/carriers/bt", "Accept: text/html").status()).isEqualTo(200);
        assertThat(get("/carriers/nosuch", "Accept: text/html").status()).isEqualTo(200);
    }

    @Test
    void shouldReadTheFileAgainWhenItHasChanged() throws IOException {
        serveWithKeys();
        assertThat(get(PATH, "X-API-Key: " + bob.key()).status()).isEqualTo(401);

        Files.writeString(file, ada.line() + "\n" + bob.line() + "\n");
        assertThat(get(PATH, "X-API-Key: " + bob.key()).status()).isEqualTo(200);

        Files.writeString(file, bob.line() + "\n");
        assertThat(get(PATH, "X-API-Key: " + ada.key()).status()).isEqualTo(401);

        try (Logged log = new Logged()) {
            Files.writeString(file, bob.line() + "\n" + ada.key() + "\n");
            assertThat(get(PATH, "X-API-Key: " + bob.key()).status()).isEqualTo(200);
            Files.delete(file);
            assertThat(get(PATH, "X-API-Key: " + bob.key()).status()).isEqualTo(200);
            assertThat(get(PATH, "X-API-Key: " + bob.key()).status()).isEqualTo(200);

            List<String> errors = log.lines().stream()
                    .map(line -> line.getFormattedMessage())
                    .filter(line -> line.startsWith("the keys stay as they were: "))
                    .toList();
            assertThat(errors).hasSize(2);
            assertThat(errors.getFirst()).contains(file + ":2: must be a name").doesNotContain(ada.key());
        }
    }

    @Test
    void shouldNameTheClientInTheLogAndNeverItsKey() throws IOException {
        serveWithKeys();
        try (Logged log = new Logged()) {
            get(PATH, "X-API-Key: " + ada.key());
            get(PATH, "Authorization: Bearer " + bob.key());
            get(PATH + "&key=" + ada.key(), "X-API-Key: " + ada.key());

            assertThat(log.lines())
                    .extracting(line -> line.getMDCPropertyMap().get("client"))
                    .contains("ada");
            assertThat(log.lines()).isNotEmpty().allSatisfy(line -> assertThat(
                            line.getFormattedMessage() + line.getMDCPropertyMap())
                    .doesNotContain(ada.key(), bob.key()));
        }
    }

    @Test
    void shouldAskNobodyForAKeyUnlessThereAreKeys() throws IOException {
        serve(null, 0);

        assertThat(get(PATH).status()).isEqualTo(200);
        assertThat(get(PATH).headers("Vary")).noneMatch(header -> header.contains("X-API-Key"));
        assertThat(get("/reconcile").json().has("authentication")).isFalse();
    }

    @Test
    void shouldCountRequestsByAddressWhateverTheClientSaysOfItself() throws IOException {
        serve(null, 3);
        for (int i = 0; i < 3; i++) {
            assertThat(get(PATH, "X-Forwarded-For: 10.0.0." + i).status()).isEqualTo(200);
        }

        RawHttp.Reply reply = get("/v1/bans", "X-Forwarded-For: 10.0.0.9");

        assertThat(reply.status()).isEqualTo(429);
        assertThat(Integer.parseInt(reply.header("Retry-After"))).isBetween(1, 61);
        assertThat(reply.json().get("type").textValue()).isEqualTo("/problems/too-many-requests");
        assertThat(reply.json().get("detail").textValue()).startsWith("3 requests a minute are allowed");
        assertThat(get("/health/live").status()).isEqualTo(200);
        assertThat(get("/metrics").status()).isEqualTo(200);
    }

    @Test
    void shouldCountEachKeyApartAndThoseWithoutByAddress() throws IOException {
        Files.writeString(file, ada.line() + "\n" + bob.line() + "\n");
        serve(ApiKeys.of(file), 1);

        assertThat(get(PATH, "X-API-Key: " + ada.key()).status()).isEqualTo(200);
        assertThat(get(PATH, "X-API-Key: " + ada.key()).status()).isEqualTo(429);
        assertThat(get(PATH, "X-API-Key: " + bob.key()).status()).isEqualTo(200);
        assertThat(get(PATH).status()).isEqualTo(401);
        assertThat(get(PATH).status()).isEqualTo(429);
    }
}

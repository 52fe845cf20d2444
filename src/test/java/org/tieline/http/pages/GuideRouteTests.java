package org.tieline.http.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tieline.guide.Guide;
import org.tieline.http.Api;
import org.tieline.http.ApiOptions;
import org.tieline.http.Origins;
import org.tieline.http.RawHttp;
import org.tieline.question.Snapshots;
import org.tieline.question.registry.Inquiries;
import org.tieline.testing.InMemory;
import org.tieline.testing.TestFacts;

/** What Neo4j Browser fetches, as it fetches it: from another origin, with headers that keep caches away. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuideRouteTests {
    private static final String ORIGIN = "Origin: http://graph.example.org:7474";
    private static final String[] PREFLIGHT = {
        ORIGIN, "Access-Control-Request-Method: GET", "Access-Control-Request-Headers: cache-control,pragma"
    };

    private final Snapshots snapshots = new Snapshots(new InMemory(TestFacts.dataset()));
    private final Inquiries inquiries = new Inquiries(snapshots);
    private Api closed;
    private Api named;

    @BeforeAll
    void start() {
        closed = Api.start("127.0.0.1", 0, inquiries);
        named = Api.start(
                "127.0.0.1",
                0,
                inquiries,
                ApiOptions.DEFAULT.withOrigins(new Origins(List.of("http://127.0.0.1:7474"))));
    }

    @AfterAll
    void stop() {
        closed.close();
        named.close();
        snapshots.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/browser/guide.html", "/browser/style.grass"})
    void shouldLetPagesOfEveryOriginRead(String path) {
        for (Api api : List.of(closed, named)) {
            RawHttp http = new RawHttp(api.port());
            RawHttp.Reply asked = http.ask("OPTIONS " + path, PREFLIGHT);
            assertThat(asked.status()).isEqualTo(204);
            assertThat(asked.header("Access-Control-Allow-Origin")).isEqualTo("*");
            assertThat(asked.header("Access-Control-Allow-Methods")).contains("GET");
            assertThat(asked.header("Access-Control-Allow-Headers")).isEqualTo("cache-control, pragma");
            assertThat(asked.header("Access-Control-Allow-Private-Network")).isNull();

            RawHttp.Reply got = http.ask("GET " + path, ORIGIN, "Cache-Control: no-cache", "Pragma: no-cache");
            assertThat(got.status()).isEqualTo(200);
            assertThat(got.header("Access-Control-Allow-Origin")).isEqualTo("*");
            assertThat(http.ask("HEAD " + path).status()).isEqualTo(200);
        }
    }

    @Test
    void shouldLetPagesOfOtherOriginsReadNothingElse() {
        RawHttp http = new RawHttp(closed.port());
        for (String path : List.of("/v1/catalog", "/v1", "/browser/other")) {
            assertThat(http.ask("OPTIONS " + path, PREFLIGHT).header("Access-Control-Allow-Origin"))
                    .as(path)
                    .isNull();
        }
    }

    @Test
    void shouldAllowAPageOfTheInternetWhereItsBrowserAsks() {
        RawHttp.Reply asked = new RawHttp(closed.port())
                .ask(
                        "OPTIONS /browser/guide.html",
                        "Access-Control-Request-Private-Network: true",
                        "Origin: https://x.example",
                        "Access-Control-Request-Method: GET");

        assertThat(asked.header("Access-Control-Allow-Private-Network")).isEqualTo("true");
    }

    @Test
    void shouldNameTheStyleWhereTheReaderFoundTheGuide() {
        RawHttp http = new RawHttp(closed.port());

        assertThat(http.ask("GET /browser/guide.html").text())
                .contains("exec-topic=\"style http://localhost/browser/style.grass\"");
        assertThat(http.ask(
                                "GET /browser/guide.html",
                                "X-Forwarded-Proto: https",
                                "X-Forwarded-Host: graph.example.org")
                        .text())
                .contains("exec-topic=\"style http://localhost/browser/style.grass\"");
        RawHttp.Reply style = http.ask("GET /browser/style.grass");
        assertThat(style.header("Content-Type")).startsWith("text/plain");
        assertThat(style.text()).isEqualTo(Guide.style());
    }
}

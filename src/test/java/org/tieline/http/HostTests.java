package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tieline.gate.Gate;
import org.tieline.http.reconcile.ReconcileRawTests;
import org.tieline.question.Snapshots;
import org.tieline.question.registry.Inquiries;
import org.tieline.testing.InMemory;
import org.tieline.testing.TestFacts;

/** Under which names the API answers, and whom it believes which it was asked by. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostTests {
    private Snapshots snapshots;
    private Api plain;
    private Api behindAProxy;

    @BeforeAll
    void start() {
        snapshots = new Snapshots(new InMemory(TestFacts.dataset()));
        snapshots.refresh();
        plain = start(Gate.LOOPBACK);
        behindAProxy = start(Gate.of("127.0.0.1", false, List.of("graph.example.org"), List.of("127.0.0.0/8")));
    }

    @AfterAll
    void stop() {
        plain.close();
        behindAProxy.close();
        snapshots.close();
    }

    private Api start(Gate gate) {
        return Api.start("127.0.0.1", 0, new Inquiries(snapshots), ApiOptions.DEFAULT.withGate(gate));
    }

    private static String ask(Api api, String path, String headers) {
        return ReconcileRawTests.exchange(
                api.port(), "GET %s HTTP/1.1\r\n%sConnection: close\r\n\r\n".formatted(path, headers));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1",
                "/v1/organizations/huawei",
                "/docs",
                "/openapi.yaml",
                "/health/live",
                "/metrics",
                "/reconcile",
                "/browser/guide.html",
                "/explorer/config.json",
                "/nothing"
            })
    void shouldGiveNothingUnderANameThatIsNotItsOwn(String path) {
        assertThat(ask(plain, path, "Host: rebound.example:7070\r\n"))
                .startsWith("HTTP/1.1 421 ")
                .containsIgnoringCase("\r\nContent-Type: application/problem+json")
                .containsIgnoringCase("\r\nX-Content-Type-Options: nosniff")
                .contains("TIELINE_HOSTS")
                .doesNotContain("Huawei");
    }

    @Test
    void shouldAnswerUnderItsOwnNames() {
        for (String host : List.of("localhost", "127.0.0.1:" + plain.port(), "[::1]:80")) {
            assertThat(ask(plain, "/v1", "Host: %s\r\n".formatted(host))).startsWith("HTTP/1.1 200 ");
        }
        assertThat(ask(behindAProxy, "/v1", "Host: graph.example.org\r\n")).startsWith("HTTP/1.1 200 ");
        assertThat(ask(plain, "http://rebound.example/v1", "Host: rebound.example\r\n"))
                .startsWith("HTTP/1.1 421 ");
    }

    @Test
    void shouldBelieveAProxyThatIsNamedWhereTheClientIs() {
        String forwarded = "Host: localhost\r\nX-Forwarded-Proto: https\r\nX-Forwarded-Host: graph.example.org\r\n";

        assertThat(ask(behindAProxy, "/reconcile", forwarded))
                .contains("\"https://graph.example.org/reconcile/preview/");
        assertThat(ask(plain, "/reconcile", forwarded)).contains("\"http://localhost/reconcile/preview/");
        assertThat(ask(behindAProxy, "/reconcile", forwarded.replace("graph.", "evil.graph.")))
                .startsWith("HTTP/1.1 421 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1",
                "/",
                "/nothing",
                "/v1/ties/nobody",
                "/docs",
                "/v1/exposures?asOf=x",
                "/%zz",
                "/v1/%2e%2e/x"
            })
    void shouldTellBrowsersNotToGuess(String path) {
        assertThat(ask(plain, path, "Host: localhost\r\n"))
                .containsOnlyOnce("nosniff")
                .containsIgnoringCase("\r\nX-Content-Type-Options: nosniff");
    }
}

package org.tieline.links;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.links.LinkFinding.State;
import org.tieline.model.PartialDate;
import org.tieline.model.Source;
import org.tieline.testing.Patience;
import org.tieline.testing.Run;

/** Pages of sources, asked of a server that the test starts. */
class LinkCheckTests {
    private static final Duration SHORT = Duration.ofSeconds(2);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/there", exchange -> answer(exchange, 200, null));
        server.createContext("/gone", exchange -> answer(exchange, 410, null));
        server.createContext("/moved", exchange -> answer(exchange, 301, address("/there")));
        server.createContext("/sent-on", exchange -> answer(exchange, 302, "/there"));
        server.createContext("/round", exchange -> answer(exchange, 302, "/round"));
        server.createContext("/elsewhere", exchange -> answer(exchange, 302, "http://elsewhere.invalid/"));
        server.createContext("/refused", exchange -> answer(exchange, 403, null));
        server.createContext("/counted", this::counted);
        server.createContext("/never", exchange -> await());
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void shouldTellWhatBecameOfEachAddress() throws Exception {
        List<Source> sources = List.of(
                source("a", "/there"),
                source("b", "/gone"),
                source("c", "/not-there"),
                source("d", "/moved"),
                source("e", "/sent-on"),
                source("f", "/round"),
                source("g", "/elsewhere"),
                source("h", "/refused"),
                source("i", "/never"),
                new Source("j", "Press", "Report", null, null),
                new Source(
                        "k",
                        "Press",
                        "Report",
                        null,
                        address("/there"),
                        address("/gone"),
                        PartialDate.parse("2026-11-01"),
                        "a".repeat(64)),
                new Source("l", "Press", "Report", null, "http://nobody.invalid/page"));

        List<LinkFinding> findings = new LinkCheck(sources, SHORT).run(done -> {});

        assertThat(findings.stream()
                        .map(each -> "%s %s %s %s".formatted(each.source(), each.column(), each.state(), each.told())))
                .containsExactly(
                        "a url THERE 200",
                        "b url GONE 410",
                        "c url GONE 404",
                        "d url MOVED 301 to " + address("/there"),
                        "e url THERE 200",
                        "f url UNCLEAR sent on more than 5 times",
                        "g url UNCLEAR 302 to http://elsewhere.invalid/, a host that no source names",
                        "h url UNCLEAR 403",
                        "i url UNCLEAR no answer within 2 seconds",
                        "k url THERE 200",
                        "k archivedUrl GONE 410",
                        "l url GONE there is no such host");
    }

    @Test
    void shouldAskAHostByFewRequestsAtOnce() throws Exception {
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            sources.add(source("s" + i, "/counted/" + i));
        }

        List<LinkFinding> findings = new LinkCheck(sources, Patience.LONGEST).run(done -> {});

        assertThat(findings).extracting(LinkFinding::state).containsOnly(State.THERE);
        assertThat(most.get()).isBetween(1, LinkCheck.MOST_AT_A_HOST);
    }

    @Test
    void shouldTellOnTheCommandLineAndFailWhereSomethingIsGone(@TempDir Path folder) throws IOException {
        data(folder, "/there");
        Run sound = check(folder);
        assertThat(sound.out()).endsWith("1 addresses: 1 there, 0 moved, 0 gone, 0 unclear\n");
        assertThat(sound.code()).isZero();

        data(folder, "/gone");
        Run broken = check(folder);
        assertThat(broken.out())
                .endsWith("gone: paper url: %s (410)\n1 addresses: 0 there, 0 moved, 1 gone, 0 unclear\n"
                        .formatted(address("/gone")));
        assertThat(broken.code()).isEqualTo(1);

        Run unasked = Run.of(Map.of(), "check", folder.toString());
        assertThat(unasked.out()).doesNotContain("addresses");
        assertThat(unasked.code()).isZero();
    }

    private static Run check(Path folder) {
        return Run.of(Map.of(), "check", "--links", "--timeout", "60", folder.toString());
    }

    private void data(Path folder, String path) throws IOException {
        Files.writeString(folder.resolve("organizations.csv"), """
                id,name,kind,country,aliases
                maker,Maker,vendor,CN,
                buyer,Buyer,carrier,DE,
                """);
        Files.writeString(folder.resolve("ties.csv"), """
                id,from,type,to,since,until,percent,segment,generation,evidence,sources,summary
                supply,maker,SUPPLIES,buyer,2019,,,ran,5G,confirmed,paper,It sells.
                """);
        Files.writeString(
                folder.resolve("bans.csv"),
                "id,government,country,targets,named,carriers,nature,scope,status,reported,announced,effective,deadline,ended,sources,summary\n");
        Files.writeString(
                folder.resolve("sources.csv"),
                "id,publisher,title,published,url\npaper,Press,Report,2019,%s\n".formatted(address(path)));
    }

    private Source source(String id, String path) {
        return new Source(id, "Press", "Report", null, address(path));
    }

    private String address(String path) {
        return "http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path);
    }

    private void counted(HttpExchange exchange) throws IOException {
        most.accumulateAndGet(now.incrementAndGet(), Math::max);
        Thread.yield();
        now.decrementAndGet();
        answer(exchange, 200, null);
    }

    private void await() {
        try {
            over.await(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int code, String location) throws IOException {
        if (location != null) {
            exchange.getResponseHeaders().set("Location", location);
        }
        exchange.sendResponseHeaders(code, -1);
        exchange.close();
    }
}

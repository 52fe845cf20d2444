package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.tieline.gate.Gate;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.http.message.HttpRefusal;
import org.tieline.http.message.Problems;
import org.tieline.http.message.RequestMarks;
import org.tieline.http.message.Requests;
import org.tieline.http.pages.PageOptions;
import org.tieline.question.Snapshots;
import org.tieline.question.registry.Inquiries;
import org.tieline.testing.InMemory;
import org.tieline.testing.Patience;
import org.tieline.testing.TestFacts;

/** Answers that take too long. */
class AnswerDeadlineTests {
    private static final Duration SHORT = Duration.ofMillis(200);

    private static Javalin serve(Handler handler) {
        return serve(SHORT, handler);
    }

    private static Javalin serve(Duration deadline, Handler handler) {
        return Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.concurrency.useVirtualThreads = true;
                    config.jetty.modifyServletContextHandler(RequestMarks::install);
                    config.routes.addHttpHandler(HandlerType.GET, "/", AnswerDeadline.within(deadline, handler));
                    config.routes.exception(HttpRefusal.class, (refusal, context) -> Problems.answer(context, refusal));
                })
                .start("127.0.0.1", 0);
    }

    @Test
    void shouldSayThatItTookTooLongAndInterruptTheWork() throws Exception {
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Javalin server = serve(context -> {
            context.header("ETag", "\"of an answer that did not come\"");
            try {
                interrupted.complete(Patience.await(new CountDownLatch(1)));
            } catch (InterruptedException e) {
                interrupted.complete(true);
            }
        });
        try {
            RawHttp.Reply reply = RawHttp.get(server.port(), "/", "X-Request-ID: slow");

            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json;charset=utf-8");
            assertThat(reply.header("Retry-After")).isEqualTo("5");
            assertThat(reply.headers("ETag")).isEmpty();
            assertThat(reply.json().get("type").textValue()).isEqualTo("/problems/took-too-long");
            assertThat(reply.json().get("detail").textValue()).startsWith("no answer was ready within 0.2 s");
            assertThat(reply.json().get("request").textValue()).isEqualTo("slow");
            assertThat(Patience.get(interrupted)).isTrue();
        } finally {
            server.stop();
        }
    }

    @Test
    void shouldSayThatItIsTheBodyWhichIsWaitedFor() {
        Javalin server = serve(context -> context.result(Requests.body(context)));
        try {
            RawHttp.Reply reply = RawHttp.get(server.port(), "/", "Content-Length: 9\r\n\r\n1234");

            assertThat(reply.status()).isEqualTo(408);
            assertThat(reply.json().get("status").intValue()).isEqualTo(408);
            assertThat(reply.headers("Retry-After")).isEmpty();
        } finally {
            server.stop();
        }
    }

    @Test
    void shouldLetNothingOfALateAnswerThrough() throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        CompletableFuture<Throwable> late = new CompletableFuture<>();
        Javalin server = serve(context -> {
            boolean done = false;
            while (!done) {
                try {
                    done = Patience.await(answered);
                } catch (InterruptedException e) {
                    // It does not listen.
                }
            }
            try {
                context.status(200).result("late");
                late.complete(null);
            } catch (RuntimeException e) {
                late.complete(e);
            }
        });
        try {
            RawHttp.Reply reply = RawHttp.get(server.port(), "/");
            answered.countDown();

            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.text()).doesNotContain("late\"").endsWith("}");
            assertThat(Patience.get(late)).isInstanceOf(CancellationException.class);
        } finally {
            server.stop();
        }
    }

    @Test
    void shouldWaitForAnAnswerThatHasBegunToStream() throws Exception {
        RawHttp.Reply reply = null;
        // A machine with much else to do may not begin in so short a time; then the next one is longer.
        for (int times = 1; (reply == null || reply.status() == 503) && times <= 64; times *= 2) {
            reply = streamedPast(SHORT.multipliedBy(times));
        }

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).isEqualTo("one two");
    }

    private static RawHttp.Reply streamedPast(Duration deadline) {
        CountDownLatch never = new CountDownLatch(1);
        Javalin server = serve(deadline, context -> {
            context.contentType("text/plain");
            context.outputStream().write("one ".getBytes(StandardCharsets.UTF_8));
            context.outputStream().flush();
            assertThat(never.await(3 * deadline.toMillis(), TimeUnit.MILLISECONDS))
                    .isFalse();
            context.outputStream().write("two".getBytes(StandardCharsets.UTF_8));
        });
        try {
            return RawHttp.get(server.port(), "/");
        } finally {
            server.stop();
        }
    }

    @Test
    void shouldMarkTheLinesOfTheWorkInTheLog() throws Exception {
        Javalin server = serve(Patience.LONGEST, context -> LoggerFactory.getLogger("org.tieline.test")
                .debug("working"));
        try (Logged log = new Logged()) {
            RawHttp.get(server.port(), "/", "X-Request-ID: mine");

            assertThat(log.lines()).anySatisfy(line -> {
                assertThat(line.getMessage()).isEqualTo("working");
                assertThat(line.getMDCPropertyMap()).containsEntry("request", "mine");
            });
        } finally {
            server.stop();
        }
    }

    /** A database that accepts connections and says nothing holds up those who ask it, and nobody else. */
    @Test
    void shouldGiveUpADatabaseThatSaysNothingAndAnswerOthersMeanwhile() throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Neo4j neo4j =
                        Neo4j.connect(URI.create("bolt://127.0.0.1:" + mute.getLocalPort()), null, null, "neo4j");
                Snapshots snapshots = new Snapshots(new InMemory(TestFacts.dataset()))) {
            snapshots.refresh();
            ApiOptions options = new ApiOptions(
                    Origins.NONE,
                    PageOptions.DEFAULT,
                    Duration.ofSeconds(1),
                    null,
                    0,
                    32,
                    Duration.ofMinutes(1),
                    false,
                    Gate.LOOPBACK);
            try (Api api = Api.start("127.0.0.1", 0, Inquiries.over(neo4j, snapshots), options)) {
                CompletableFuture<RawHttp.Reply> stuck =
                        CompletableFuture.supplyAsync(() -> RawHttp.get(api.port(), "/v1/export?format=csv"));

                // The first question of all takes its time, for there is much to load.
                Patience.await(() ->
                        RawHttp.get(api.port(), "/v1/exposures?vendor=huawei").status() == 200);
                RawHttp.Reply reply = Patience.get(stuck);
                assertThat(reply.status()).isEqualTo(503);
                assertThat(reply.json().get("type").textValue()).isEqualTo("/problems/took-too-long");
            }
        }
    }
}

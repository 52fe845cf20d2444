package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.tieline.http.message.BodyRoom;
import org.tieline.http.message.HttpRefusal;
import org.tieline.http.message.Problems;
import org.tieline.http.message.WorkPlaces;

/** More is asked than may be done at once. */
class OverloadTests {
    private static final Duration SHORT = Duration.ofMillis(100);
    private static final long WAIT = 20;

    private static Javalin serve(Handler handler, Handler light) {
        return Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.concurrency.useVirtualThreads = true;
                    config.jetty.modifyServer(server -> server.setHandler(new SlowReaders(Duration.ofSeconds(1))));
                    config.routes.addHttpHandler(
                            HandlerType.GET, "/", AnswerDeadline.within(Duration.ofSeconds(WAIT), handler));
                    config.routes.addHttpHandler(HandlerType.GET, "/light", light);
                    config.routes.exception(HttpRefusal.class, (refusal, context) -> Problems.answer(context, refusal));
                    config.routes.exception(Exception.class, (failure, context) -> Problems.answer(context, failure));
                })
                .start("127.0.0.1", 0);
    }

    private static void requireBusy(RawHttp.Reply reply) {
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json;charset=utf-8");
        assertThat(reply.header("Retry-After")).isEqualTo("5");
        assertThat(reply.json().get("type").textValue()).isEqualTo("/problems/busy");
    }

    @Test
    void shouldRefuseWhatIsOverAndGoOnWhenAPlaceIsFree() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        WorkPlaces places = new WorkPlaces("tests", 1, SHORT);
        Javalin server = serve(
                context -> places.within(() -> {
                    begun.countDown();
                    assertThat(ended.await(WAIT, TimeUnit.SECONDS)).isTrue();
                    return context.result("done");
                }),
                context -> context.result("light"));
        try {
            CompletableFuture<RawHttp.Reply> first =
                    CompletableFuture.supplyAsync(() -> RawHttp.get(server.port(), "/"));
            assertThat(begun.await(WAIT, TimeUnit.SECONDS)).isTrue();

            RawHttp.Reply refused = RawHttp.get(server.port(), "/");
            requireBusy(refused);
            assertThat(refused.json().get("detail").textValue()).startsWith("1 tests are under way");

            ended.countDown();
            assertThat(first.orTimeout(WAIT, TimeUnit.SECONDS).join().text()).isEqualTo("done");
            assertThat(RawHttp.get(server.port(), "/").status()).isEqualTo(200);
        } finally {
            server.stop();
        }
    }

    /** Each computes without a pause until it is told to stop, on more threads than there are processors. */
    @Test
    void shouldAnswerWhatIsLightWhileEveryProcessorComputes() throws Exception {
        int many = 4 * Runtime.getRuntime().availableProcessors();
        CountDownLatch begun = new CountDownLatch(many);
        CountDownLatch ended = new CountDownLatch(1);
        WorkPlaces places = new WorkPlaces("tests", many);
        Javalin server = serve(
                context -> places.within(() -> {
                    begun.countDown();
                    while (ended.getCount() > 0) {
                        Thread.onSpinWait();
                    }
                    return context.result("done");
                }),
                context -> context.result("light"));
        try {
            List<CompletableFuture<RawHttp.Reply>> heavy = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                CompletableFuture<RawHttp.Reply> reply = new CompletableFuture<>();
                Thread.ofPlatform().start(() -> reply.complete(RawHttp.get(server.port(), "/")));
                heavy.add(reply);
            }
            assertThat(begun.await(WAIT, TimeUnit.SECONDS)).isTrue();

            assertThat(RawHttp.get(server.port(), "/light").text()).isEqualTo("light");

            ended.countDown();
            heavy.forEach(reply -> assertThat(
                            reply.orTimeout(WAIT, TimeUnit.SECONDS).join().text())
                    .isEqualTo("done"));
        } finally {
            ended.countDown();
            server.stop();
        }
    }

    @Test
    void shouldAnswerAnErrorOfARequestAndTheNextOne() {
        boolean[] thrown = {false};
        Javalin server = serve(
                context -> new WorkPlaces("tests", 1, SHORT).within(() -> {
                    if (!thrown[0]) {
                        thrown[0] = true;
                        throw new OutOfMemoryError("none left");
                    }
                    return context.result("done");
                }),
                context -> {
                    throw new IllegalStateException("not asked");
                });
        try {
            requireBusy(RawHttp.get(server.port(), "/"));
            assertThat(RawHttp.get(server.port(), "/").text()).isEqualTo("done");
        } finally {
            server.stop();
        }
    }

    @Test
    void shouldHoldNoMoreOfAnswersThanThereIsRoomForAndGiveItBack() {
        BodyRoom room = new BodyRoom(64 * 1024, SHORT);
        Javalin server = serve(
                context -> {
                    int size = Integer.parseInt(context.queryParam("size"));
                    try (BodyRoom.Body body = room.body(out -> out.write(new byte[size]), null)) {
                        body.sendTo(context.outputStream());
                    }
                },
                context -> context.result("light"));
        try {
            for (int i = 0; i < 3; i++) {
                assertThat(RawHttp.get(server.port(), "/?size=65536").body()).hasSize(65536);
                requireBusy(RawHttp.get(server.port(), "/?size=65537"));
                assertThat(RawHttp.get(server.port(), "/?size=0").body()).isEmpty();
            }
        } finally {
            server.stop();
        }
    }

    /** It reads a byte at a time, so that its connection is never idle. */
    @Test
    void shouldEndTheConnectionOfWhoHardlyReads() throws Exception {
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        Javalin server = serve(
                context -> {
                    try {
                        byte[] much = new byte[64 * 1024 * 1024];
                        context.outputStream().write(much);
                        failure.complete(null);
                    } catch (IOException e) {
                        failure.complete(e);
                    }
                },
                context -> context.result("light"));
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(4 * 1024);
            socket.connect(new InetSocketAddress("127.0.0.1", server.port()), 10_000);
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: me\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT);
            while (!failure.isDone() && System.nanoTime() < end) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
                if (in.available() > 0) {
                    assertThat(in.read()).isNotNegative();
                }
            }

            assertThat(failure.orTimeout(WAIT, TimeUnit.SECONDS).join()).isInstanceOf(IOException.class);
            assertThat(RawHttp.get(server.port(), "/light").text()).isEqualTo("light");
        } finally {
            server.stop();
        }
    }
}

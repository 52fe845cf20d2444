package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tieline.http.message.BodyRoom;
import org.tieline.http.message.Requests;
import org.tieline.http.message.WorkPlaces;
import org.tieline.testing.Patience;

/** A body that is sent while it is written. */
class StreamedBodyTests {
    private static final int ROOM = 64 * 1024;
    private static final int FIRST = 40 * 1024;
    private static final int SENT_AT_ONCE = 32 * 1024;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Patience.LONGEST).build();
    private final BodyRoom room = new BodyRoom(ROOM, Duration.ofMillis(100));
    private final WorkPlaces places = new WorkPlaces("tests", 1);
    private final CountDownLatch more = new CountDownLatch(1);
    private Javalin server;

    @BeforeEach
    void start() {
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.concurrency.useVirtualThreads = true;
                    config.routes.addHttpHandler(HandlerType.GET, "/late", this::giveUp);
                    config.routes.addHttpHandler(HandlerType.GET, "/{how}", context -> {
                        WorkPlaces.Shown<BodyRoom.Body> shown =
                                places.begin(begun -> room.body(out -> write(out, context.pathParam("how")), begun));
                        try (BodyRoom.Body body = shown.first()) {
                            body.sendTo(context.outputStream());
                        } catch (IOException e) {
                            Requests.breakOff(context);
                        } finally {
                            shown.rest().cancel(true);
                        }
                    });
                })
                .start("127.0.0.1", 0);
    }

    /** Nobody waits any more when there is something to show. */
    private void giveUp(Context context) throws Exception {
        Thread asking = Thread.currentThread();
        try {
            places.<BodyRoom.Body>begin(begun -> room.body(
                    out -> {
                        asking.interrupt();
                        assertThatThrownBy(() -> Patience.await(more)).isInstanceOf(InterruptedException.class);
                        out.write(new byte[ROOM]);
                    },
                    begun));
        } catch (CancellationException e) {
            assertThat(Thread.interrupted()).isTrue();
            context.result("given up");
        }
    }

    @AfterEach
    void stop() {
        more.countDown();
        server.stop();
        http.close();
    }

    private void write(OutputStream out, String how) throws IOException {
        if (how.equals("whole")) {
            out.write(new byte[ROOM]);
            return;
        }
        out.write(new byte[FIRST]);
        try {
            assertThat(Patience.await(more)).isTrue();
        } catch (InterruptedException e) {
            throw new IOException("given up", e);
        }
        if (how.equals("broken")) {
            throw new IllegalStateException("cannot go on");
        }
        out.write(new byte[FIRST]);
    }

    @Test
    void shouldSendWhatIsThereWhileTheRestIsWorkedOn() throws Exception {
        try (InputStream body = ask("streamed")) {
            assertThat(body.readNBytes(SENT_AT_ONCE)).hasSize(SENT_AT_ONCE);
            more.countDown();
            assertThat(body.readAllBytes()).hasSize(2 * FIRST - SENT_AT_ONCE);
        }
        requireRoom();
    }

    /** Who reads it must not take it for whole. */
    @Test
    void shouldBreakOffWhatCannotBeWrittenToItsEnd() throws Exception {
        try (InputStream body = ask("broken")) {
            assertThat(body.readNBytes(SENT_AT_ONCE)).hasSize(SENT_AT_ONCE);
            more.countDown();
            assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
        }
        requireRoom();
    }

    @Test
    void shouldHoldNothingOfWhatIsShownToNobody() throws Exception {
        try (InputStream body = ask("late")) {
            assertThat(body.readAllBytes()).asString().isEqualTo("given up");
        }
        requireRoom();
    }

    private void requireRoom() throws Exception {
        for (int i = 0; i < 3; i++) {
            try (InputStream whole = ask("whole")) {
                assertThat(whole.readAllBytes()).hasSize(ROOM);
            }
        }
    }

    private InputStream ask(String how) throws Exception {
        HttpResponse<InputStream> response = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/%s".formatted(server.port(), how)))
                        .timeout(Patience.LONGEST)
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        return Objects.requireNonNull(response.body());
    }
}

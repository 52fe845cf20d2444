package org.tieline;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.tieline.testing.Patience;

/**
 * Clients that ask one address after the other until they are closed; with short pauses, so that what they wait for has time
 * to work on the same machine.
 */
final class Traffic implements AutoCloseable {
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Patience.LONGEST).build();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final List<Thread> clients = new ArrayList<>();
    private final Duration pause;
    private volatile boolean over;

    private Traffic(Duration pause) {
        this.pause = pause;
    }

    /**
     * An answer.
     *
     * @param status 0 if there was none
     * @param body what was said in place of an answer, or what went wrong; empty with status 200
     */
    record Answer(String path, int status, String body) {}

    /**
     * @param clients how many ask at once
     * @param pause of a client after each answer
     */
    static Traffic to(URI api, int clients, Duration pause, String... paths) {
        Traffic traffic = new Traffic(pause);
        for (int i = 0; i < clients; i++) {
            int first = i;
            traffic.clients.add(Thread.ofVirtual().start(() -> traffic.ask(api, first, paths)));
        }
        return traffic;
    }

    private void ask(URI api, int first, String[] paths) {
        for (int i = first; !over; i++) {
            String path = paths[i % paths.length];
            int status = 0;
            String body;
            try {
                HttpResponse<String> response = http.send(
                        HttpRequest.newBuilder(api.resolve(path))
                                .timeout(Patience.LONGEST)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                status = response.statusCode();
                body = status == 200 ? "" : response.body();
            } catch (IOException e) {
                body = e.toString();
            } catch (InterruptedException e) {
                return;
            }
            answers.add(new Answer(path, status, body));
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    /** What was answered so far. */
    List<Answer> answers() {
        return List.copyOf(answers);
    }

    /** Asks nothing more, and returns all answers when those under way have come. */
    List<Answer> end() {
        over = true;
        try {
            for (Thread client : clients) {
                if (!client.join(Patience.LONGEST)) {
                    throw new AssertionError("a client did not end within " + Patience.LONGEST);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return answers();
    }

    @Override
    public void close() {
        end();
        http.shutdownNow();
    }
}

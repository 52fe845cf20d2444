package org.tieline.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.tieline.testing.Patience;

/**
 * Many who ask without waiting for each other: each question is sent when it is due, be the ones before it answered or not, and
 * what it takes is counted from then. Every answer says of which version of the data it is, and is held against what was
 * answered when nothing but that version was there.
 */
final class OpenTraffic implements AutoCloseable {
    /** What is asked in turns: every answer on one day, so that it is the same on every day. */
    static final List<Asked> MIX = List.of(
            Asked.get("/v1/exposures?vendor=huawei&asOf=2019-06-01"),
            Asked.get("/v1/organizations/huawei?asOf=2020-01-01"),
            Asked.get("/v1/exposures?asOf=2020-01-01&carrierCountry=GB"),
            Asked.get("/v1/search?q=vodafone"),
            Asked.get("/v1/carriers/sprint/exposures?vendor=huawei,zte&asOf=2018-11-01"),
            Asked.get("/v1/conflicts?asOf=2024-01-01&limit=20"),
            Asked.get("/v1/organizations/vodafone-group?asOf=2020-01-01"),
            Asked.get("/v1/paths?from=huawei&to=bt&asOf=2018-01-01"),
            Asked.get("/v1/search?q=telekom"),
            new Asked(
                    "/v1/screenings?asOf=2020-01-01",
                    "{\"entries\":[{\"name\":\"Hauwei\"},{\"name\":\"Vodafone GmbH\"},{\"name\":\"Telefnica\"}]}"));

    private static final LocalDate FIRST_DAY = LocalDate.of(2018, 1, 1);
    private static final Pattern AS_OF = Pattern.compile("asOf=[0-9-]+");
    private static final int MOST_HITS = 50;
    private static final int BUSY = 503;

    private final URI address;
    private final List<Asked> mix;
    private final HttpClient http;
    private final Map<String, Map<Asked, String>> expected = new HashMap<>();
    private final LongAdder answered = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final Phaser open = new Phaser(1);
    private volatile boolean ended;

    /** Versions of which answers came. */
    final Set<String> seen = ConcurrentHashMap.newKeySet();

    /** What should not have been answered. */
    final Set<String> wrong = ConcurrentHashMap.newKeySet();

    /** @param body JSON to be posted; null for a question that is got */
    record Asked(String path, String body) {
        static Asked get(String path) {
            return new Asked(path, null);
        }
    }

    /** The same questions on so many days each, so that most were not answered lately; those without a day ask for so many results. */
    static List<Asked> onDays(List<Asked> questions, int days) {
        return IntStream.range(0, days)
                .boxed()
                .flatMap(day -> questions.stream().map(asked -> new Asked(on(asked.path(), day), asked.body())))
                .toList();
    }

    private static String on(String path, int day) {
        return path.contains("asOf=")
                ? AS_OF.matcher(path).replaceFirst("asOf=" + FIRST_DAY.plusDays(day))
                : path + "&limit=" + (day % MOST_HITS + 1);
    }

    /** An answer, without the name of its snapshot; the version of the data is null where none was told. */
    private record Answer(int status, boolean again, String version, String content) {}

    OpenTraffic(URI address) {
        this(address, MIX);
    }

    /** @param mix what is asked in turns */
    OpenTraffic(URI address, List<Asked> mix) {
        this.address = address;
        this.mix = List.copyOf(mix);
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Patience.LONGEST)
                .build();
    }

    /** Waits until a version answers, and learns what it does. */
    void learn(String version) {
        Patience.await(
                () -> version.equals(answer(http.send(request(mix.getFirst()), HttpResponse.BodyHandlers.ofByteArray()))
                        .version()));
        Map<Asked, String> answers = new HashMap<>();
        Patience.await(() -> {
            for (Asked asked : mix) {
                Answer answer = answer(http.send(request(asked), HttpResponse.BodyHandlers.ofByteArray()));
                if (answer.status() != 200) {
                    throw new AssertionError(
                            "%s was answered %d: %s".formatted(asked, answer.status(), answer.content()));
                }
                answers.put(asked, answer.content());
            }
            return true;
        });
        expected.put(version, answers);
    }

    /** How many of the questions have different answers in different versions. */
    long toldApart() {
        return mix.stream()
                .filter(asked -> expected.values().stream()
                                .map(answers -> answers.get(asked))
                                .distinct()
                                .count()
                        > 1)
                .count();
    }

    /**
     * Sends until the time is over or it is ended, and waits for the last answers.
     *
     * @param rate questions a second
     * @param took is told by any thread, for each answer, how many nanoseconds after the question was due it was there
     */
    void run(int rate, Duration time, LongConsumer took) {
        long begun = System.nanoTime();
        long pause = Duration.ofSeconds(1).toNanos() / rate;
        for (long i = 0; !ended && i * pause < time.toNanos(); i++) {
            long due = begun + i * pause;
            for (long early = due - System.nanoTime(); early > 0; early = due - System.nanoTime()) {
                LockSupport.parkNanos(early);
            }
            send(mix.get((int) (i % mix.size())), due, took);
        }
        open.arriveAndAwaitAdvance();
    }

    private void send(Asked asked, long due, LongConsumer took) {
        open.register();
        sendAgainAfterNothing(asked).whenComplete((response, failure) -> {
            try {
                took.accept(System.nanoTime() - due);
                if (failure == null) {
                    check(asked, answer(response));
                } else {
                    wrong.add("%s was not answered: %s".formatted(asked, failure));
                }
            } finally {
                open.arriveAndDeregister();
            }
        });
    }

    /**
     * A connection that nobody used for long is closed by the server, which the client may learn when it has sent a question. It
     * then asks again by itself what is got, and leaves to us whether what is posted may be asked twice.
     */
    private CompletableFuture<HttpResponse<byte[]>> sendAgainAfterNothing(Asked asked) {
        CompletableFuture<HttpResponse<byte[]>> sent =
                http.sendAsync(request(asked), HttpResponse.BodyHandlers.ofByteArray());
        return asked.body() == null
                ? sent
                : sent.exceptionallyCompose(
                        failure -> http.sendAsync(request(asked), HttpResponse.BodyHandlers.ofByteArray()));
    }

    private void check(Asked asked, Answer answer) {
        if (answer.status() == BUSY && answer.again()) {
            refused.increment();
        } else if (answer.status() != 200) {
            wrong.add("%s was answered %d: %s".formatted(asked, answer.status(), answer.content()));
        } else if (!answer.content()
                .equals(expected.getOrDefault(answer.version(), Map.of()).get(asked))) {
            wrong.add("%s is not as it is in %s: %s".formatted(asked, answer.version(), answer.content()));
        } else {
            seen.add(answer.version());
            answered.increment();
        }
    }

    /** How many were answered as they should be. */
    long answered() {
        return answered.sum();
    }

    /** How many were told to ask again later. */
    long refused() {
        return refused.sum();
    }

    /** No question is sent any more. */
    void end() {
        ended = true;
    }

    private HttpRequest request(Asked asked) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(asked.path())).timeout(Patience.LONGEST);
        return asked.body() == null
                ? request.build()
                : request.header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(asked.body()))
                        .build();
    }

    private static Answer answer(HttpResponse<byte[]> response) {
        String content = new String(response.body(), StandardCharsets.UTF_8);
        String snapshot = response.headers().firstValue("Tieline-Snapshot").orElse(null);
        boolean again = response.headers().firstValue("Retry-After").isPresent();
        return snapshot == null
                ? new Answer(response.statusCode(), again, null, content)
                : new Answer(
                        response.statusCode(),
                        again,
                        snapshot.replaceFirst("[^0-9.].*", ""),
                        content.replace(snapshot, ""));
    }

    @Override
    public void close() {
        http.close();
    }
}

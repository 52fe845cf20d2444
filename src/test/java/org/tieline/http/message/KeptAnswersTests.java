package org.tieline.http.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tieline.http.Api;
import org.tieline.http.RawHttp;
import org.tieline.question.Snapshot;
import org.tieline.question.Snapshots;
import org.tieline.question.registry.Inquiries;
import org.tieline.testing.Committed;
import org.tieline.testing.TestFacts;

/** What is asked again is not worked out again, and nobody can tell but by the metrics. */
class KeptAnswersTests {
    private static final String ON_A_DAY = "/v1/exposures?vendor=huawei&asOf=2019-01-01";
    private static final int KILOBYTE = 1024;

    /** What is another one in each answer. */
    private static final Set<String> OF_THE_REQUEST = Set.of("date", "x-request-id", "traceparent");

    private final Committed facts = new Committed(TestFacts.dataset());
    private final Snapshots snapshots = new Snapshots(facts);
    private Api server;
    private RawHttp http;

    @BeforeEach
    void start() {
        snapshots.refresh();
        server = Api.start("127.0.0.1", 0, new Inquiries(snapshots));
        http = new RawHttp(server.port());
    }

    @AfterEach
    void stop() {
        server.close();
        snapshots.close();
    }

    private double metric(String series) {
        return http.ask("GET /metrics")
                .text()
                .lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElseThrow();
    }

    private double hits() {
        return metric("tieline_kept_answers_total{outcome=\"hit\"}");
    }

    private double misses() {
        return metric("tieline_kept_answers_total{outcome=\"miss\"}");
    }

    private double searches() {
        return metric("tieline_search_seconds_count{kind=\"reach\"}");
    }

    private static List<String> headers(RawHttp.Reply reply) {
        return reply.headers().stream()
                .filter(header -> !OF_THE_REQUEST.contains(header.split(":")[0].toLowerCase()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, identity",
        "application/json, gzip",
        "application/x-ndjson, identity",
        "text/csv, identity",
        "text/csv, gzip"
    })
    void shouldSendTheSameAgainWithoutASearch(String type, String coding) {
        RawHttp.Reply first = http.ask("GET " + ON_A_DAY, "Accept: " + type, "Accept-Encoding: " + coding);
        double searches = searches();
        RawHttp.Reply second = http.ask("GET " + ON_A_DAY, "Accept: " + type, "Accept-Encoding: " + coding);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("Content-Type")).startsWith(type);
        assertThat(first.body()).isNotEmpty();
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(headers(second)).isEqualTo(headers(first));
        assertThat(searches()).isEqualTo(searches);
        assertThat(hits()).isEqualTo(1);
        assertThat(misses()).isEqualTo(1);
    }

    @Test
    void shouldTellFormsDaysAndPartsApart() {
        List<RawHttp.Reply> replies = List.of(
                http.ask("GET " + ON_A_DAY),
                http.ask("GET " + ON_A_DAY, "Accept: text/csv"),
                http.ask("GET " + ON_A_DAY + "&format=jsonl"),
                http.ask("GET " + ON_A_DAY.replace("2019", "2020")),
                http.ask("GET " + ON_A_DAY + "&limit=1"),
                http.ask("GET /v1/carriers/bt/exposures?vendor=huawei&asOf=2019-01-01"));

        assertThat(replies).allMatch(reply -> reply.status() == 200);
        assertThat(replies.stream().map(RawHttp.Reply::text)).doesNotHaveDuplicates();
        assertThat(misses()).isEqualTo(replies.size());
        assertThat(hits()).isZero();
    }

    @Test
    void shouldAnswerFromTheNewFactsWhenSomebodyCommits() {
        RawHttp.Reply before = http.ask("GET " + ON_A_DAY);

        facts.commit().incrementAndGet();
        snapshots.refresh();
        RawHttp.Reply after = http.ask("GET " + ON_A_DAY);

        assertThat(after.header("Tieline-Snapshot")).isNotEqualTo(before.header("Tieline-Snapshot"));
        assertThat(after.text())
                .contains("\"snapshot\":\"" + after.header("Tieline-Snapshot") + "\"")
                .doesNotContain(before.header("Tieline-Snapshot"));
        assertThat(hits()).isZero();
    }

    @Test
    void shouldKeepNoErrorAndNothingThatIsPosted() {
        for (int i = 0; i < 2; i++) {
            assertThat(http.ask("GET /v1/exposures?vendor=nobody&asOf=2019-01-01")
                            .status())
                    .isEqualTo(404);
            assertThat(http.ask("GET " + ON_A_DAY + "&limit=none").status()).isEqualTo(400);
            assertThat(http.ask(
                                    "POST /v1/scenarios?vendor=huawei&asOf=2019-01-01",
                                    "Content-Type: application/json",
                                    "Content-Length: 2\r\n\r\n{}")
                            .header("Tieline-Snapshot"))
                    .isNotNull();
        }

        assertThat(hits()).isZero();
        assertThat(metric("tieline_kept_answers_size_bytes")).isZero();
    }

    @Test
    void shouldAnswerHeadAsGetWithoutKeepingItsEmptyBody() {
        RawHttp.Reply before = http.ask("HEAD " + ON_A_DAY);
        RawHttp.Reply whole = http.ask("GET " + ON_A_DAY);
        RawHttp.Reply after = http.ask("HEAD " + ON_A_DAY);

        assertThat(whole.json().get("results")).isNotEmpty();
        assertThat(after.body()).isEmpty();
        assertThat(headers(after)).isEqualTo(headers(before));
        assertThat(after.header("ETag")).isEqualTo(whole.header("ETag"));
        assertThat(after.header("Tieline-Total")).isEqualTo(whole.header("Tieline-Total"));
        assertThat(misses()).isEqualTo(2);
        assertThat(hits()).isEqualTo(1);
    }

    @Test
    void shouldSendNothingToWhoHasTheAnswer() {
        String tag = http.ask("GET " + ON_A_DAY).header("ETag");

        assertThat(http.ask("GET " + ON_A_DAY, "If-None-Match: " + tag).status())
                .isEqualTo(304);
        assertThat(hits()).as("looked for").isZero();
        RawHttp.Reply any = http.ask("GET " + ON_A_DAY, "If-None-Match: *");
        assertThat(any.status()).isEqualTo(304);
        assertThat(any.body()).isEmpty();
        assertThat(any.header("ETag")).isEqualTo(tag);
        assertThat(hits()).isEqualTo(1);
    }

    @Test
    void shouldKeepNothingUnderASnapshotWithoutALastingName() {
        facts.commit().set(-7);
        snapshots.refresh();

        for (int i = 0; i < 2; i++) {
            assertThat(http.ask("GET " + ON_A_DAY).status()).isEqualTo(200);
        }

        assertThat(hits() + misses()).isZero();
    }

    private static KeptAnswers.Kept answer(int bytes) {
        return new KeptAnswers.Kept(1L, false, null, new byte[bytes]);
    }

    private EntityTag tag(Snapshot snapshot, String query, LocalDate today) {
        return EntityTag.of(
                        snapshot,
                        "/v1/exposures",
                        query,
                        query.contains("asOf="),
                        today.toString(),
                        "application/json",
                        "")
                .orElseThrow();
    }

    @Test
    void shouldAskAnewWhenTheDayTurnsThatTheQuestionLeavesOpen() {
        KeptAnswers kept = new KeptAnswers(KILOBYTE * KILOBYTE);
        Snapshot snapshot = snapshots.current();
        LocalDate today = LocalDate.of(2026, 12, 31);

        for (String query : List.of("vendor=huawei", "vendor=huawei&asOf=2019-01-01")) {
            kept.keep(tag(snapshot, query, today), answer(KILOBYTE));
            assertThat(kept.find(tag(snapshot, query, today))).isPresent();
        }

        LocalDate tomorrow = today.plusDays(1);
        assertThat(kept.find(tag(snapshot, "vendor=huawei", tomorrow))).isEmpty();
        assertThat(kept.find(tag(snapshot, "vendor=huawei&asOf=2019-01-01", tomorrow)))
                .isPresent();
    }

    /** Whoever waits for a place looks again when there is one, so that no more work at it than there are places. */
    @Test
    void shouldNotWorkOutForEachWhatManyAskAtOnce() {
        int many = 50;
        int places = Math.max(2, Runtime.getRuntime().availableProcessors());
        double before = searches();

        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<String>> answers = IntStream.range(0, many)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> http.ask("GET " + ON_A_DAY).text(), clients))
                    .toList();

            assertThat(answers.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        }
        assertThat(searches() - before).isBetween(1.0, (double) places);
    }

    @Test
    void shouldHoldNoMoreThanThereIsRoomFor() {
        int most = 1000 * KILOBYTE;
        KeptAnswers kept = new KeptAnswers(most);
        Snapshot snapshot = snapshots.current();
        LocalDate today = LocalDate.of(2026, 12, 31);

        for (int i = 0; i < 100; i++) {
            kept.keep(tag(snapshot, "offset=" + i, today), answer(100 * KILOBYTE));
            assertThat(kept.bytes()).isLessThanOrEqualTo(most);
        }

        assertThat(IntStream.range(0, 100).filter(i -> kept.find(tag(snapshot, "offset=" + i, today))
                        .isPresent()))
                .hasSize(9);
    }

    @Test
    void shouldKeepNoneWhereThereIsNoRoom() {
        KeptAnswers none = new KeptAnswers(0);
        EntityTag tag = tag(snapshots.current(), "vendor=huawei", LocalDate.of(2026, 12, 31));

        none.keep(tag, answer(1));

        assertThat(none.find(tag)).isEmpty();
        assertThat(none.bytes()).isZero();
    }
}

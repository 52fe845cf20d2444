package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tieline.question.Snapshots;
import org.tieline.question.registry.Inquiries;
import org.tieline.testing.InMemory;
import org.tieline.testing.Patience;
import org.tieline.testing.TestFacts;

/** What a monitoring system reads. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetricsTests {
    private static final Pattern LINE = Pattern.compile(
            "[a-z][a-z0-9_]*(\\{([a-z0-9_]+=\"[^\"\\\\]*\",?)+\\})? (-?[0-9.]+(E-?[0-9]+)?|NaN|\\+Inf)");
    private static final Pattern NAME = Pattern.compile("(?m)^# TYPE (tieline_\\w+) ");
    private static final Pattern DOCUMENTED = Pattern.compile("(?m)^\\| `(tieline_\\w+)");

    private final Snapshots snapshots = new Snapshots(new InMemory(TestFacts.dataset()));
    private Api api;

    @BeforeAll
    void start() {
        snapshots.refresh();
        api = Api.start("127.0.0.1", 0, new Inquiries(snapshots));
    }

    @AfterAll
    void stop() {
        api.close();
        snapshots.close();
    }

    private String scraped() throws IOException {
        RawHttp.Reply reply = RawHttp.get(api.port(), "/metrics");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).isEqualTo("text/plain;version=0.0.4;charset=utf-8");
        return reply.text();
    }

    private static double value(String scraped, String series) {
        return scraped.lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(series + " is not in " + scraped));
    }

    @Test
    void shouldCountRequestsByRouteMethodAndStatusAndNeverByPath() throws IOException {
        for (String path : List.of(
                "/v1/carriers/bt/exposures?vendor=huawei",
                "/v1/carriers/ee/exposures?vendor=huawei",
                "/v1/carriers/nobody/exposures",
                "/no/such/secret-path")) {
            RawHttp.get(api.port(), path);
        }
        new RawHttp(api.port()).ask("BREW /v1/exposures");
        new RawHttp(api.port()).ask("DELETE /v1/exposures");

        String scraped = scraped();

        String count = "tieline_http_request_seconds_count{method=\"%s\",route=\"%s\",status=\"%d\"}";
        String route = "/v1/carriers/{carrier}/exposures";
        assertThat(value(scraped, count.formatted("GET", route, 200))).isEqualTo(2);
        assertThat(value(scraped, count.formatted("GET", route, 404))).isEqualTo(1);
        assertThat(value(scraped, count.formatted("GET", "none", 404))).isEqualTo(1);
        assertThat(value(scraped, count.formatted("DELETE", "none", 405))).isEqualTo(1);
        assertThat(value(
                        scraped,
                        "tieline_http_request_seconds_bucket{method=\"GET\",route=\"%s\",status=\"200\",le=\"+Inf\"}"
                                .formatted(route)))
                .isEqualTo(2);
        assertThat(scraped).doesNotContain("nobody", "secret-path", "BREW");
    }

    @Test
    void shouldCountWhatIsRefusedBeforeARouteIsLookedFor() throws IOException {
        RawHttp.send(api.port(), "GARBAGE\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        RawHttp.get(api.port(), "/v1", "X: " + "x".repeat(40_000));
        RawHttp.get(api.port(), "/v1?" + "x".repeat(40_000));
        RawHttp.get(api.port(), "/v1", "Expect: the best");

        String scraped = scraped();

        assertThat(refused(scraped, 400)).isEqualTo(1);
        assertThat(refused(scraped, 414)).isEqualTo(1);
        assertThat(refused(scraped, 417)).isEqualTo(1);
        assertThat(refused(scraped, 431)).isEqualTo(1);
    }

    /** Whatever its method was, as far as it could be read. */
    private static double refused(String scraped, int status) {
        return scraped.lines()
                .filter(line -> line.startsWith("tieline_http_request_seconds_count{")
                        && line.contains("route=\"none\",status=\"%d\"".formatted(status)))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Test
    void shouldTellOfSnapshotDataDatabaseAndSearches() throws IOException {
        double searches = value(scraped(), "tieline_search_seconds_count{kind=\"reach\"}");
        RawHttp.get(api.port(), "/v1/exposures?vendor=huawei");

        String scraped = scraped();

        assertThat(value(scraped, "tieline_search_seconds_count{kind=\"reach\"}"))
                .isGreaterThan(searches);
        assertThat(value(scraped, "tieline_search_seconds_sum{kind=\"reach\"}")).isPositive();
        assertThat(value(scraped, "tieline_snapshot_size{of=\"organizations\"}"))
                .isEqualTo(4);
        assertThat(value(scraped, "tieline_snapshot_size{of=\"ties\"}")).isEqualTo(2);
        assertThat(value(scraped, "tieline_snapshot_age_seconds")).isBetween(0.0, 600.0);
        assertThat(value(scraped, "tieline_snapshot_checked_age_seconds")).isBetween(0.0, 600.0);
        assertThat(value(scraped, "tieline_snapshot_rebuild_seconds_count")).isEqualTo(1);
        assertThat(value(scraped, "tieline_snapshot_rebuild_failures_total")).isZero();
        assertThat(value(scraped, "tieline_database_up")).isEqualTo(1);
        assertThat(value(scraped, "tieline_dataset_info{sha256=\"%s\",version=\"1.0.0\"}".formatted("a".repeat(64))))
                .isEqualTo(1);
        assertThat(scraped).contains("jvm_memory_used_bytes{", "jvm_threads_live_threads ", "process_uptime_seconds ");
    }

    @Test
    void shouldBeScrapedBySeveralAtOnce() throws Exception {
        try (ExecutorService scrapers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> statuses = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                statuses.add(scrapers.submit(
                        () -> RawHttp.get(api.port(), "/metrics").status()));
            }
            for (Future<Integer> status : statuses) {
                assertThat(Patience.get(status)).isEqualTo(200);
            }
        }
    }

    @Test
    void shouldBeWrittenAsPrometheusReadsIt() throws IOException {
        assertThat(scraped().lines().filter(line -> !line.startsWith("#")))
                .isNotEmpty()
                .allMatch(line -> LINE.matcher(line).matches());
    }

    @Test
    void shouldSayWithoutASnapshotThatItKnowsNothing() throws IOException {
        try (Snapshots none = new Snapshots(new InMemory(TestFacts.dataset()));
                Api early = Api.start("127.0.0.1", 0, new Inquiries(none))) {
            String scraped = RawHttp.get(early.port(), "/metrics").text();

            assertThat(value(scraped, "tieline_snapshot_size{of=\"ties\"}")).isNaN();
            assertThat(value(scraped, "tieline_snapshot_age_seconds")).isNaN();
            assertThat(value(scraped, "tieline_database_up")).isZero();
            assertThat(scraped).doesNotContain("tieline_dataset_info{");
        }
    }

    @Test
    void shouldBeDocumentedNameByName() throws IOException {
        Set<String> documented = DOCUMENTED
                .matcher(PageExamples.text(Path.of("docs", "operating.md")))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> shown = NAME.matcher(scraped())
                .results()
                .map(match -> match.group(1).replaceFirst("_max$", ""))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(documented).isEqualTo(shown);
    }
}

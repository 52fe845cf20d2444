package org.tieline.http;

import io.javalin.http.Context;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.SearchCost;
import org.tieline.http.message.KeptAnswers;
import org.tieline.http.message.Requests;
import org.tieline.question.Snapshots;
import org.tieline.question.records.Catalog;
import org.tieline.standing.Follower;

/** What a monitoring system wants to know, in the text format of Prometheus; docs/operating.md explains each name. */
final class Metrics implements AutoCloseable {
    static final String ROUTE = "/metrics";
    private static final String CONTENT = "text/plain;version=0.0.4;charset=utf-8";

    /** Where the counts of a histogram of request times end. */
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10)
    };

    /** A client may send any word as a method, and each would be a series of its own. */
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final MultiGauge dataset;
    private final Snapshots snapshots;

    Metrics(Snapshots snapshots) {
        this.snapshots = snapshots;
        dataset = MultiGauge.builder("tieline.dataset.info")
                .description("Always 1; the data set that was loaded last")
                .register(registry);
        bindSnapshots();
        bindSearches();
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
    }

    private void bindSnapshots() {
        gauge("tieline.snapshot.age", "Time since the snapshot that answers was taken", () -> snapshots
                .latest()
                .map(snapshot -> seconds(snapshot.takenAt())));
        gauge(
                "tieline.snapshot.checked.age",
                "Time since the snapshot was last known to be the newest",
                () -> Optional.ofNullable(snapshots.health().checkedAt()).map(Metrics::seconds));
        Gauge.builder("tieline.snapshot.following", () -> snapshots.health().failedSince() == null ? 1 : 0)
                .description("1 if commits are followed, 0 while looking for them or reading the graph fails")
                .register(registry);
        size("organizations", Catalog.Reading::organizations);
        size("ties", Catalog.Reading::ties);
        size("bans", Catalog.Reading::bans);
        size("sources", Catalog.Reading::sources);
        Gauge.builder("tieline.snapshot.problems", snapshots::problems)
                .description("Things in the graph that were left out because they are badly made")
                .register(registry);
        FunctionTimer.builder(
                        "tieline.snapshot.rebuild",
                        snapshots,
                        kept -> kept.rebuilds().taken(),
                        kept -> kept.rebuilds().took().toNanos(),
                        TimeUnit.NANOSECONDS)
                .description("Snapshots that were taken, and how long that took")
                .register(registry);
        FunctionCounter.builder("tieline.snapshot.changes", snapshots, kept -> kept.rebuilds()
                        .changed())
                .description("Snapshots that were made of the one before by what commits changed")
                .register(registry);
        FunctionCounter.builder("tieline.snapshot.rebuild.failures", snapshots, kept -> kept.rebuilds()
                        .failed())
                .description("Snapshots that could not be taken")
                .register(registry);
        Gauge.builder("tieline.database.up", () -> snapshots.health().answered() ? 1 : 0)
                .description("1 if the database answered when it was last asked, else 0")
                .register(registry);
    }

    /** What is delivered to who subscribed. */
    void bind(Subscribing subscribing) {
        Follower.Counts counts = subscribing.counts();
        deliveries("taken", counts, Follower.Counts::taken);
        deliveries("failed", counts, Follower.Counts::failed);
        FunctionCounter.builder("tieline.subscriptions.ended", counts, Follower.Counts::ended)
                .description("Subscriptions that ended because their events were not taken")
                .register(registry);
        Gauge.builder("tieline.deliveries.lease", () -> counts.isWorking() ? 1 : 0)
                .description("1 while this server works for those who subscribed, of all on its database")
                .register(registry);
        Gauge.builder("tieline.deliveries.waiting", counts, Follower.Counts::waiting)
                .description("Events that wait to be delivered")
                .register(registry);
    }

    /** What is answered without being worked out. */
    void bind(KeptAnswers kept) {
        kept("hit", kept, KeptAnswers::hits);
        kept("miss", kept, KeptAnswers::misses);
        Gauge.builder("tieline.kept.answers.size", kept, KeptAnswers::bytes)
                .description("What the kept answers take of memory, about")
                .baseUnit("bytes")
                .register(registry);
    }

    private void kept(String outcome, KeptAnswers kept, ToDoubleFunction<KeptAnswers> count) {
        FunctionCounter.builder("tieline.kept.answers", kept, count)
                .description("Answers that were looked for among the kept ones, by whether they were there")
                .tag("outcome", outcome)
                .register(registry);
    }

    private void deliveries(String outcome, Follower.Counts counts, ToDoubleFunction<Follower.Counts> count) {
        FunctionCounter.builder("tieline.deliveries", counts, count)
                .description("Deliveries of events that were tried, by outcome")
                .tag("outcome", outcome)
                .register(registry);
    }

    private void bindSearches() {
        for (SearchCost kind : SearchCost.values()) {
            FunctionTimer.builder(
                            "tieline.search", kind, SearchCost::count, SearchCost::nanoseconds, TimeUnit.NANOSECONDS)
                    .description("Searches of the engine, and how long they took")
                    .tag("kind", kind.text())
                    .register(registry);
        }
    }

    private void gauge(String name, String description, Supplier<Optional<Double>> value) {
        Gauge.builder(name, () -> value.get().orElse(Double.NaN))
                .description(description)
                .baseUnit("seconds")
                .register(registry);
    }

    private void size(String what, ToDoubleFunction<Catalog.Reading> count) {
        Gauge.builder("tieline.snapshot.size", () -> Catalog.of(snapshots)
                        .read()
                        .map(read -> count.applyAsDouble(read))
                        .orElse(Double.NaN))
                .description("How much the snapshot holds")
                .tag("of", what)
                .register(registry);
    }

    private static double seconds(Instant since) {
        return Duration.between(since, Instant.now()).toNanos() / 1e9;
    }

    /** Counts a request that was answered. */
    void answered(Context context, float milliseconds) {
        count(Requests.route(context), context.method().name(), context.statusCode(), Duration.ofNanos((long)
                (milliseconds * 1e6)));
    }

    /**
     * Counts a request that was refused before a route was looked for.
     *
     * @param method null if not even that could be read
     * @param took since its first byte
     */
    void refused(@Nullable String method, int status, Duration took) {
        count(Requests.NO_ROUTE, method, status, took);
    }

    private void count(String route, @Nullable String method, int status, Duration took) {
        Timer.builder("tieline.http.request")
                .description("Requests, and how long they took")
                .tags(
                        "route",
                        route,
                        "method",
                        method != null && METHODS.contains(method) ? method : "other",
                        "status",
                        String.valueOf(status))
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(took);
    }

    void show(Context context) {
        context.contentType(CONTENT).result(scraped());
    }

    /** One at a time: two that set the gauge of the data set together would leave it there twice. */
    synchronized String scraped() {
        dataset.register(
                Catalog.of(snapshots).data().stream()
                        .map(data ->
                                MultiGauge.Row.of(Tags.of("version", data.version(), "sha256", data.sha256()), () -> 1))
                        .toList(),
                true);
        return registry.scrape(CONTENT);
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}

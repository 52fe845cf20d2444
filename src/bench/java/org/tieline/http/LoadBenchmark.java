package org.tieline.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.tieline.config.Settings;
import org.tieline.dataset.DatasetReader;
import org.tieline.graph.Progress;
import org.tieline.graph.bolt.DatasetLoader;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.graph.kernel.EmbeddedGraphReader;
import org.tieline.model.Dataset;
import org.tieline.question.Snapshots;
import org.tieline.question.registry.Inquiries;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.Variants;

/**
 * How long an answer takes 50 clients who ask without a pause, while one data set after the other is loaded or none is. What
 * counts is {@code p1.00}, the slowest of all; an answer other than 200 ends the run.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1, time = 20)
@Measurement(iterations = 3, time = 20)
@Threads(50)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
public class LoadBenchmark {
    private static final List<String> PATHS = List.of(
            "/v1/exposures?vendor=huawei&asOf=2019-06-01",
            "/v1/exposures?asOf=2020-01-01&carrierCountry=GB",
            "/v1/carriers/sprint/exposures?vendor=huawei,zte&asOf=2018-11-01",
            "/v1/conflicts?asOf=2024-01-01",
            "/v1/paths?from=huawei&to=bt&asOf=2018-01-01");

    /** Whether data sets are loaded meanwhile. */
    @Param({"false", "true"})
    private boolean loading;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private EmbeddedServer server;
    private Neo4j neo4j;
    private Snapshots snapshots;
    private Api api;
    private Thread loads;
    private volatile boolean ended;

    @Setup
    public void start() throws IOException {
        server = EmbeddedServer.start(Settings.load(
                Map.of(
                        "TIELINE_HOME",
                        Files.createTempDirectory("tieline-bench").toString(),
                        "TIELINE_PORT",
                        "0",
                        "TIELINE_BROWSER_PORT",
                        "0",
                        "TIELINE_BOLT_PORT",
                        "0"),
                null));
        neo4j = Neo4j.connect(server.boltUri(), "neo4j", server.access().password(), "neo4j");
        List<Dataset> versions = Variants.of(DatasetReader.read(Path.of("seed-data")), 3);
        DatasetLoader loader = new DatasetLoader(neo4j, Clock.systemUTC());
        loader.load(versions.getFirst(), Progress.NONE);
        snapshots = new Snapshots(new EmbeddedGraphReader(server.database()));
        snapshots.refresh();
        snapshots.start(Duration.ofMillis(500));
        api = Api.start("127.0.0.1", 0, Inquiries.over(neo4j, snapshots));
        loads = Thread.ofPlatform().name("loads").unstarted(() -> {
            for (int i = 1; !ended; i++) {
                loader.load(versions.get(i % versions.size()), Progress.NONE);
            }
        });
        if (loading) {
            loads.start();
        }
    }

    @TearDown
    public void stop() throws InterruptedException {
        ended = true;
        if (loading) {
            loads.join(Duration.ofMinutes(1));
        }
        api.close();
        snapshots.close();
        neo4j.close();
        server.close();
        http.close();
    }

    @Benchmark
    public int ask() throws IOException, InterruptedException {
        String path = PATHS.get(ThreadLocalRandom.current().nextInt(PATHS.size()));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api.port() + path))
                .timeout(Duration.ofMinutes(1))
                .build();
        HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(path + " was answered " + response.statusCode());
        }
        return response.body().length;
    }
}

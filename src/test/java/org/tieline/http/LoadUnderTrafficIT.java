package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tieline.dataset.DatasetReader;
import org.tieline.graph.GraphReader;
import org.tieline.graph.Progress;
import org.tieline.graph.bolt.DatasetLoader;
import org.tieline.graph.bolt.DriverGraphReader;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.graph.kernel.EmbeddedGraphReader;
import org.tieline.model.Dataset;
import org.tieline.question.Snapshots;
import org.tieline.question.registry.Inquiries;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.EmbeddedNeo4jExtension;
import org.tieline.testing.Nightly;
import org.tieline.testing.Patience;
import org.tieline.testing.Variants;

/**
 * Loads one data set after the other while many ask: nobody is refused but with a word when to ask again, and every answer is
 * of one of the data sets. {@code -Dloads.under.traffic=20} loads more often, as every night; {@code LoadBenchmark} does the same
 * for long, and measures.
 */
@ExtendWith(EmbeddedNeo4jExtension.class)
class LoadUnderTrafficIT {
    /** Questions; more every night. */
    private static final int A_SECOND = Nightly.or(30, 100);

    private static final int VERSIONS = 3;
    private static final int LOADS = Integer.getInteger("loads.under.traffic", VERSIONS);
    private static final Duration PAUSE = Duration.ofMillis(20);

    /** As the program reads its own database; every night also as it reads another. */
    static List<Boolean> insideOrNot() {
        return List.of(true, false).subList(0, Nightly.or(1, 2));
    }

    @ParameterizedTest
    @MethodSource("insideOrNot")
    void shouldAnswerEveryQuestionFromOneOfTheDataSets(boolean inside, EmbeddedServer server, Neo4j neo4j)
            throws Exception {
        List<Dataset> versions = Variants.of(DatasetReader.read(Path.of("seed-data")), VERSIONS);
        DatasetLoader loader = new DatasetLoader(neo4j, Clock.systemUTC());
        GraphReader reader = inside ? new EmbeddedGraphReader(server.database()) : new DriverGraphReader(neo4j);
        try (Snapshots snapshots = new Snapshots(reader);
                Api api = Api.start("127.0.0.1", 0, Inquiries.over(neo4j, snapshots), PatientApi.OPTIONS);
                OpenTraffic traffic = new OpenTraffic(URI.create("http://127.0.0.1:" + api.port()));
                ExecutorService thread = Executors.newSingleThreadExecutor()) {
            for (Dataset version : versions) {
                loader.load(version, Progress.NONE);
                snapshots.refresh();
                traffic.learn(version.version());
            }
            assertThat(traffic.toldApart()).isGreaterThanOrEqualTo(OpenTraffic.MIX.size() / 2);

            snapshots.start(PAUSE);
            Future<?> asking = thread.submit(() -> traffic.run(A_SECOND, Patience.LONGEST, nanoseconds -> {}));
            for (int i = 0; i < LOADS; i++) {
                Dataset version = versions.get(i % VERSIONS);
                loader.load(version, Progress.NONE);
                traffic.seen.remove(version.version());
                Patience.await(() -> traffic.seen.contains(version.version()) || !traffic.wrong.isEmpty());
            }
            traffic.end();
            Patience.get(asking);

            assertThat(traffic.wrong).isEmpty();
            assertThat(traffic.seen).containsExactlyInAnyOrder("1.0.0", "2.0.0", "3.0.0");
            assertThat(traffic.answered()).isGreaterThan(LOADS * (long) OpenTraffic.MIX.size());
            assertThat(snapshots.rebuilds().failed()).isZero();
        }
    }
}

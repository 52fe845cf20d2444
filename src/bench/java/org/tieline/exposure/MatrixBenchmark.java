package org.tieline.exposure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
import org.openjdk.jmh.annotations.Warmup;
import org.tieline.graph.Commit;
import org.tieline.graph.GraphReader;
import org.tieline.graph.GraphSink;
import org.tieline.graph.LoadedDataset;
import org.tieline.question.Snapshot;
import org.tieline.question.Snapshots;
import org.tieline.question.exposures.ExposureAnswer;
import org.tieline.question.exposures.ExposureInquiry;
import org.tieline.question.exposures.ExposureQuestion;
import org.tieline.question.matrix.MatrixAnswer;
import org.tieline.question.matrix.MatrixInquiry;
import org.tieline.testing.GivenQuestions;

/**
 * All carriers by 51 vendors on a day: the first thousand rows of the matrix; a question for each vendor, with the paths of
 * its first thousand exposures; and nothing but the search for each vendor.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(value = 1, jvmArgsAppend = {"-Xms4g", "-Xmx4g", "-XX:+UseTransparentHugePages"})
public class MatrixBenchmark {
    @Param({"4", "6"})
    private int hops;

    private Snapshot snapshot;
    private List<String> vendors;
    private ExposureQuestion question;

    /** The generated facts as they come, without bans. */
    private static final class Generated implements GraphReader {
        @Override
        public Commit lastCommit() {
            return Commit.numbered(1);
        }

        @Override
        public void read(GraphSink sink) {
            sink.dataset(new LoadedDataset("generated", "", Instant.EPOCH, 0, 0, 0, 0));
            LargeGraph.FACTS.organizations(sink::organization);
            LargeGraph.FACTS.sources(sink::source);
            LargeGraph.FACTS.ties(sink::tie);
        }
    }

    /** Builds the snapshot. */
    @Setup
    public void build() {
        try (Snapshots snapshots = new Snapshots(new Generated())) {
            snapshots.refresh();
            snapshot = snapshots.current();
        }
        vendors = LargeGraph.FACTS.vendors();
        question = question(vendors);
    }

    private ExposureQuestion question(List<String> starts) {
        return GivenQuestions.exposures(
                Map.of(
                        "vendor", starts,
                        "asOf", List.of(GeneratedFacts.AS_OF.toString()),
                        "maxHops", List.of(Integer.toString(hops)),
                        "limit", List.of("1000")),
                LocalDate.EPOCH);
    }

    /** As the API answers it, but for the JSON. */
    @Benchmark
    public MatrixAnswer matrix() {
        return MatrixInquiry.ask(snapshot, question);
    }

    /** The single questions. */
    @Benchmark
    public List<ExposureAnswer> questions() {
        return vendors.stream()
                .map(vendor -> ExposureInquiry.ask(snapshot, question(List.of(vendor))))
                .toList();
    }

    /** Hops and relation of every pair. */
    @Benchmark
    public long searches() {
        long sum = 0;
        for (String vendor : vendors) {
            try (FoundExposures reach = snapshot.search().reach(vendor, question.search())) {
                for (int i = 0; i < reach.size(); i++) {
                    sum += reach.hops(i) + reach.relation(i).ordinal();
                }
            }
        }
        return sum;
    }
}

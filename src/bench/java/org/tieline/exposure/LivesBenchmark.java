package org.tieline.exposure;

import java.util.List;
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
import org.tieline.exposure.path.Certainty;

/**
 * What the lives of facts cost: the same search on a graph without them and on one where every tenth organization begins or
 * ends, beside searches that the rows alone do not decide. The usual search should take as long on both, for what it walks.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 1)
@Fork(value = 3, jvmArgsAppend = {"-Xms4g", "-Xmx4g", "-XX:+UseTransparentHugePages"})
public class LivesBenchmark {
    /** {@code ever}: nothing begins, ends or is verified; {@code dated}: see {@link GeneratedFacts}. */
    @Param({"ever", "dated"})
    private String lives;

    /** As in {@link ExposureBenchmark}. */
    @Param({"best", "ordinary"})
    private String vendors;

    @Param({"4", "6"})
    private int hops;

    private ExposureSearch search;
    private List<String> starts;
    private SearchOptions usual;
    private SearchOptions certain;
    private SearchOptions known;
    private int asked;

    /** Builds the graph, and says once what it takes and how many carriers the best-connected vendor reaches. */
    @Setup
    public void build() {
        TieGraph graph = new GeneratedFacts(300_000, 1_500_000, lives.equals("dated")).graph();
        search = new ExposureSearch(graph);
        starts = ExposureBenchmark.starts(vendors);
        usual = SearchOptions.on(GeneratedFacts.AS_OF).withMaxHops(hops);
        certain = new SearchOptions(
                usual.asOf(),
                null,
                Certainty.CERTAIN,
                null,
                usual.minStake(),
                hops,
                usual.ties(),
                usual.minEvidence());
        known = usual.withKnownAt(usual.asOf());
        try (FoundExposures reach = search.reach(starts.getFirst(), usual)) {
            System.out.printf("%n%.1f bytes a tie, %d carriers%n", graph.bytesPerTie(), reach.size());
        }
    }

    private int reach(SearchOptions options) {
        try (FoundExposures reach = search.reach(starts.get(asked++ % starts.size()), options)) {
            return reach.size();
        }
    }

    /** The search that most ask: the rows decide. */
    @Benchmark
    public int usual() {
        return reach(usual);
    }

    /** Ties that certainly hold: bounds, lives and the age of evidence are looked up for each. */
    @Benchmark
    public int certain() {
        return reach(certain);
    }

    /** As it was known on the day. */
    @Benchmark
    public int known() {
        return reach(known);
    }
}

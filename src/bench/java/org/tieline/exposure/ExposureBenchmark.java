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

/** Exposures of the best-connected vendor and of fifty ordinary ones: the engine, and a search that does no more than it must. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 1)
@Fork(value = 3, jvmArgsAppend = {"-Xms4g", "-Xmx4g", "-XX:+UseTransparentHugePages"})
public class ExposureBenchmark {
    /** {@code best}: one vendor; {@code ordinary}: fifty, another one at each operation. */
    @Param({"best", "ordinary"})
    private String vendors;

    @Param({"4", "6"})
    private int hops;

    private ExposureSearch search;
    private BareSearch bare;
    private List<String> starts;
    private SearchOptions options;
    private int asked;

    /** Builds the graph, and says once what it takes. */
    @Setup
    public void build() {
        TieGraph graph = LargeGraph.FACTS.graph();
        search = new ExposureSearch(graph);
        bare = new BareSearch(graph);
        starts = starts(vendors);
        options = SearchOptions.on(GeneratedFacts.AS_OF).withMaxHops(hops);
        System.out.printf("%n%.1f bytes a tie%n", graph.bytesPerTie());
    }

    static List<String> starts(String vendors) {
        List<String> all = LargeGraph.FACTS.vendors();
        return vendors.equals("best") ? all.subList(0, 1) : all.subList(1, all.size());
    }

    private String next() {
        return starts.get(asked++ % starts.size());
    }

    /** The engine, all exposures with what their paths need. */
    @Benchmark
    public int engine() {
        try (FoundExposures reach = search.reach(next(), options)) {
            return reach.size();
        }
    }

    /** The bare breadth-first search. */
    @Benchmark
    public int bare() {
        return bare.search(search.graph().find(next()).orElseThrow(), hops);
    }
}

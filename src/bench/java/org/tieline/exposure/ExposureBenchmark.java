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
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = {"-Xms4g", "-Xmx4g", "-XX:+UseTransparentHugePages"})
public class ExposureBenchmark {
    /** {@code best}: one vendor; {@code ordinary}: fifty, one after the other, in one operation. */
    @Param({"best", "ordinary"})
    private String vendors;

    @Param({"4", "6"})
    private int hops;

    private ExposureSearch search;
    private BareSearch bare;
    private List<String> starts;
    private SearchOptions options;

    /** Builds the graph, and says once what it takes. */
    @Setup
    public void build() {
        TieGraph graph = LargeGraph.FACTS.graph();
        search = new ExposureSearch(graph);
        bare = new BareSearch(graph);
        starts = vendors.equals("best")
                ? LargeGraph.FACTS.vendors().subList(0, 1)
                : LargeGraph.FACTS.vendors().subList(1, 51);
        options = SearchOptions.on(GeneratedFacts.AS_OF).withMaxHops(hops);
        System.out.printf("%n%.1f bytes a tie; %,d exposures an operation%n", graph.bytesPerTie(), engine());
    }

    /** The engine, all exposures with what their paths need. */
    @Benchmark
    public int engine() {
        int found = 0;
        for (String start : starts) {
            found += search.reach(start, options).size();
        }
        return found;
    }

    /** The bare breadth-first search. */
    @Benchmark
    public int bare() {
        int found = 0;
        for (String start : starts) {
            found += bare.search(search.graph().find(start).orElseThrow(), hops);
        }
        return found;
    }
}

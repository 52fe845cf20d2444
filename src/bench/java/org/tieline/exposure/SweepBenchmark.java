package org.tieline.exposure;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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

/**
 * The first day of each month of twenty years: how many carriers were exposed to a vendor, by hops and by relation. One
 * sweep, and a search for each day.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1, time = 10)
@Measurement(iterations = 3, time = 10)
@Fork(value = 3, jvmArgsAppend = {"-Xms4g", "-Xmx4g", "-XX:+UseTransparentHugePages"})
public class SweepBenchmark {
    private static final List<LocalDate> MONTHS = Stream.iterate(
                    LocalDate.of(2005, 1, 1), month -> month.plusMonths(1))
            .limit(12 * 20)
            .toList();
    private static final int RELATIONS = Relation.values().length;

    /** {@code best}: one vendor; {@code ordinary}: fifty, another one at each operation. */
    @Param({"best", "ordinary"})
    private String vendors;

    @Param({"4", "6"})
    private int hops;

    private ExposureSearch search;
    private ExposureSweep sweep;
    private List<String> starts;
    private SearchOptions options;
    private int asked;

    /** Builds the graph, and holds the answers of both ways against each other. */
    @Setup
    public void build() {
        TieGraph graph = LargeGraph.FACTS.graph();
        search = new ExposureSearch(graph);
        sweep = new ExposureSweep(graph);
        starts = ExposureBenchmark.starts(vendors);
        options = SearchOptions.on(GeneratedFacts.AS_OF).withMaxHops(hops);
        String vendor = starts.getFirst();
        if (!Arrays.deepEquals(searched(vendor), swept(vendor))) {
            throw new AssertionError("sweep and searches do not agree on " + vendor);
        }
    }

    private String next() {
        return starts.get(asked++ % starts.size());
    }

    /** All months in one sweep. */
    @Benchmark
    public int[][] sweep() {
        return swept(next());
    }

    /** A search for each month. */
    @Benchmark
    public int[][] searches() {
        return searched(next());
    }

    /** By month, the number of carriers at {@code hops * RELATIONS + relation}. */
    private int[][] searched(String vendor) {
        int[][] counts = counts(MONTHS.size());
        for (int month = 0; month < counts.length; month++) {
            try (Reach reach = search.reach(vendor, options.withAsOf(MONTHS.get(month)))) {
                for (int i = 0; i < reach.size(); i++) {
                    counts[month][at(reach.hops(i), reach.relation(i))]++;
                }
            }
        }
        return counts;
    }

    private int[][] swept(String vendor) {
        int[][] changes = counts(MONTHS.size() + 1);
        sweep.sweep(vendor, options, MONTHS, (carrier, hopCount, relation, from, to) -> {
            changes[from][at(hopCount, relation)]++;
            changes[to][at(hopCount, relation)]--;
        });
        for (int month = 1; month < changes.length; month++) {
            for (int at = 0; at < changes[month].length; at++) {
                changes[month][at] += changes[month - 1][at];
            }
        }
        return Arrays.copyOf(changes, MONTHS.size());
    }

    private static int at(int hopCount, Relation relation) {
        return hopCount * RELATIONS + relation.ordinal();
    }

    private static int[][] counts(int months) {
        return new int[months][(SearchOptions.MOST_HOPS + 1) * RELATIONS];
    }
}

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
import org.tieline.exposure.path.Relation;

/**
 * The first day of each month of twenty years: how many carriers were exposed to a vendor, by hops and by relation. By a
 * sweep of each vendor, and by a search for each day.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(value = 1, jvmArgsAppend = {"-Xms4g", "-Xmx4g", "-XX:+UseTransparentHugePages"})
public class SweepBenchmark {
    private static final List<LocalDate> MONTHS = Stream.iterate(
                    LocalDate.of(2005, 1, 1), month -> month.plusMonths(1))
            .limit(12 * 20)
            .toList();
    private static final int RELATIONS = Relation.values().length;

    /** {@code best}: one vendor; {@code ordinary}: three, all in one operation. */
    @Param({"best", "ordinary"})
    private String vendors;

    @Param({"4", "6"})
    private int hops;

    private ExposureSearch search;
    private ExposureSweep sweep;
    private List<String> starts;
    private SearchOptions options;

    /** Builds the graph, and holds the answers of both ways against each other. */
    @Setup
    public void build() {
        TieGraph graph = LargeGraph.FACTS.graph();
        search = new ExposureSearch(graph);
        sweep = new ExposureSweep(graph);
        List<String> all = ExposureBenchmark.starts(vendors);
        starts = vendors.equals("best") ? all : List.of(all.get(0), all.get(24), all.get(49));
        options = SearchOptions.on(GeneratedFacts.AS_OF).withMaxHops(hops);
        if (!Arrays.deepEquals(searches(), sweep())) {
            throw new AssertionError("sweep and searches do not agree on " + starts);
        }
    }

    /** All months together. */
    @Benchmark
    public int[][][] sweep() {
        return starts.stream().map(this::swept).toArray(int[][][]::new);
    }

    /** A search for each month. */
    @Benchmark
    public int[][][] searches() {
        return starts.stream().map(this::searched).toArray(int[][][]::new);
    }

    /** By month, the number of carriers at {@code hops * RELATIONS + relation}. */
    private int[][] searched(String vendor) {
        int[][] counts = counts(MONTHS.size());
        for (int month = 0; month < counts.length; month++) {
            try (FoundExposures reach = search.reach(vendor, options.withAsOf(MONTHS.get(month)))) {
                for (int i = 0; i < reach.size(); i++) {
                    counts[month][at(reach.hops(i), reach.relation(i))]++;
                }
            }
        }
        return counts;
    }

    private int[][] swept(String vendor) {
        int[][] changes = counts(MONTHS.size() + 1);
        sweep.sweep(vendor, MONTHS.stream().map(options::withAsOf).toList(), (carrier, hopCount, relation, from, to) -> {
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

package org.tieline.exposure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * The questions of {@link ExposureBenchmark} in plain Cypher inside the database's own process: with paths, as people run
 * it, and the same search without. One question an operation; each answer is held against the engine's.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(value = 1, jvmArgsAppend = {"-Xms8g", "-Xmx8g", "--add-opens=java.base/java.nio=ALL-UNNAMED"})
public class ExposureCypherBenchmark {
    /** {@code best}: one vendor; {@code ordinary}: another one at each iteration. */
    @Param({"best", "ordinary"})
    private String vendors;

    @Param({"4", "6"})
    private int hops;

    /** The query with paths, or the one without. */
    @Param({"/cypher/queries/exposures.cypher", "/exposure-hops.cypher"})
    private String query;

    private FilledNeo4j graph;
    private ExposureSearch engine;
    private String text;
    private int asked;

    /** Opens the database, and fills it the first time. */
    @Setup
    public void open() throws IOException {
        graph = LargeGraph.open();
        engine = new ExposureSearch(LargeGraph.FACTS.graph());
        try (InputStream file = ExposureCypherBenchmark.class.getResourceAsStream(query)) {
            text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Closes the database. */
    @TearDown
    public void close() {
        graph.close();
    }

    /** One question. */
    @Benchmark
    public int cypher() {
        List<String> starts = ExposureBenchmark.starts(vendors);
        String vendor = starts.get(asked++ % starts.size());
        Map<String, Integer> found = ask(vendor);
        try (FoundExposures reach = engine.reach(vendor, SearchOptions.on(GeneratedFacts.AS_OF).withMaxHops(hops))) {
            if (reach.size() != found.size()) {
                throw new AssertionError("Cypher found %d, the engine %d".formatted(found.size(), reach.size()));
            }
            for (int i = 0; i < reach.size(); i++) {
                if (found.get(reach.carrier(i)) != reach.hops(i)) {
                    throw new AssertionError(reach.carrier(i));
                }
            }
        }
        return found.size();
    }

    private Map<String, Integer> ask(String vendor) {
        LocalDate asOf = GeneratedFacts.AS_OF;
        Map<String, Object> parameters =
                Map.of(
                        "vendor",
                        vendor,
                        "asOf",
                        asOf,
                        "minStake",
                        20,
                        "maxHops",
                        hops,
                        "maxAge",
                        SearchOptions.DEFAULT_MAX_AGE,
                        "limit",
                        Integer.MAX_VALUE);
        Map<String, Integer> found = new HashMap<>();
        try (Transaction tx = graph.database().beginTx();
                Result rows = tx.execute(text, parameters)) {
            while (rows.hasNext()) {
                Map<String, Object> row = rows.next();
                found.put((String) row.get("carrier"), ((Number) row.get("hops")).intValue());
            }
        }
        return found;
    }
}

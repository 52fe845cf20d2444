package org.tieline.exposure;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.tieline.graph.GraphReader;
import org.tieline.graph.kernel.EmbeddedGraphReader;
import org.tieline.question.Snapshot;
import org.tieline.question.Snapshots;

/** A whole snapshot from the embedded database, in ties a second. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(value = 1, jvmArgsAppend = {"-Xms6g", "-Xmx6g", "--add-opens=java.base/java.nio=ALL-UNNAMED"})
public class SnapshotBenchmark {
    private FilledNeo4j graph;
    private GraphReader reader;

    /** Opens the database, and fills it the first time. */
    @Setup
    public void open() throws IOException {
        graph = LargeGraph.open();
        reader = new EmbeddedGraphReader(graph.database());
    }

    /** Closes the database. */
    @TearDown
    public void close() {
        graph.close();
    }

    /** Reads and packs everything. */
    @Benchmark
    @OperationsPerInvocation(1_500_000)
    public Snapshot take() {
        try (Snapshots snapshots = new Snapshots(reader)) {
            snapshots.refresh();
            return snapshots.current();
        }
    }
}

package org.tieline.graph.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.tieline.config.Settings;
import org.tieline.exposure.GeneratedFacts;
import org.tieline.graph.Progress;
import org.tieline.graph.bolt.ConnectionLimits;
import org.tieline.graph.bolt.DatasetLoader;
import org.tieline.graph.bolt.LoadReport;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.model.Dataset;
import org.tieline.model.Organization;
import org.tieline.model.Source;
import org.tieline.model.Tie;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.Folders;

/**
 * How long it takes to load a new version into a graph that holds the one before, of which some facts differ. Facts, program and
 * embedded database share the memory of one process.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class ReloadBenchmark {
    @Param("1500000")
    private int ties;

    /** How many ties become others; from 20,001 on it takes several transactions. */
    @Param({"1000", "30000"})
    private int different;

    private Path home;
    private EmbeddedServer server;
    private Neo4j neo4j;
    private List<Organization> organizations;
    private List<Source> sources;
    private List<Tie> facts;
    private int version;

    @Setup
    public void fill() throws IOException {
        home = Files.createTempDirectory("tieline-bench");
        server = EmbeddedServer.start(Settings.load(
                Map.of(
                        "TIELINE_HOME",
                        home.toString(),
                        "TIELINE_PORT",
                        "0",
                        "TIELINE_BOLT_PORT",
                        "0",
                        "TIELINE_BROWSER_PORT",
                        "0"),
                null));
        neo4j = Neo4j.connect(
                server.boltUri(), "neo4j", server.access().password(), "neo4j", ConnectionLimits.unhurried(10));
        organizations = new ArrayList<>(ties / 5);
        sources = new ArrayList<>();
        facts = new ArrayList<>(ties);
        GeneratedFacts generated = new GeneratedFacts(ties / 5, ties);
        generated.organizations(organizations::add);
        generated.sources(sources::add);
        generated.ties(facts::add);
        try (GraphFiller filler = new GraphFiller(server.database())) {
            organizations.forEach(filler::add);
            sources.forEach(filler::add);
            facts.forEach(filler::add);
        }
        next();
    }

    /** A version that differs from the one before, loaded. */
    @Benchmark
    public LoadReport next() {
        version++;
        for (int i = 0; version > 1 && i < different; i++) {
            int place = (int) ((long) i * facts.size() / different);
            facts.set(place, described(facts.get(place), "Version " + version));
        }
        Dataset dataset = new Dataset(
                "2026." + version,
                String.format("%064x", version),
                organizations,
                facts,
                List.of(),
                sources);
        LoadReport report = new DatasetLoader(neo4j, Clock.systemUTC()).load(dataset, Progress.NONE);
        if (version > 1 && report.ties().updated() != different) {
            throw new IllegalStateException("another difference: " + report);
        }
        return report;
    }

    private static Tie described(Tie tie, String summary) {
        return new Tie(
                tie.id(),
                tie.from(),
                tie.type(),
                tie.to(),
                tie.since(),
                tie.until(),
                tie.percent(),
                tie.segment(),
                tie.generation(),
                tie.evidence(),
                tie.sources(),
                summary);
    }

    @TearDown
    public void stop() throws IOException {
        neo4j.close();
        server.close();
        Folders.delete(home);
    }
}

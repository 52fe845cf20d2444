package org.tieline.exposure;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.tieline.graph.GraphProblem;
import org.tieline.graph.GraphReader;
import org.tieline.graph.GraphSink;
import org.tieline.graph.bolt.DriverGraphReader;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.model.Organization;
import org.tieline.model.Source;
import org.tieline.model.Tie;
import org.tieline.question.SnapshotBuilder;

/**
 * What a snapshot costs that is read over Bolt: five ties an organization, from a Neo4j in a process of its own on this machine,
 * which is filled the first time. Prints medians, of the reading alone and of the whole snapshot: ties a second, and for each tie
 * the time that passed, that of the processors here and that of those in the process of the database.
 */
public final class BoltBenchmark {
    private static final String SERVE = "serve";
    private static final String LISTENS = "listens at ";
    private static final int TIES_OF_ONE = 5;
    private static final int WARM = 2;

    private BoltBenchmark() {}

    /** In microseconds a tie. */
    private record Cost(double passed, double here, double there) {}

    /** Takes everything and keeps nothing. */
    private static final class Nothing implements GraphSink {
        private int ties;

        @Override
        public void organization(Organization organization) {}

        @Override
        public void source(Source source) {}

        @Override
        public void tie(Tie tie) {
            ties++;
        }

        @Override
        public void problem(GraphProblem problem) {
            throw new IllegalStateException(problem.toString());
        }
    }

    /**
     * Runs.
     *
     * @param args how many organizations, and of how many rounds the median is taken; 300000 and 5 if there are none
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length > 0 && args[0].equals(SERVE)) {
            serve(Integer.parseInt(args[1]));
            return;
        }
        int organizations = args.length == 0 ? 300_000 : Integer.parseInt(args[0]);
        int rounds = args.length < 2 ? 5 : Integer.parseInt(args[1]);
        Process server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx4g",
                        "--add-opens=java.base/java.nio=ALL-UNNAMED",
                        "-Dtieline.bench=" + System.getProperty("tieline.bench", "target/bench"),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        BoltBenchmark.class.getName(),
                        SERVE,
                        String.valueOf(organizations))
                .redirectError(Redirect.INHERIT)
                .start();
        try (Neo4j neo4j = Neo4j.connect(listening(server), "neo4j", "unused", "neo4j")) {
            measure(new DriverGraphReader(neo4j), server.toHandle(), TIES_OF_ONE * organizations, rounds);
        } finally {
            server.getOutputStream().close();
            if (!server.waitFor(1, TimeUnit.MINUTES)) {
                server.destroy();
            }
        }
    }

    private static void serve(int organizations) throws IOException {
        Path home = Path.of(System.getProperty("tieline.bench", "target/bench"), "bolt-" + organizations);
        try (FilledNeo4j graph =
                FilledNeo4j.served(home, new GeneratedFacts(organizations, TIES_OF_ONE * organizations))) {
            System.out.println(LISTENS + graph.bolt());
            // Until whoever asks goes away.
            System.in.read();
        }
    }

    private static URI listening(Process server) throws IOException {
        BufferedReader told = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        for (String line = told.readLine(); line != null; line = told.readLine()) {
            if (line.startsWith(LISTENS)) {
                return URI.create(line.substring(LISTENS.length()));
            }
        }
        throw new IOException("the database did not start");
    }

    private static void measure(GraphReader reader, ProcessHandle server, int ties, int rounds) {
        Cost[] reading = new Cost[rounds];
        Cost[] whole = new Cost[rounds];
        for (int round = -WARM; round < rounds; round++) {
            Nothing nothing = new Nothing();
            Cost read = cost(server, ties, () -> reader.read(nothing));
            if (nothing.ties != ties) {
                throw new IllegalStateException("%d ties were read of %d".formatted(nothing.ties, ties));
            }
            Cost taken = cost(server, ties, () -> SnapshotBuilder.take(reader));
            if (round >= 0) {
                reading[round] = read;
                whole[round] = taken;
            }
        }
        System.out.printf(
                "%,d ties, %d processors, median of %d%n",
                ties, Runtime.getRuntime().availableProcessors(), rounds);
        System.out.println("                 ties a second   microseconds a tie: passed, of CPU here, of the database's CPU");
        print("reading alone", reading);
        print("whole snapshot", whole);
    }

    private static Cost cost(ProcessHandle server, int ties, Runnable work) {
        var here = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long begun = System.nanoTime();
        long cpu = here.getProcessCpuTime();
        long there = server.info().totalCpuDuration().orElseThrow().toNanos();
        work.run();
        long passed = System.nanoTime() - begun;
        return new Cost(
                passed / 1e3 / ties,
                (here.getProcessCpuTime() - cpu) / 1e3 / ties,
                (server.info().totalCpuDuration().orElseThrow().toNanos() - there) / 1e3 / ties);
    }

    private static void print(String what, Cost[] costs) {
        Cost median = Arrays.stream(costs)
                .sorted((one, other) -> Double.compare(one.passed, other.passed))
                .toList()
                .get(costs.length / 2);
        System.out.printf(
                "%-16s %,13.0f   %.2f, %.2f, %.2f%n", what, 1e6 / median.passed, median.passed, median.here, median.there);
    }
}

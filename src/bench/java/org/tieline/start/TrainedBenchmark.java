package org.tieline.start;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tieline.testing.Folders;
import org.tieline.testing.Served;

/**
 * What {@code tieline train} gains, with the shipped data and the program as it is packed: a first start, a later one, each from the
 * command to its addresses, and {@code ask} beside the server; with what Java learned and without, in turns. Prints the seconds of each
 * and those of the processors, the median of all turns.
 *
 * <p>The program is the one that {@code PACKED_TIELINE} names. Argument: how many turns, if not five.
 */
public final class TrainedBenchmark {
    private static final String HEAP = "1g";
    private static final List<String> ASK =
            List.of("ask", "exposures", "--vendor=huawei", "--as-of=2018-12-08", "--carrier-country=US");

    private final Path bench;
    private final Map<What, List<Took>> with = new EnumMap<>(What.class);
    private final Map<What, List<Took>> without = new EnumMap<>(What.class);

    private TrainedBenchmark(Path bench) {
        this.bench = bench;
    }

    /** What is measured. */
    private enum What {
        FIRST("first start"),
        LATER("later start"),
        ASKED("ask beside a server");

        private final String words;

        What(String words) {
            this.words = words;
        }
    }

    /** Seconds of a clock, and of processors. */
    private record Took(double seconds, double worked) {}

    /** Prints a table. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int turns = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        Path bench = Files.createDirectories(
                Path.of(System.getProperty("tieline.bench", "target/bench")).toAbsolutePath());
        TrainedBenchmark benchmark = new TrainedBenchmark(bench);
        Path learned = Program.packed().resolve("../../tieline.aot").normalize();
        Path aside = learned.resolveSibling("tieline.aot.aside");
        MeasuredRun trained = benchmark.run(List.of("train"));
        System.out.printf("learned in %.0f s, %d MB%n", trained.seconds(), Files.size(learned) >> 20);
        for (int turn = 0; turn < turns; turn++) {
            benchmark.measure(benchmark.with);
            Files.move(learned, aside);
            try {
                benchmark.measure(benchmark.without);
            } finally {
                Files.move(aside, learned);
            }
        }
        benchmark.print();
    }

    private void measure(Map<What, List<Took>> all) throws IOException, InterruptedException {
        Path home = home();
        Folders.delete(home);
        add(all, What.FIRST, start(() -> {}));
        add(all, What.LATER, start(() -> {
            MeasuredRun asked = run(ASK);
            if (asked.exitCode() != 0) {
                throw new IllegalStateException("ask ended with the exit code " + asked.exitCode());
            }
            add(all, What.ASKED, new Took(asked.seconds(), asked.worked().toMillis() / 1e3));
        }));
    }

    private Path home() {
        return bench.resolve("trained-home");
    }

    private static void add(Map<What, List<Took>> all, What what, Took took) {
        all.computeIfAbsent(what, first -> new ArrayList<>()).add(took);
    }

    private MeasuredRun run(List<String> arguments) throws IOException, InterruptedException {
        return MeasuredRun.of(HEAP, home(), Redirect.DISCARD, arguments);
    }

    /** What is done with a server before it is told to end. */
    @FunctionalInterface
    private interface Use {
        void run() throws IOException, InterruptedException;
    }

    private Took start(Use use) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        try (Served server = Program.serve(HEAP, home())) {
            server.address("API");
            Took took = new Took((System.nanoTime() - begun) / 1e9, server.worked().toMillis() / 1e3);
            use.run();
            server.stops();
            return took;
        }
    }

    private void print() {
        System.out.println("| | learned | not | processors, learned | not |\n|---|---|---|---|---|");
        for (What what : What.values()) {
            List<Took> learned = with.get(what);
            List<Took> not = without.get(what);
            System.out.printf(
                    "| %s | %.1f s | %.1f s | %.1f s | %.1f s |%n",
                    what.words,
                    median(learned.stream().mapToDouble(Took::seconds).toArray()),
                    median(not.stream().mapToDouble(Took::seconds).toArray()),
                    median(learned.stream().mapToDouble(Took::worked).toArray()),
                    median(not.stream().mapToDouble(Took::worked).toArray()));
        }
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}

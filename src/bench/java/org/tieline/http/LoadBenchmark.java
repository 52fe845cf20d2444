package org.tieline.http;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;
import org.tieline.Tieline;
import org.tieline.dataset.DatasetReader;
import org.tieline.exposure.GeneratedFacts;
import org.tieline.graph.Progress;
import org.tieline.graph.bolt.DatasetLoader;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.model.Dataset;
import org.tieline.model.Organization;
import org.tieline.model.Source;
import org.tieline.model.Tie;
import org.tieline.testing.Folders;
import org.tieline.testing.Served;
import org.tieline.testing.Variants;

/**
 * A server in a process of its own, asked so many questions a second of all kinds, whether it has answered those before or not,
 * while one version of the data after the other is loaded over Bolt. Counts for each question what passed from when it was
 * due, and holds each answer against that of its version; prints the server's heap after a collection before and after, and
 * meanwhile where that is wanted, as each collection holds everybody up. Ends with 1 if anything was answered as it should not be.
 *
 * <p>Arguments are {@code name=value}: {@code rate} (500 a second), {@code seconds} (120), {@code warm} (20 s that do not
 * count), {@code loads} ({@code yes}; {@code no} for none), {@code pause} (0 s between two loads), {@code heap} (0 s between two
 * collections that tell it; 0 for none), {@code organizations} (0 that are generated beside the shipped ones, with five ties each),
 * {@code days} (1; on how many days each question is asked, so that the answer is seldom one that is kept), {@code only} (what the path
 * of a question must have in it; any), {@code beside} (a path that one more client asks again and again, like a matrix or a series of many days), and {@code java}
 * (options of the server, between commas).
 */
public final class LoadBenchmark {
    private static final int VERSIONS = 3;
    private static final int TIES_OF_ONE = 5;
    private static final Duration TOLD = Duration.ofSeconds(10);
    private static final int DIGITS = 3;
    private static final double MILLI = 1e6;
    private static final int MOST_SHOWN = 500;

    private final Map<String, String> given;
    private final Recorder recorder = new Recorder(DIGITS);
    private final Histogram all = new Histogram(DIGITS);
    private final AtomicInteger loads = new AtomicInteger();
    private volatile boolean ended;

    private LoadBenchmark(Map<String, String> given) {
        this.given = given;
    }

    /** Runs. */
    public static void main(String[] args) throws Exception {
        Map<String, String> given = Arrays.stream(args)
                .map(each -> each.split("=", 2))
                .collect(Collectors.toMap(each -> each[0], each -> each[1]));
        Path home = Files.createTempDirectory("tieline-load");
        boolean right = new LoadBenchmark(given).run(home);
        if (right) {
            Folders.delete(home);
        } else {
            System.out.printf("what the server kept and logged is in %s%n", home);
        }
        System.exit(right ? 0 : 1);
    }

    private int number(String name, int usual) {
        return Integer.parseInt(given.getOrDefault(name, String.valueOf(usual)));
    }

    private boolean run(Path home) throws Exception {
        int rate = number("rate", 500);
        int seconds = number("seconds", 120);
        List<Dataset> versions = Variants.of(facts(number("organizations", 0)), VERSIONS);
        try (Served server = Served.start(command(), home.resolve("home"), home.resolve("log"), Served.environment(home));
                ExecutorService threads = Executors.newCachedThreadPool()) {
            URI address = server.address("API");
            String password = server.password();
            URI bolt = server.address("Bolt");
            try (Neo4j neo4j = Neo4j.connect(bolt, "neo4j", password, "neo4j");
                    OpenTraffic traffic = new OpenTraffic(address, questions())) {
                DatasetLoader loader = new DatasetLoader(neo4j, Clock.systemUTC());
                for (Dataset version : versions) {
                    loader.load(version, Progress.NONE);
                    traffic.learn(version.version());
                }
                System.out.printf(
                        "%d questions a second for %d s, %,d ties, %s, %d processors, Java %s%n",
                        rate,
                        seconds,
                        versions.getFirst().ties().size(),
                        isLoading() ? "loads one after the other" : "no loads",
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version());
                Future<?> loading = threads.submit(() -> load(loader, versions));
                Future<?> beside = threads.submit(() -> askBeside(address));
                traffic.run(rate, Duration.ofSeconds(number("warm", 20)), nanoseconds -> {});
                System.out.printf("heap after a collection: %,d MB, before%n", heap(server));
                loads.set(0);
                Future<?> telling = threads.submit(() -> tell(traffic));
                long processor = server.worked().toMillis();
                int part = number("heap", 0) == 0 ? seconds : number("heap", 0);
                for (int done = 0; done < seconds; done += part) {
                    traffic.run(rate, Duration.ofSeconds(Math.min(part, seconds - done)), recorder::recordValue);
                    if (done + part < seconds) {
                        System.out.printf("heap after a collection: %,d MB%n", heap(server));
                    }
                }
                processor = server.worked().toMillis() - processor;
                ended = true;
                telling.get();
                loading.get();
                beside.get();
                System.out.printf("heap after a collection: %,d MB, after%n", heap(server));
                System.out.printf(
                        "all: %s; %,d answered, %,d refused with 503, %d wrong, %d loads, %,d ms of processor of the server%n",
                        told(all), traffic.answered(), traffic.refused(), traffic.wrong.size(), loads.get(), processor);
                Served.get(address.resolve("/metrics"))
                        .body()
                        .lines()
                        .filter(line -> line.startsWith("tieline_snapshot_rebuild_seconds_")
                                || line.startsWith("tieline_kept_answers_"))
                        .forEach(System.out::println);
                traffic.wrong.stream()
                        .limit(3)
                        .map(wrong -> wrong.substring(0, Math.min(wrong.length(), MOST_SHOWN)))
                        .forEach(System.out::println);
                return traffic.wrong.isEmpty();
            } finally {
                // Also where something failed, as the threads are waited for.
                ended = true;
            }
        }
    }

    private List<OpenTraffic.Asked> questions() {
        List<OpenTraffic.Asked> asked = OpenTraffic.MIX.stream()
                .filter(each -> each.path().contains(given.getOrDefault("only", "")))
                .toList();
        int days = number("days", 1);
        return days == 1 ? asked : OpenTraffic.onDays(asked, days);
    }

    private boolean isLoading() {
        return given.getOrDefault("loads", "yes").equals("yes");
    }

    private void load(DatasetLoader loader, List<Dataset> versions) {
        for (int i = 0; !ended && isLoading(); i++) {
            loader.load(versions.get(i % versions.size()), Progress.NONE);
            loads.incrementAndGet();
            LockSupport.parkNanos(Duration.ofSeconds(number("pause", 0)).toNanos());
        }
    }

    private Void askBeside(URI address) throws IOException, InterruptedException {
        String path = given.get("beside");
        long answers = 0;
        long begun = System.nanoTime();
        while (path != null && !ended) {
            HttpResponse<String> answer = Served.get(address.resolve(path));
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " was answered " + answer.body());
            }
            answers++;
        }
        if (path != null) {
            System.out.printf(
                    "beside: %s took %.0f ms on average%n", path, (System.nanoTime() - begun) / MILLI / answers);
        }
        return null;
    }

    /** Tells now and then what passed since it last did. */
    private void tell(OpenTraffic traffic) {
        while (!ended) {
            LockSupport.parkNanos(TOLD.toNanos());
            Histogram since = recorder.getIntervalHistogram();
            all.add(since);
            System.out.printf(
                    "%s; %d loads, %d refused, %d wrong%n",
                    told(since), loads.get(), traffic.refused(), traffic.wrong.size());
        }
    }

    private static String told(Histogram histogram) {
        return "median %.1f ms, 99 of 100 %.1f ms, 999 of 1000 %.1f ms, slowest %.0f ms"
                .formatted(
                        histogram.getValueAtPercentile(50) / MILLI,
                        histogram.getValueAtPercentile(99) / MILLI,
                        histogram.getValueAtPercentile(99.9) / MILLI,
                        histogram.getMaxValue() / MILLI);
    }

    /** The shipped facts, and as many generated ones as are wanted, which are the same in all versions but for every third tie. */
    private static Dataset facts(int organizations) {
        Dataset shipped = DatasetReader.read(Path.of("seed-data"));
        if (organizations == 0) {
            return shipped;
        }
        GeneratedFacts generated = new GeneratedFacts(organizations, TIES_OF_ONE * organizations);
        List<Organization> others = new ArrayList<>(shipped.organizations());
        List<Tie> ties = new ArrayList<>(shipped.ties());
        List<Source> sources = new ArrayList<>(shipped.sources());
        generated.organizations(others::add);
        generated.ties(ties::add);
        generated.sources(sources::add);
        return new Dataset(
                shipped.version(),
                shipped.sha256(),
                others,
                ties,
                shipped.bans(),
                sources,
                shipped.memberships(),
                shipped.identifiers(),
                shipped.subscribers());
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(tool("java"));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        Arrays.stream(given.getOrDefault("java", "").split(","))
                .filter(option -> !option.isEmpty())
                .forEach(command::add);
        command.addAll(List.of("-classpath", System.getProperty("java.class.path"), Tieline.class.getName(), "serve"));
        return command;
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    /** In megabytes, what the server holds after a collection of everything. */
    private static long heap(Served server) throws IOException, InterruptedException {
        jcmd(server, "GC.run");
        Matcher used = Pattern.compile("used (\\d+)K").matcher(jcmd(server, "GC.heap_info"));
        return used.find() ? Long.parseLong(used.group(1)) / 1024 : -1;
    }

    private static String jcmd(Served server, String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(tool("jcmd"), String.valueOf(server.pid()), command).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(1, TimeUnit.MINUTES);
        return output;
    }
}

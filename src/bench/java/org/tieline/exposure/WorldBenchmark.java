package org.tieline.exposure;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Evidence;
import org.tieline.model.Generation;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.PartialDate;
import org.tieline.model.Segment;
import org.tieline.model.Source;
import org.tieline.model.Term;
import org.tieline.model.Tie;
import org.tieline.model.TieType;

/**
 * A graph of the size of the world, built from files and asked: how long that takes, what a tie costs, and how long the
 * best-connected vendor and fifty ordinary ones take to answer, with the count of what was left out. The files are written first
 * if they are not there.
 *
 * <p>{@code mvn -q -Pbench test-compile exec:exec -Dbench.main=org.tieline.exposure.WorldBenchmark
 * -Dbench.args="20000000 100000000" -Djvm.flags=-Xmx12g}
 */
public final class WorldBenchmark {
    private static final int ROUNDS = 3;

    /** After so many ties it is said how far the reading is, which takes minutes. */
    private static final int SAID_AFTER = 10_000_000;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private WorldBenchmark() {}

    /**
     * Builds and asks.
     *
     * @param args the number of organizations, of ties, {@code registers} or {@code shipped} for what there is how often, and a
     *     folder for the files
     */
    public static void main(String[] args) throws IOException {
        int organizations = Integer.parseInt(args.length > 0 ? args[0] : "2000000");
        int ties = Integer.parseInt(args.length > 1 ? args[1] : "10000000");
        String mix = args.length > 2 ? args[2] : "registers";
        Path folder = Path.of(args.length > 3 ? args[3] : "target/world")
                .resolve("%s-%d-%d".formatted(mix, organizations, ties));
        GeneratedFacts facts = mix.equals("registers")
                ? GeneratedFacts.registers(organizations, ties)
                : new GeneratedFacts(organizations, ties);
        if (!Files.exists(folder.resolve("complete"))) {
            say("writing files to " + folder);
            write(facts, folder);
        }
        say("reading " + folder);
        long begin = System.nanoTime();
        TieGraph graph = read(folder);
        say("built from %,.0f MB of CSV in %.1f s".formatted(
                (Files.size(folder.resolve("ties.csv")) + Files.size(folder.resolve("organizations.csv"))) / 1e6,
                seconds(begin)));
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        say("%.1f bytes a tie, %.1f with all else in the heap".formatted(
                graph.bytesPerTie(), (runtime.totalMemory() - runtime.freeMemory()) / (double) ties));
        ExposureSearch search = new ExposureSearch(graph);
        List<String> vendors = facts.vendors();
        for (int hops : new int[] {4, 6}) {
            ask("fifty ordinary vendors", search, vendors.subList(1, vendors.size()), hops);
            ask("the best-connected vendor", search, vendors.subList(0, 1), hops);
        }
    }

    private static void ask(String who, ExposureSearch search, List<String> vendors, int hops) {
        SearchOptions options = SearchOptions.on(GeneratedFacts.AS_OF).withMaxHops(hops);
        double[] times = new double[vendors.size()];
        double[] counts = new double[vendors.size()];
        double[] worked = new double[vendors.size()];
        long carriers = 0;
        for (int round = 0; round < ROUNDS; round++) {
            carriers = 0;
            for (int vendor = 0; vendor < times.length; vendor++) {
                long begin = System.nanoTime();
                long before = THREADS.getCurrentThreadCpuTime();
                try (FoundExposures reach = search.reach(vendors.get(vendor), options)) {
                    long found = System.nanoTime();
                    new LeftOutCount().add(reach);
                    counts[vendor] = (System.nanoTime() - found) / 1e6;
                    carriers += reach.size();
                }
                worked[vendor] = (THREADS.getCurrentThreadCpuTime() - before) / 1e6;
                times[vendor] = (System.nanoTime() - begin) / 1e6;
            }
        }
        Arrays.sort(times);
        Arrays.sort(counts);
        Arrays.sort(worked);
        int middle = times.length / 2;
        int last = times.length - 1;
        say(("%d hops of %s: %.1f ms in the middle, %.1f ms at most (of a processor %.1f and %.1f; what was left out took %.1f"
                        + " and %.1f of it); %,d carriers on average")
                .formatted(
                        hops,
                        who,
                        times[middle],
                        times[last],
                        worked[middle],
                        worked[last],
                        counts[middle],
                        counts[last],
                        carriers / times.length));
    }

    private static void write(GeneratedFacts facts, Path folder) throws IOException {
        long begin = System.nanoTime();
        Files.createDirectories(folder);
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("organizations.csv"))) {
            facts.organizations(organization ->
                    row(out, organization.id(), organization.kind().name()));
        }
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("sources.csv"))) {
            facts.sources(source -> row(out, source.id(), text(source.published())));
        }
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("ties.csv"))) {
            facts.ties(tie -> row(
                    out,
                    tie.id(),
                    tie.from(),
                    tie.type().text(),
                    tie.to(),
                    text(tie.since()),
                    text(tie.until()),
                    text(tie.percent()),
                    tie.segment().stream().map(Term::text).collect(Collectors.joining("|")),
                    tie.generation().stream().map(Term::text).collect(Collectors.joining("|")),
                    tie.evidence().text(),
                    String.join("|", tie.sources())));
        }
        Files.createFile(folder.resolve("complete"));
        say("files written in %.1f s".formatted(seconds(begin)));
    }

    private static void row(BufferedWriter out, String... fields) {
        try {
            for (int field = 0; field < fields.length; field++) {
                out.write(fields[field]);
                out.write(field < fields.length - 1 ? ',' : '\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static TieGraph read(Path folder) throws IOException {
        TieGraphBuilder builder = TieGraph.builder();
        try (var rows = CsvReader.builder().ofCsvRecord(folder.resolve("organizations.csv"))) {
            rows.forEach(row -> builder.add(new Organization(
                    row.getField(0), "-", OrganizationKind.valueOf(row.getField(1)), null, List.of())));
        }
        try (var rows = CsvReader.builder().ofCsvRecord(folder.resolve("sources.csv"))) {
            rows.forEach(row -> builder.add(new Source(row.getField(0), "-", "-", date(row.getField(1)), null)));
        }
        long begin = System.nanoTime();
        try (var rows = CsvReader.builder().ofCsvRecord(folder.resolve("ties.csv"))) {
            int read = 0;
            for (CsvRecord row : rows) {
                builder.add(tie(row));
                read++;
                if (read % SAID_AFTER == 0) {
                    say("%,d ties read in %.1f s".formatted(read, seconds(begin)));
                }
            }
        }
        say("all ties read in %.1f s (of a processor %.1f); packing them"
                .formatted(seconds(begin), THREADS.getCurrentThreadCpuTime() / 1e9));
        begin = System.nanoTime();
        TieGraph graph = builder.build(id -> {
            throw new IllegalStateException("twice: " + id);
        });
        say("packed in %.1f s (everything so far of a processor %.1f)"
                .formatted(seconds(begin), THREADS.getCurrentThreadCpuTime() / 1e9));
        return graph;
    }

    private static Tie tie(CsvRecord row) {
        return new Tie(
                row.getField(0),
                row.getField(1),
                Term.parse(TieType.class, row.getField(2)),
                row.getField(3),
                date(row.getField(4)),
                date(row.getField(5)),
                row.getField(6).isEmpty() ? null : new BigDecimal(row.getField(6)),
                words(row.getField(7), word -> Term.parse(Segment.class, word)),
                words(row.getField(8), word -> Term.parse(Generation.class, word)),
                Term.parse(Evidence.class, row.getField(9)),
                words(row.getField(10), Function.identity()),
                null);
    }

    private static @Nullable PartialDate date(String text) {
        return text.isEmpty() ? null : PartialDate.parse(text);
    }

    private static <T> List<T> words(String text, Function<String, T> word) {
        return text.isEmpty() ? List.of() : Stream.of(text.split("\\|")).map(word).toList();
    }

    private static double seconds(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1_000d;
    }

    private static void say(String text) {
        System.out.println(text);
    }
}

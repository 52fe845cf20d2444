package org.tieline.start;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.tieline.dataset.ManyFacts;
import org.tieline.model.Dataset;
import org.tieline.testing.Folders;

/**
 * What it takes to load a new version into a graph that holds the one before, of which some ties differ: in a process of its own
 * with a small heap, which the embedded database shares, as a person would start it. Prints seconds, those of the processors and the
 * most memory that the process had, Java's and what lies outside.
 *
 * <p>Arguments: organizations, ties, how many of them differ and, if it is not {@code 1g}, the heap, and a version if the releases
 * are to be kept too. Up to 20,000 that differ are written in one transaction.
 */
public final class ReloadBenchmark {
    private static final String SAID = "made up for tie";

    private ReloadBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int organizations = Integer.parseInt(arguments[0]);
        int ties = Integer.parseInt(arguments[1]);
        int different = Integer.parseInt(arguments[2]);
        String heap = arguments.length > 3 ? arguments[3] : "1g";
        String version = arguments.length > 4 ? arguments[4] : Dataset.UNVERSIONED;
        Path bench = Files.createDirectories(
                Path.of(System.getProperty("tieline.bench", "target/bench")).toAbsolutePath());
        Path before = folder(bench, organizations, ties, version);
        Path after = folder(bench, organizations, ties, version + ".1");
        differ(before, after, ties / different);
        if (version.equals(Dataset.UNVERSIONED)) {
            Files.deleteIfExists(after.resolve("datapackage.json"));
        }
        System.out.printf("%d organizations, %d ties, %d differ, -Xmx%s%n", organizations, ties, different, heap);
        Path home = bench.resolve("reload-home");
        Folders.delete(home);
        run("first", heap, home, before);
        run("another", heap, home, after);
        run("the same again", heap, home, after);
        Folders.delete(home);
    }

    private static Path folder(Path bench, int organizations, int ties, String version) throws IOException {
        Path folder = bench.resolve("many-%d-%d-%s".formatted(organizations, ties, version));
        if (Files.notExists(folder)) {
            new ManyFacts(organizations, ties).write(folder, version);
        }
        return folder;
    }

    /** Copies the ties of a folder, of which every so many says something else. */
    private static void differ(Path from, Path to, int every) throws IOException {
        try (Stream<String> lines = Files.lines(from.resolve("ties.csv"));
                BufferedWriter out = Files.newBufferedWriter(to.resolve("ties.csv"))) {
            Iterator<String> each = lines.iterator();
            for (int row = 0; each.hasNext(); row++) {
                String line = each.next();
                out.write(row % every == 1 ? line.replace(SAID, "made up again for tie") : line);
                out.write('\n');
            }
        }
    }

    private static void run(String what, String heap, Path home, Path folder) throws IOException, InterruptedException {
        MeasuredRun run = MeasuredRun.of(heap, home, Redirect.INHERIT, List.of("load", folder.toString()));
        System.out.printf(
                "%s: exit code %d, %.1f s, %d s of CPU, at most %d MB%n",
                what, run.exitCode(), run.seconds(), run.worked().toSeconds(), run.mostBytes() >> 20);
    }
}

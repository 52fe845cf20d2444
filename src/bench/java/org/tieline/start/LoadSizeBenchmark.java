package org.tieline.start;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.tieline.dataset.ManyFacts;
import org.tieline.model.Dataset;
import org.tieline.testing.Folders;

/**
 * What it takes to check a folder of any size, and to load it into an embedded database that is not there yet: each in a process of
 * its own with a small heap, as a person would start it. Prints seconds, those of the processors, ties a second and the most memory
 * that the process had, Java's and what lies outside.
 *
 * <p>Arguments: organizations, ties and, if it is not {@code 1g}, the heap, and a version if the release is to be kept too.
 */
public final class LoadSizeBenchmark {
    private LoadSizeBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int organizations = Integer.parseInt(arguments[0]);
        int ties = Integer.parseInt(arguments[1]);
        String heap = arguments.length > 2 ? arguments[2] : "1g";
        String version = arguments.length > 3 ? arguments[3] : Dataset.UNVERSIONED;
        Path bench = Files.createDirectories(
                Path.of(System.getProperty("tieline.bench", "target/bench")).toAbsolutePath());
        Path folder = bench.resolve("many-%d-%d-%s".formatted(organizations, ties, version));
        if (Files.notExists(folder)) {
            new ManyFacts(organizations, ties).write(folder, version);
        }
        System.out.printf(
                "%d organizations, %d ties, %d MB of CSV, -Xmx%s%n", organizations, ties, size(folder) >> 20, heap);
        Path home = bench.resolve("many-home");
        Folders.delete(home);
        run("check", ties, heap, home, folder);
        run("load", ties, heap, home, folder);
        System.out.printf("the database has %d MB%n", size(home) >> 20);
    }

    private static void run(String command, int ties, String heap, Path home, Path folder)
            throws IOException, InterruptedException {
        MeasuredRun run = MeasuredRun.of(heap, home, Redirect.INHERIT, List.of(command, folder.toString()));
        System.out.printf(
                "%s: exit code %d, %.1f s, %d s of CPU, %.0f ties a second, at most %d MB%n",
                command,
                run.exitCode(),
                run.seconds(),
                run.worked().toSeconds(),
                ties / run.seconds(),
                run.mostBytes() >> 20);
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}

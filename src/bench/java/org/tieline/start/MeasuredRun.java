package org.tieline.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How a command did in a process of its own with a small heap, as a person would start it.
 *
 * @param seconds from its start to its end
 * @param worked what the processors did for it
 * @param mostBytes the most memory that the process had, Java's and what lies outside; 0 where the system does not tell it as Linux
 *     does
 */
public record MeasuredRun(int exitCode, double seconds, Duration worked, long mostBytes) {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    /** After so long a process is given up. */
    private static final Duration LONGEST = Duration.ofHours(1);

    /**
     * Runs a command to its end.
     *
     * @param heap its most, {@code 1g}
     * @param home where it finds or makes its graph
     * @param output where its words go
     */
    public static MeasuredRun of(String heap, Path home, Redirect output, List<String> command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(Program.command(heap, command))
                .redirectErrorStream(true)
                .redirectOutput(output);
        builder.environment().put("TIELINE_HOME", home.toString());
        long begun = System.nanoTime();
        Process process = builder.start();
        long mostBytes = 0;
        Duration worked = Duration.ZERO;
        while (!process.waitFor(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
            mostBytes = Math.max(mostBytes, mostBytes(process));
            worked = process.info().totalCpuDuration().orElse(worked);
            if (System.nanoTime() - begun > LONGEST.toNanos()) {
                process.destroyForcibly();
            }
        }
        return new MeasuredRun(process.exitValue(), (System.nanoTime() - begun) / 1e9, worked, mostBytes);
    }

    private static long mostBytes(Process process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }
}

package org.tieline.start;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.tieline.testing.Folders;
import org.tieline.testing.Served;

/** A server that starts for the first time in a process of its own, and can be halted at any moment. */
final class FirstStart implements AutoCloseable {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    /** Between two looks, each of which is work itself, so that the start is not slowed down by who watches it. */
    private static final Duration PAUSE = Duration.ofMillis(1);

    private final Path home;
    private final Served served;
    private final Process signals;
    private final Writer toSignals;
    private final BufferedReader fromSignals;
    private final long end = System.nanoTime() + LONGEST_WAIT.toNanos();

    /** How far a start has come. */
    enum Phase {
        /** Java and the database start. */
        DATABASE,
        /** Constraints and indexes are made. */
        SCHEMA,
        /** Data are written. */
        LOAD,
        DONE
    }

    FirstStart(Path home, Path log) throws IOException {
        this.home = home;
        served = Served.start(home, log, Map.of());
        // A program for each signal would take longer to start than some moments of a start last.
        signals = new ProcessBuilder(
                        "sh", "-c", "while read signal; do kill -$signal " + served.pid() + " && echo sent; done")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        toSignals = signals.outputWriter(StandardCharsets.UTF_8);
        fromSignals = signals.inputReader(StandardCharsets.UTF_8);
    }

    Phase phase() {
        String text = served.log();
        if (text.contains("Loaded data set")) {
            return Phase.DONE;
        }
        if (text.contains("Constraints and indexes are there")) {
            return Phase.LOAD;
        }
        return text.contains("loading data set") ? Phase.SCHEMA : Phase.DATABASE;
    }

    /**
     * Waits until it has worked for some time more, however busy the machine is, or has come into another phase.
     *
     * @param phase that it was in before
     * @param atWrite whether to wait for the next write to the database's log after that too
     */
    Phase after(Phase phase, Duration work, boolean atWrite) {
        Duration wanted = worked().plus(work);
        while (phase() == phase && worked().compareTo(wanted) < 0) {
            pause();
        }
        long written = written();
        while (atWrite && phase() == phase && written() == written) {
            pause();
        }
        return phase();
    }

    private void pause() {
        requireTime();
        if (!served.isAlive()) {
            throw new AssertionError("the start has ended: " + served.log());
        }
        LockSupport.parkNanos(PAUSE.toNanos());
    }

    private void requireTime() {
        if (System.nanoTime() - end > 0) {
            throw new AssertionError("the start does not go on: " + served.log());
        }
    }

    private Duration worked() {
        return served.worked();
    }

    /** The size of the log of transactions; 0 before there is one. */
    private long written() {
        Path transactions =
                home.resolve(Path.of("neo4j", "data", "transactions", "neo4j", "neostore.transaction.db.0"));
        try {
            return Files.size(transactions);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Halts it, copies all that has reached the files, which is what a kill would leave, and lets it go on. */
    void copyTo(Path copy) throws IOException {
        signal("STOP");
        try {
            // A signal is sent before the last thread has halted.
            Map<Path, FileState> before = null;
            for (Map<Path, FileState> now = files(); !now.equals(before); now = files()) {
                requireTime();
                before = now;
                copyFiles(now.keySet(), copy);
            }
        } finally {
            signal("CONT");
        }
    }

    /** What shows that a file was written to. */
    private record FileState(FileTime written, long size) {}

    private Map<Path, FileState> files() throws IOException {
        while (Files.exists(home)) {
            requireTime();
            try (Stream<Path> walked = Files.walk(home)) {
                Map<Path, FileState> files = new LinkedHashMap<>();
                for (Path file : walked.toList()) {
                    BasicFileAttributes state = Files.readAttributes(file, BasicFileAttributes.class);
                    files.put(file, new FileState(state.lastModifiedTime(), state.size()));
                }
                return files;
            } catch (UncheckedIOException | NoSuchFileException e) {
                // One was removed meanwhile: it has not halted yet.
                Thread.onSpinWait();
            }
        }
        // It was halted before it made the folder.
        return Map.of();
    }

    private void copyFiles(Set<Path> files, Path copy) throws IOException {
        Folders.delete(copy);
        for (Path file : files) {
            Path target = copy.resolve(home.relativize(file));
            try {
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            } catch (NoSuchFileException e) {
                return;
            }
        }
    }

    private void signal(String name) throws IOException {
        toSignals.write(name + "\n");
        toSignals.flush();
        if (fromSignals.readLine() == null) {
            throw new AssertionError("the process is gone: " + served.log());
        }
    }

    /** Kills the process at once. */
    @Override
    public void close() throws IOException {
        toSignals.close();
        served.close();
    }
}

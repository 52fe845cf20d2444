package org.tieline;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.tieline.testing.Patience;

/** A disk of a few megabytes, in memory. */
final class SmallDisk implements AutoCloseable {
    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Mounts one at a folder that is made; the test is skipped where that is not allowed. */
    static SmallDisk at(Path folder, int megabytes) throws IOException {
        Files.createDirectories(folder);
        String refused = run("mount", "-t", "tmpfs", "-o", "size=%dm".formatted(megabytes), "tmpfs", folder.toString());
        if (refused != null) {
            abort("no disk can be mounted here: " + refused);
        }
        return new SmallDisk(folder);
    }

    /** What is on it stays. */
    void resize(int megabytes) throws IOException {
        remount("size=%dm".formatted(megabytes));
    }

    void makeReadOnly() throws IOException {
        remount("ro");
    }

    private void remount(String option) throws IOException {
        require(run("mount", "-o", "remount," + option, folder.toString()));
    }

    private static void require(String refused) {
        if (refused != null) {
            throw new AssertionError(refused);
        }
    }

    /** Null if it succeeded, else what it said. */
    private static String run(String... command) throws IOException {
        Process process;
        try {
            process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            return e.toString();
        }
        String said = new String(process.getInputStream().readAllBytes()).strip();
        int code = process.onExit()
                .orTimeout(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS)
                .join()
                .exitValue();
        return code == 0 ? null : "%s: %s".formatted(String.join(" ", command), said);
    }

    /** Unmounts it, at the latest when nobody uses it any more. */
    @Override
    public void close() throws IOException {
        require(run("umount", "-l", folder.toString()));
    }
}

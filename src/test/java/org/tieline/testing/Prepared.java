package org.tieline.testing;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tieline.Tieline;

/**
 * What spares servers of tests a part of their start: an archive of the classes that they load, and a home in which the
 * shipped data are. The first test that starts a server makes both, for all processes, in the folder that the system property
 * {@code prepared.folder} names; where it names none, as in the quick loop, or the program is not packed, servers start as they
 * do elsewhere.
 */
final class Prepared {
    private static final Optional<Path> FOLDER = Optional.of(System.getProperty("prepared.folder", ""))
            .filter(named -> !named.isBlank())
            .map(Path::of)
            .filter(folder -> Files.isRegularFile(program()));

    private Prepared() {}

    /** Of this process. */
    private static final class Holder {
        static {
            FOLDER.ifPresent(Prepared::make);
        }

        private static Optional<Path> file(String name) {
            return FOLDER.map(folder -> folder.resolve(name)).filter(Files::exists);
        }
    }

    /** Flags for a class path that begins with the jars of this one; none where Java has made no archive. */
    static List<String> flags() {
        return Holder.file("classes.jsa")
                // What Java says of an archive that fits in part would be in the way of what a program says.
                .map(archive -> List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:disable"))
                .orElse(List.of());
    }

    /** Makes a home that holds the shipped data, if that was prepared. */
    static void copyHome(Path home) throws IOException {
        Optional<Path> prepared = Holder.file("home");
        if (prepared.isPresent()) {
            Folders.copy(prepared.get(), home);
        }
    }

    /** Once for all processes that want it. */
    private static void make(Path folder) {
        String name = folder.getFileName().toString();
        try {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            try (FileChannel lock = FileChannel.open(folder.resolveSibling(name + ".lock"), CREATE, WRITE)) {
                lock.lock();
                if (isOld(folder)) {
                    Path unfinished = folder.resolveSibling(name + ".unfinished");
                    Folders.delete(folder);
                    Folders.delete(unfinished);
                    serveIn(Files.createDirectory(unfinished));
                    Files.move(unfinished, folder);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static boolean isOld(Path folder) throws IOException {
        return Files.notExists(folder)
                || Files.getLastModifiedTime(folder).compareTo(Files.getLastModifiedTime(program())) < 0;
    }

    /** Where the program's classes are. */
    private static Path program() {
        try {
            return Path.of(Tieline.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void serveIn(Path folder) throws IOException, InterruptedException {
        List<String> command = OwnJava.ofJars(
                // An archive holds verified classes alone.
                List.of(
                        "-XX:+BytecodeVerificationRemote",
                        "-XX:ArchiveClassesAtExit=" + folder.resolve("classes.jsa"),
                        "-Xlog:disable"),
                Tieline.class,
                "serve");
        try (Served served = Served.start(command, folder.resolve("home"), folder.resolve("log"), Map.of())) {
            int status = Served.get(served.address("Try")).statusCode();
            if (status != 200 || !served.stops()) {
                throw new AssertionError(
                        "a server to learn from answered %d; the log is %s".formatted(status, served.log()));
            }
        }
    }
}

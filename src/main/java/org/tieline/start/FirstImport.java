package org.tieline.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.neo4j.io.fs.FileUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.config.Settings;
import org.tieline.graph.Progress;
import org.tieline.graph.bulk.BulkImport;
import org.tieline.graph.bulk.ExpectedSize;
import org.tieline.model.DatasetSummary;
import org.tieline.model.TielineException;
import org.tieline.model.TielineException.DatabaseUnavailable;
import org.tieline.model.TielineException.InvalidData;

/**
 * The first data of an embedded database where they are many: imported while it is not there yet, in bounded memory. Made in a
 * folder beside and moved into its place when it is whole, so that a start that is killed leaves nothing that the next one would
 * take for a database.
 */
public final class FirstImport {
    private static final Logger LOG = LoggerFactory.getLogger(FirstImport.class);

    /**
     * In bytes of CSV. What is less is loaded over Bolt in about ten seconds, which is what an import takes at the least: it starts a
     * Neo4j of its own to make constraints and indexes.
     */
    private static final long LEAST = 8L << 20;

    private static final String DATABASE = "neo4j";
    private static final String UNFINISHED = "neo4j.unfinished";

    /** Bytes of CSV for a row of a tie, and for one of any other table, about. */
    private static final int TIE = 170;

    private static final int OTHER = 80;

    /** So many times the size of the CSV is what the database takes with its indexes, about. */
    private static final int GROWTH = 4;

    /** Bytes of Java's memory that a check takes, about: at the least, for each row that others refer to, and for each tie. */
    private static final long BASE = 128L << 20;

    private static final int MEMORY_OF_NODE = 80;
    private static final int MEMORY_OF_TIE = 24;

    private FirstImport() {}

    /**
     * Imports folders, which are read as one data set, if the settings have an embedded database that is not there yet and the
     * folders are large.
     *
     * @return what was imported; empty if nothing was, and a load is to bring the data
     * @throws InvalidData if the folders have errors
     * @throws DatabaseUnavailable if there is no room for the database
     */
    public static Optional<DatasetSummary> run(Settings settings, List<Path> folders, Progress progress) {
        return run(settings, folders, LEAST, progress);
    }

    /** Whether folders hold so much that nobody wants to read them as a whole for nothing. */
    public static boolean isMuch(List<Path> folders) {
        return bytes(folders) >= LEAST;
    }

    /** @param least so many bytes the folders must have */
    static Optional<DatasetSummary> run(Settings settings, List<Path> folders, long least, Progress progress) {
        Path home = settings.home();
        if (!settings.embedded() || Files.exists(home.resolve(DATABASE)) || bytes(folders) < least) {
            return Optional.empty();
        }
        Optional<HomeLock> free = HomeLock.take(home);
        if (free.isEmpty()) {
            return Optional.empty();
        }
        HomeLock lock = free.get();
        try (lock) {
            // Another process may have made it until the lock was free.
            return Files.exists(home.resolve(DATABASE))
                    ? Optional.empty()
                    : Optional.of(make(home, settings.neo4jDatabase(), folders, progress));
        } catch (IOException e) {
            throw unusable(home, e);
        }
    }

    private static DatasetSummary make(Path home, String database, List<Path> folders, Progress progress)
            throws IOException {
        requireRoom(home, folders);
        tellMemory(folders);
        removeUnfinished(home);
        Path unfinished = Files.createDirectory(home.resolve(UNFINISHED));
        try {
            LOG.info("importing {}", folders);
            DatasetSummary imported = BulkImport.run(
                    new BulkImport.Target(unfinished, database, expected(folders)),
                    new DatasetStream(folders),
                    Clock.systemUTC(),
                    progress);
            Files.move(unfinished, home.resolve(DATABASE), StandardCopyOption.ATOMIC_MOVE);
            LOG.info("Imported data set {}: {}", imported.version(), imported);
            return imported;
        } catch (TielineException e) {
            throw e;
        } catch (RuntimeException e) {
            // Neo4j wraps what the disk said.
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof IOException failure) {
                    throw unusable(home, failure);
                }
            }
            throw e;
        } finally {
            removeUnfinished(home);
        }
    }

    /** Removes what a start left that was killed while it imported. For who has the lock of the home. */
    static void removeUnfinished(Path home) throws IOException {
        FileUtils.deleteDirectory(home.resolve(UNFINISHED));
    }

    /** Warns where Java will probably have too little memory for a check, which is known before by the size of the files alone. */
    public static void tellMemory(List<Path> folders) {
        ExpectedSize expected = expected(folders);
        long wanted = BASE + expected.nodes() * MEMORY_OF_NODE + expected.ties() * MEMORY_OF_TIE;
        long most = Runtime.getRuntime().maxMemory();
        if (wanted > most) {
            LOG.warn(
                    "the folders may want {} MB of memory, and Java has {} MB; where it ends for want of memory, start it with TIELINE_JAVA_OPTIONS=-Xmx{}m",
                    wanted >> 20,
                    most >> 20,
                    wanted >> 20);
        }
    }

    private static void requireRoom(Path home, List<Path> folders) {
        long wanted = bytes(folders) * GROWTH;
        long room = home.toFile().getUsableSpace();
        if (room < wanted) {
            throw new DatabaseUnavailable(
                    "the database wants about %d MB on the disk of %s, which has room for %d MB; make room and start again"
                            .formatted(wanted >> 20, home, room >> 20),
                    null);
        }
    }

    private static DatabaseUnavailable unusable(Path home, IOException failure) {
        return new DatabaseUnavailable(
                "the data could not be imported into %s: %s; nothing was loaded".formatted(home, failure), failure);
    }

    private static ExpectedSize expected(List<Path> folders) {
        long ties = folders.stream()
                .mapToLong(folder -> size(folder.resolve("ties.csv")))
                .sum();
        return new ExpectedSize((bytes(folders) - ties) / OTHER + 1, ties / TIE + 1);
    }

    /** Of all tables. */
    private static long bytes(List<Path> folders) {
        return folders.stream()
                .flatMap(folder -> Stream.of(
                                "organizations", "ties", "bans", "sources", "memberships", "identifiers", "subscribers")
                        .map(table -> folder.resolve(table + ".csv")))
                .mapToLong(FirstImport::size)
                .sum();
    }

    /** What cannot be read is told by whoever reads it. */
    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }
}

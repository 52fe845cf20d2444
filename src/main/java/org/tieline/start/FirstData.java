package org.tieline.start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.config.Setting;
import org.tieline.config.Settings;
import org.tieline.dataset.DatasetReader;
import org.tieline.graph.Progress;
import org.tieline.graph.bolt.DatasetLoader;
import org.tieline.model.Dataset;
import org.tieline.model.DatasetSummary;
import org.tieline.model.FactSink.Feed;
import org.tieline.model.TielineException.BadSettings;
import org.tieline.model.TielineException.DatabaseUnavailable;

/**
 * The data that a start brings into the graph.
 *
 * <p>A folder that the settings name is brought whenever the graph holds other data. The data set that travels with the
 * program is brought into an empty graph, and in the place of an older copy of itself; what somebody loaded or made stays.
 * The same data set is never written twice.
 */
public final class FirstData {
    private static final Logger LOG = LoggerFactory.getLogger(FirstData.class);

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private final boolean shipped;
    private final CompletableFuture<DatasetSummary> wanted;

    /** Brings the data for a load. */
    private final Supplier<Feed> facts;

    /** @param shipped whether they are those that travel with the program */
    FirstData(boolean shipped, CompletableFuture<Dataset> dataset) {
        this(shipped, dataset.thenApply(DatasetSummary::of), () -> Feed.of(dataset.join()));
    }

    private FirstData(boolean shipped, CompletableFuture<DatasetSummary> wanted, Supplier<Feed> facts) {
        this.shipped = shipped;
        this.wanted = wanted;
        this.facts = facts;
    }

    /** What the graph has already, as it was imported before the database was started. */
    private static FirstData imported(boolean shipped, Path folder, DatasetSummary imported) {
        return new FirstData(
                shipped, CompletableFuture.completedFuture(imported), () -> new DatasetStream(List.of(folder)));
    }

    /** Much is not held in memory; it is read once more if the graph turns out to hold other data. */
    private static FirstData read(boolean shipped, Path folder) {
        return FirstImport.isMuch(List.of(folder))
                ? new FirstData(
                        shipped,
                        CompletableFuture.supplyAsync(
                                () -> DatasetReader.check(List.of(folder)).summary()),
                        () -> new DatasetStream(List.of(folder)))
                : new FirstData(shipped, CompletableFuture.supplyAsync(() -> DatasetReader.read(folder)));
    }

    /**
     * Starts to read and check the folder, beside whatever else starts. Where there is much in it and the database is not there yet, it
     * is imported before this returns.
     *
     * @throws BadSettings if there is no such folder
     */
    static FirstData reading(Settings settings) {
        Path given = settings.data();
        boolean shipped = given == null;
        Path folder = given != null
                ? given
                : ShippedData.folder()
                        .orElseThrow(() -> new BadSettings(
                                List.of("%s must be set: the data set that travels with the program is not beside it"
                                        .formatted(Setting.TIELINE_DATA))));
        if (!Files.isDirectory(folder)) {
            throw new BadSettings(
                    List.of("%s must be a folder of CSV files, was %s".formatted(Setting.TIELINE_DATA, folder)));
        }
        return FirstImport.run(settings, List.of(folder), new LoadProgress())
                .map(imported -> imported(shipped, folder, imported))
                .orElseGet(() -> read(shipped, folder));
    }

    /**
     * For one piece of work on the graph: a connection as {@link Connection#visiting} gives it, to a graph that has its first data.
     * Those of an embedded database that was started for it are brought; to any other its server brings them.
     *
     * @throws org.tieline.model.TielineException if there are no data, they have errors, or the database cannot be reached
     */
    public static Connection visiting(Settings settings) {
        Path given = settings.data();
        Optional<FirstData> imported = given == null
                ? Optional.empty()
                : FirstImport.run(settings, List.of(given), new LoadProgress())
                        .map(summary -> imported(false, given, summary));
        Connection connection = Connection.visiting(settings);
        try {
            if (connection.server().isPresent()) {
                imported.orElseGet(() -> reading(settings)).bringTo(connection, new LoadProgress());
            }
            return connection;
        } catch (RuntimeException | Error e) {
            connection.close();
            throw e;
        }
    }

    /**
     * Brings the data if the graph is to have them. The graph has all of them or, after a failure, what it had.
     *
     * @return whether they were written
     * @throws org.tieline.model.TielineException.InvalidData if the folder has errors
     * @throws org.tieline.model.TielineException.DatabaseUnavailable if the database cannot be reached, or another process
     *     is loading
     */
    boolean bringTo(Connection connection, Progress progress) {
        DatasetLoader loader = connection.loader();
        if (contents(connection).loading()) {
            settle(loader, connection.server().isPresent(), progress);
        }
        DatasetSummary data = wanted();
        GraphContents held = contents(connection);
        boolean same = held.sameAs(data);
        if (same) {
            LOG.info("the graph holds data set {} already", data.version());
        } else if (!shipped || held.shipped() || held.nothing()) {
            LOG.info("loading data set {}", data.version());
            loader.load(facts.get(), progress);
        } else {
            String what = held.sha256() == null ? "what was made by hand" : "data set " + held.version();
            LOG.info("the graph holds {}, which stays; the shipped data set is {}", what, data.version());
            return false;
        }
        if (shipped && !(same && held.shipped())) {
            GraphContents.markShipped(connection.neo4j());
        }
        return !same;
    }

    private static GraphContents contents(Connection connection) {
        return connection
                .server()
                .map(server -> GraphContents.in(server.database()))
                .orElseGet(() -> GraphContents.in(connection.neo4j()));
    }

    /**
     * Ends what a load that was killed has left.
     *
     * @param patient whether to wait for one that is still under way, as one may be that outlived the database's last process
     */
    private static void settle(DatasetLoader loader, boolean patient, Progress progress) {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (true) {
            try {
                loader.settle(progress);
                return;
            } catch (DatabaseUnavailable e) {
                if (!patient || e.reason() != DatabaseUnavailable.Reason.LOADING || System.nanoTime() > end) {
                    throw e;
                }
                LOG.debug("waiting: {}", e.getMessage());
                LockSupport.parkNanos(PAUSE.toNanos());
                if (Thread.currentThread().isInterrupted()) {
                    throw e;
                }
            }
        }
    }

    private DatasetSummary wanted() {
        try {
            return wanted.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }
}

package org.tieline;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.neo4j.driver.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.config.Setting;
import org.tieline.config.Settings;
import org.tieline.dataset.DatasetReader;
import org.tieline.graph.DatasetLoader;
import org.tieline.graph.Neo4j;
import org.tieline.graph.Progress;
import org.tieline.model.Dataset;
import org.tieline.model.TielineException.BadSettings;

/**
 * The data that a start brings into the graph.
 *
 * <p>A folder that the settings name is brought whenever the graph holds other data. The data set that travels with the
 * program is brought into an empty graph, and in the place of an older copy of itself; what somebody loaded or made stays.
 * The same data set is never written twice.
 */
final class FirstData {
    private static final Logger LOG = LoggerFactory.getLogger(FirstData.class);

    private final boolean shipped;
    private final CompletableFuture<Dataset> dataset;

    private FirstData(boolean shipped, CompletableFuture<Dataset> dataset) {
        this.shipped = shipped;
        this.dataset = dataset;
    }

    /** Starts to read and check the folder, beside whatever else starts. */
    static FirstData reading(Settings settings) {
        boolean shipped = settings.data() == null;
        Path folder = shipped
                ? ShippedData.folder()
                        .orElseThrow(() -> new BadSettings(
                                List.of("%s must be set: the data set that travels with the program is not beside it"
                                        .formatted(Setting.TIELINE_DATA))))
                : settings.data();
        return new FirstData(shipped, CompletableFuture.supplyAsync(() -> DatasetReader.read(folder)));
    }

    /**
     * Brings the data if the graph is to have them. The graph has all of them or, after a failure, what it had.
     *
     * @throws org.tieline.model.TielineException.InvalidData if the folder has errors
     * @throws org.tieline.model.TielineException.DatabaseUnavailable if the database cannot be reached
     */
    void bringTo(Neo4j neo4j, Progress progress) {
        Dataset wanted = dataset();
        Held held = held(neo4j);
        if (held.sameAs(wanted)) {
            LOG.info("the graph holds data set {} already", held.version);
        } else if (!shipped || held.shipped || held.empty()) {
            LOG.info("loading data set {}", wanted.version());
            new DatasetLoader(neo4j, Clock.systemUTC()).load(wanted, progress);
        } else {
            LOG.info(
                    "the graph holds data set {}, which stays; the shipped data set is {}",
                    held.version == null ? "of its own making" : held.version,
                    wanted.version());
            return;
        }
        if (shipped && !held.shippedAs(wanted)) {
            neo4j.write(tx -> tx.run("MATCH (d:Dataset {slot: 'current'}) SET d.shipped = true")
                    .consume());
        }
    }

    private Dataset dataset() {
        try {
            return dataset.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /** What the graph holds; version and digest are null if no data set was loaded. */
    private record Held(String version, String sha256, boolean shipped, boolean organizations) {
        boolean sameAs(Dataset dataset) {
            return dataset.version().equals(version) && dataset.sha256().equals(sha256);
        }

        boolean shippedAs(Dataset dataset) {
            return shipped && sameAs(dataset);
        }

        boolean empty() {
            return sha256 == null && !organizations;
        }
    }

    private static Held held(Neo4j neo4j) {
        return neo4j.read(tx -> {
            Record row = tx.run("""
                            OPTIONAL MATCH (d:Dataset {slot: 'current'})
                            RETURN d.version AS version, d.sha256 AS sha256, coalesce(d.shipped, false) AS shipped,
                                   EXISTS { MATCH (:Organization) } AS organizations
                            """).single();
            return new Held(
                    row.get("version").asString(null),
                    row.get("sha256").asString(null),
                    row.get("shipped").asBoolean(),
                    row.get("organizations").asBoolean());
        });
    }
}

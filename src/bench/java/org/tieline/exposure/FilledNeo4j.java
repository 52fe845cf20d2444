package org.tieline.exposure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.io.fs.FileUtils;
import org.tieline.graph.Progress;
import org.tieline.graph.bulk.BulkImport;
import org.tieline.graph.bulk.ExpectedSize;
import org.tieline.model.Dataset;
import org.tieline.model.DatasetSummary;

/** Generated facts in an embedded Neo4j, kept in a folder from one run to the next. */
public final class FilledNeo4j implements AutoCloseable {
    private static final long PAGE_CACHE = 4L << 30;

    private final double filledIn;
    private final DatabaseManagementService service;

    private FilledNeo4j(double filledIn, DatabaseManagementService service) {
        this.filledIn = filledIn;
        this.service = service;
    }

    /**
     * Opens the database, and fills it the first time, which may take long.
     *
     * @param home the folder, kept from one run to the next; always of the same facts
     */
    public static FilledNeo4j open(Path home, GeneratedFacts facts) throws IOException {
        Path complete = home.resolve("complete");
        if (!Files.exists(complete)) {
            Instant began = Instant.now();
            fill(home, facts);
            Files.writeString(complete, Double.toString(Duration.between(began, Instant.now()).toMillis() / 1_000.0));
        }
        String filledIn = Files.readString(complete);
        return new FilledNeo4j(
                filledIn.isEmpty() ? Double.NaN : Double.parseDouble(filledIn),
                new DatabaseManagementServiceBuilder(home)
                        .setConfig(GraphDatabaseSettings.default_language, GraphDatabaseSettings.CypherVersion.Cypher25)
                        .setConfig(GraphDatabaseSettings.pagecache_memory, PAGE_CACHE)
                        .setConfig(GraphDatabaseSettings.udc_enabled, false)
                        .build());
    }

    private static void fill(Path home, GeneratedFacts facts) throws IOException {
        FileUtils.deleteDirectory(home.resolve("data"));
        Files.createDirectories(home);
        BulkImport.run(
                new BulkImport.Target(
                        home,
                        GraphDatabaseSettings.DEFAULT_DATABASE_NAME,
                        new ExpectedSize(facts.organizationCount() + GeneratedFacts.SOURCES, facts.tieCount()),
                        false),
                sink -> {
                    facts.organizations(sink::organization);
                    facts.sources(sink::source);
                    facts.ties(sink::tie);
                    return new DatasetSummary(
                            Dataset.UNVERSIONED,
                            "",
                            facts.organizationCount(),
                            facts.tieCount(),
                            0,
                            GeneratedFacts.SOURCES,
                            0,
                            0,
                            0);
                },
                Clock.systemUTC(),
                Progress.NONE);
    }

    /** The seconds that filling took, whenever that was; NaN if nobody looked. */
    public double filledIn() {
        return filledIn;
    }

    /** The database. */
    public GraphDatabaseService database() {
        return service.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
    }

    @Override
    public void close() {
        service.shutdown();
    }
}

package org.tieline.exposure;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.io.fs.FileUtils;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.tieline.graph.Progress;
import org.tieline.graph.bulk.BulkImport;
import org.tieline.graph.bulk.ExpectedSize;
import org.tieline.model.Dataset;
import org.tieline.model.DatasetSummary;
import org.tieline.model.FactSink;

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
        return open(builder(home), home, facts);
    }

    /** The same for whoever asks over Bolt, at a free port of this machine, without a password. */
    static FilledNeo4j served(Path home, GeneratedFacts facts) throws IOException {
        return open(
                builder(home)
                        .setConfig(GraphDatabaseSettings.auth_enabled, false)
                        .setConfig(BoltConnector.enabled, true)
                        .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", 0)),
                home,
                facts);
    }

    private static DatabaseManagementServiceBuilder builder(Path home) {
        return new DatabaseManagementServiceBuilder(home)
                .setConfig(GraphDatabaseSettings.default_language, GraphDatabaseSettings.CypherVersion.Cypher25)
                .setConfig(GraphDatabaseSettings.pagecache_memory, PAGE_CACHE)
                .setConfig(GraphDatabaseSettings.udc_enabled, false);
    }

    private static FilledNeo4j open(DatabaseManagementServiceBuilder builder, Path home, GeneratedFacts facts)
            throws IOException {
        Path complete = home.resolve("complete");
        if (!Files.exists(complete)) {
            Instant began = Instant.now();
            fill(home, facts);
            Files.writeString(complete, Double.toString(Duration.between(began, Instant.now()).toMillis() / 1_000.0));
        }
        String filledIn = Files.readString(complete);
        return new FilledNeo4j(
                filledIn.isEmpty() ? Double.NaN : Double.parseDouble(filledIn), builder.build());
    }

    private static void fill(Path home, GeneratedFacts facts) throws IOException {
        FileUtils.deleteDirectory(home.resolve("data"));
        Files.createDirectories(home);
        ExpectedSize size = new ExpectedSize(facts.organizationCount() + GeneratedFacts.SOURCES, facts.tieCount());
        BulkImport.run(
                new BulkImport.Target(home, GraphDatabaseSettings.DEFAULT_DATABASE_NAME, size),
                stream(facts),
                Clock.systemUTC(),
                Progress.NONE);
    }

    private static FactSink.Feed stream(GeneratedFacts facts) {
        return new FactSink.Feed() {
            @Override
            public boolean isReleased() {
                return false;
            }

            @Override
            public DatasetSummary handTo(FactSink sink) {
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
            }
        };
    }

    /** The seconds that filling took, whenever that was; NaN if nobody looked. */
    public double filledIn() {
        return filledIn;
    }

    /** The database. */
    public GraphDatabaseService database() {
        return service.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
    }

    /** Where one that is {@link #served} listens. */
    URI bolt() {
        ConnectorPortRegister ports =
                ((GraphDatabaseAPI) database()).getDependencyResolver().resolveDependency(ConnectorPortRegister.class);
        return URI.create(
                "bolt://127.0.0.1:" + ports.getLocalAddress(ConnectorType.BOLT).getPort());
    }

    @Override
    public void close() {
        service.shutdown();
    }
}

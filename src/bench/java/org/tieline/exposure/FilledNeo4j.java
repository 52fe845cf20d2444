package org.tieline.exposure;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.tieline.graph.kernel.GraphFiller;

/** Generated facts in an embedded Neo4j, kept in a folder from one run to the next. */
public final class FilledNeo4j implements AutoCloseable {
    private final DatabaseManagementService service;

    private FilledNeo4j(DatabaseManagementService service) {
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
                .setConfig(GraphDatabaseSettings.pagecache_memory, 3L << 30)
                .setConfig(GraphDatabaseSettings.udc_enabled, false);
    }

    private static FilledNeo4j open(DatabaseManagementServiceBuilder builder, Path home, GeneratedFacts facts)
            throws IOException {
        FilledNeo4j neo4j = new FilledNeo4j(builder.build());
        Path complete = home.resolve("complete");
        if (!Files.exists(complete)) {
            neo4j.fill(facts);
            Files.createFile(complete);
        }
        return neo4j;
    }

    private void fill(GeneratedFacts facts) {
        database().executeTransactionally("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS");
        try (GraphFiller filler = new GraphFiller(database())) {
            facts.organizations(filler::add);
            facts.sources(filler::add);
            facts.ties(filler::add);
        }
        database().executeTransactionally(
                "CREATE CONSTRAINT organization_id IF NOT EXISTS FOR (o:Organization) REQUIRE o.id IS UNIQUE");
        try (var tx = database().beginTx()) {
            tx.schema().awaitIndexesOnline(15, TimeUnit.MINUTES);
        }
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

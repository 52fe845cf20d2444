package org.tieline.exposure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;
import org.tieline.graph.kernel.GraphFiller;

/**
 * The generated graph of 300,000 organizations and 1,500,000 ties in an embedded Neo4j, kept in {@code target/bench} from
 * one run to the next.
 */
final class LargeGraph implements AutoCloseable {
    static final GeneratedFacts FACTS = new GeneratedFacts(300_000, 1_500_000);

    private final DatabaseManagementService service;

    private LargeGraph(DatabaseManagementService service) {
        this.service = service;
    }

    static LargeGraph open() {
        Path home = Path.of(System.getProperty("tieline.bench", "target/bench"));
        Path complete = home.resolve("complete");
        DatabaseManagementService service = new DatabaseManagementServiceBuilder(home)
                .setConfig(GraphDatabaseSettings.default_language, GraphDatabaseSettings.CypherVersion.Cypher25)
                .setConfig(GraphDatabaseSettings.pagecache_memory, 3L << 30)
                .setConfig(GraphDatabaseSettings.udc_enabled, false)
                .build();
        LargeGraph graph = new LargeGraph(service);
        if (!Files.exists(complete)) {
            graph.fill();
            try {
                Files.createFile(complete);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        return graph;
    }

    GraphDatabaseService database() {
        return service.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
    }

    private void fill() {
        database().executeTransactionally("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS");
        try (GraphFiller filler = new GraphFiller(database())) {
            FACTS.organizations(filler::add);
            FACTS.sources(filler::add);
            FACTS.ties(filler::add);
        }
        database()
                .executeTransactionally(
                        "CREATE CONSTRAINT organization_id IF NOT EXISTS FOR (o:Organization) REQUIRE o.id IS UNIQUE",
                        Map.of());
        try (var tx = database().beginTx()) {
            tx.schema().awaitIndexesOnline(5, TimeUnit.MINUTES);
        }
    }

    @Override
    public void close() {
        service.shutdown();
    }
}

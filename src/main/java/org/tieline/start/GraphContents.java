package org.tieline.start;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.model.DatasetSummary;

/**
 * What a graph holds before a start brings data into it.
 *
 * @param version of the data set that was loaded last
 * @param sha256 its digest; null if none was loaded
 * @param shipped whether it was brought as the data set that travels with the program
 * @param organizations whether there are organizations, whoever made them
 * @param loading whether somebody loads a data set in several transactions, or was killed while doing so
 */
record GraphContents(
        @Nullable String version, @Nullable String sha256, boolean shipped, boolean organizations, boolean loading) {
    private static final String MARK = "shipped";

    /** Looks into the database of this process without Cypher, whose first query costs seconds. */
    static GraphContents in(GraphDatabaseService database) {
        try (Transaction tx = database.beginTx();
                ResourceIterator<Node> loads = tx.findNodes(Label.label("Load"));
                ResourceIterator<Node> datasets = tx.findNodes(Label.label("Dataset"));
                ResourceIterator<Node> organizations = tx.findNodes(Label.label("Organization"))) {
            boolean any = organizations.hasNext();
            boolean loading = loads.hasNext();
            if (!datasets.hasNext()) {
                return new GraphContents(null, null, false, any, loading);
            }
            Node dataset = datasets.next();
            return new GraphContents(
                    text(dataset, "version"),
                    text(dataset, "sha256"),
                    Boolean.TRUE.equals(dataset.getProperty(MARK, false)),
                    any,
                    loading);
        }
    }

    /** Null if it is none, as while the first data set of a graph is being loaded. */
    private static @Nullable String text(Node dataset, String property) {
        return dataset.getProperty(property, null) instanceof String text ? text : null;
    }

    /** Asks a database anywhere. */
    static GraphContents in(Neo4j neo4j) {
        return neo4j.read(tx -> {
            Record row = tx.run("""
                            OPTIONAL MATCH (d:Dataset {slot: 'current'})
                            RETURN d.version AS version, d.sha256 AS sha256, coalesce(d.shipped, false) AS shipped,
                                   EXISTS { MATCH (:Organization) } AS organizations, EXISTS { MATCH (:Load) } AS loading
                            """).single();
            return new GraphContents(
                    row.get("version").asString(null),
                    row.get("sha256").asString(null),
                    row.get(MARK).asBoolean(),
                    row.get("organizations").asBoolean(),
                    row.get("loading").asBoolean());
        });
    }

    /** Remembers that the data set that was loaded last is the one that travels with the program. */
    static void markShipped(Neo4j neo4j) {
        neo4j.write(tx -> tx.run("MATCH (d:Dataset {slot: 'current'}) SET d.shipped = true")
                .consume());
    }

    boolean sameAs(DatasetSummary dataset) {
        return dataset.version().equals(version) && dataset.sha256().equals(sha256);
    }

    /** Nothing loaded and nothing made by hand. */
    boolean nothing() {
        return sha256 == null && !organizations;
    }
}

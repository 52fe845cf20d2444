package org.tieline.graph;

import java.util.Map;
import org.neo4j.driver.AccessMode;

/** Constraints and indexes. */
public final class Schema {
    private static final int INDEX_TIMEOUT_SECONDS = 300;

    private Schema() {}

    /**
     * Creates what is missing and waits, at most five minutes, until every index can be used. May be run again.
     *
     * @throws org.tieline.model.TielineException.DatabaseUnavailable if the database cannot be reached
     */
    public static void apply(Neo4j neo4j) {
        for (String statement : CypherFiles.statements("schema")) {
            neo4j.withSession(
                    AccessMode.WRITE,
                    session -> session.executeWrite(tx -> tx.run(statement).consume()));
        }
        neo4j.withSession(
                AccessMode.READ,
                session -> session.executeRead(
                        tx -> tx.run("CALL db.awaitIndexes($seconds)", Map.of("seconds", INDEX_TIMEOUT_SECONDS))
                                .consume()));
    }
}

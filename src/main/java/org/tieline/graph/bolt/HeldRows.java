package org.tieline.graph.bolt;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.Value;

/** Reads what a graph holds, by queries in Cypher: over Bolt, or as the database's own process can. */
@FunctionalInterface
public interface HeldRows {
    /** How long one query may take. */
    Duration LONGEST = Duration.ofMinutes(30);

    /**
     * Runs a query.
     *
     * @param taker makes who takes the rows, each as its values in the order of the columns; asked once more if the query is run once
     *     more, as after a failure that passes
     * @throws org.tieline.model.TielineException.DatabaseUnavailable if the database cannot be reached
     */
    void read(String query, Supplier<Consumer<List<Object>>> taker);

    /** From any Neo4j; of a cluster from its leader. */
    static HeldRows over(Neo4j neo4j) {
        SessionConfig.Builder session =
                SessionConfig.builder().withDefaultAccessMode(AccessMode.WRITE).withFetchSize(20_000);
        TransactionConfig limited =
                TransactionConfig.builder().withTimeout(LONGEST).build();
        return (query, taker) -> neo4j.withSession(
                session,
                opened -> opened.executeWrite(
                        tx -> {
                            Consumer<List<Object>> row = taker.get();
                            tx.run(query)
                                    .forEachRemaining(next -> row.accept(next.values().stream()
                                            .map(Value::asObject)
                                            .toList()));
                            return query;
                        },
                        limited));
    }
}

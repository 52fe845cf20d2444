package org.tieline.graph.bolt;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionConfig;

/**
 * What the graph holds, read kind by kind in a thread of its own, beside whoever reads the data set; who asks for a kind waits until
 * it was read.
 */
final class HeldFacts implements AutoCloseable {
    private static final long FETCH_SIZE = 20_000;
    private static final TransactionConfig COMPARING =
            TransactionConfig.builder().withTimeout(Duration.ofMinutes(30)).build();

    private final Neo4j neo4j;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("held facts").daemon().factory());
    private final Map<Difference<?>, Future<?>> kinds = new LinkedHashMap<>();
    private volatile boolean stopped;

    HeldFacts(Neo4j neo4j) {
        this.neo4j = neo4j;
    }

    /**
     * Reads a kind, after those that were begun before it; once more, if that fails for a passing reason.
     *
     * @param query returns {@code id}; {@code fingerprint}, null for what was made by hand; and, unless all are whole and joined to
     *     nothing, {@code complete}, false for what a load wrote and somebody tore apart, and {@code joined}
     */
    void begin(Difference<?> kind, String query) {
        kinds.put(
                kind,
                thread.submit(() -> neo4j.withSession(
                        SessionConfig.builder()
                                .withDefaultAccessMode(AccessMode.WRITE)
                                .withFetchSize(FETCH_SIZE),
                        session -> session.executeWrite(tx -> read(kind, tx.run(query)), COMPARING))));
    }

    private Difference<?> read(Difference<?> kind, Result found) {
        kind.begin();
        boolean isWhole = found.keys().size() == 2;
        while (found.hasNext()) {
            if (stopped) {
                throw new CancellationException("what the graph holds is no longer asked for");
            }
            Record next = found.next();
            if (next.get(0).asObject() instanceof String id) {
                kind.hold(
                        id,
                        next.get(1).asObject() instanceof Long fingerprint ? fingerprint : null,
                        isWhole || next.get(2).asBoolean(false),
                        isWhole ? null : next.get(3).asObject());
            }
        }
        kind.heldAll();
        return kind;
    }

    /**
     * Waits for a kind.
     *
     * @throws org.tieline.model.TielineException.DatabaseUnavailable if the database cannot be reached
     */
    void await(Difference<?> kind) {
        Future<?> read = kinds.get(kind);
        if (read != null) {
            WorkBehind.await(read);
        }
    }

    @Override
    public void close() {
        stopped = true;
        WorkBehind.stop(thread);
    }
}

package org.tieline.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;
import org.tieline.model.TieType;
import org.tieline.model.TielineException;

/**
 * Reads all ties in a thread of its own, while the caller makes facts of those already read: each is half of the work.
 */
final class TieScan {
    private static final int BATCH = 1024;
    private static final int BATCHES_AHEAD = 16;
    private static final int PATIENCE_SECONDS = 60;

    private final GraphDatabaseService database;
    private final BlockingQueue<List<RawTie>> batches = new ArrayBlockingQueue<>(BATCHES_AHEAD);

    /** Asked after each batch. An interrupt would do too, but closes files of the database under it. */
    private volatile boolean stopped;

    TieScan(GraphDatabaseService database) {
        this.database = database;
    }

    /**
     * A tie as it stands in the store.
     *
     * @param from the number of the node it starts at
     * @param to the number of the node it ends at
     */
    record RawTie(TieType type, long from, long to, Map<String, Object> properties) {}

    /** Hands all ties to a taker, in the calling thread. To be called once. */
    void forEach(Consumer<RawTie> taker) {
        CompletableFuture<Void> reading = CompletableFuture.runAsync(this::read, TieScan::startThread);
        try {
            for (List<RawTie> batch = next(); !batch.isEmpty(); batch = next()) {
                batch.forEach(taker);
            }
        } finally {
            stopped = true;
        }
        try {
            reading.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private static void startThread(Runnable work) {
        Thread.ofPlatform().name("tie-scan").daemon().start(work);
    }

    private void read() {
        try (Transaction tx = database.beginTx()) {
            for (TieType type : TieType.values()) {
                read(tx, type);
            }
        } finally {
            put(List.of());
        }
    }

    private void read(Transaction tx, TieType type) {
        List<RawTie> batch = new ArrayList<>(BATCH);
        try (ResourceIterator<Relationship> ties = tx.findRelationships(RelationshipType.withName(type.text()))) {
            while (ties.hasNext() && !stopped) {
                Relationship tie = ties.next();
                batch.add(new RawTie(type, start(tie), end(tie), tie.getAllProperties()));
                if (batch.size() == BATCH) {
                    put(batch);
                    batch = new ArrayList<>(BATCH);
                }
            }
        }
        if (!batch.isEmpty()) {
            put(batch);
        }
    }

    private void put(List<RawTie> batch) {
        try {
            boolean taken = false;
            while (!taken && !stopped) {
                taken = batches.offer(batch, 100, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }

    private List<RawTie> next() {
        try {
            List<RawTie> batch = batches.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (batch != null) {
                return batch;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new TielineException.DatabaseUnavailable(
                "the embedded database gave no ties for %d seconds, or the reading was interrupted; try again later"
                        .formatted(PATIENCE_SECONDS),
                null);
    }

    // Within one reading the number of a node identifies it; its element id would be a new text each time.

    @SuppressWarnings({"deprecation", "removal"})
    private static long start(Relationship relationship) {
        return relationship.getStartNodeId();
    }

    @SuppressWarnings({"deprecation", "removal"})
    private static long end(Relationship relationship) {
        return relationship.getEndNodeId();
    }
}

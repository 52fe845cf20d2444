package org.tieline.graph.bolt;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What the graph holds, read kind by kind in a thread of its own, beside whoever reads the data set; who asks for a kind waits until
 * it was read.
 */
final class HeldFacts implements AutoCloseable {
    private final HeldRows rows;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("held facts").daemon().factory());
    private final Map<Difference<?>, Future<?>> kinds = new LinkedHashMap<>();
    private volatile boolean stopped;

    HeldFacts(HeldRows rows) {
        this.rows = rows;
    }

    /**
     * Reads a kind, after those that were begun before it; once more, if that fails for a passing reason.
     *
     * @param query returns {@code id}; {@code fingerprint}, null for what was made by hand; and, unless all are whole and joined to
     *     nothing, {@code complete}, false for what a load wrote and somebody tore apart, and {@code joined}
     */
    void begin(Difference<?> kind, String query) {
        kinds.put(kind, thread.submit(() -> {
            rows.read(query, () -> {
                kind.begin();
                return row -> hold(kind, row);
            });
            kind.heldAll();
        }));
    }

    private void hold(Difference<?> kind, List<Object> row) {
        if (stopped) {
            throw new CancellationException("what the graph holds is no longer asked for");
        }
        if (row.getFirst() instanceof String id) {
            boolean isWhole = row.size() == 2;
            kind.hold(
                    id,
                    row.get(1) instanceof Long fingerprint ? fingerprint : null,
                    isWhole || Boolean.TRUE.equals(row.get(2)),
                    isWhole ? null : row.get(3));
        }
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

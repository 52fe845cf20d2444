package org.tieline.graph.bolt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;
import org.tieline.graph.Progress;

/** Runs statements of one load over many rows, in its one transaction. */
final class Batches {
    private static final int BATCH = 10_000;

    private final TransactionContext tx;
    private final Progress progress;

    Batches(TransactionContext tx, Progress progress) {
        this.tx = tx;
        this.progress = progress;
    }

    Map<String, Long> fingerprints(String query) {
        return fingerprints(query, Map.of());
    }

    /**
     * What the graph has, for a {@link Difference}.
     *
     * @param query returns {@code id}, {@code fingerprint} and {@code complete}
     */
    Map<String, Long> fingerprints(String query, Map<String, Object> parameters) {
        Map<String, Long> found = new HashMap<>();
        tx.run(query, parameters).forEachRemaining(row -> {
            if (row.get("id").asObject() instanceof String id) {
                long fingerprint =
                        row.get("fingerprint").asObject() instanceof Long written ? written : Difference.BY_HAND;
                boolean complete = row.get("complete").asBoolean(false);
                found.put(id, complete || fingerprint == Difference.BY_HAND ? fingerprint : Difference.INCOMPLETE);
            }
        });
        return found;
    }

    void run(String statement) {
        tx.run(statement).consume();
    }

    /**
     * Runs a statement over facts.
     *
     * @param phase what is being written, for those who follow; null for what nobody follows
     * @param statement has {@code $rows}; returns how many of them it wrote as {@code written}, if some may be refused
     * @throws IllegalArgumentException if it wrote fewer than there are
     */
    <T> void write(@Nullable String phase, List<T> facts, Function<T, ?> row, String statement) {
        for (int start = 0; start < facts.size(); start += BATCH) {
            List<T> batch = facts.subList(start, Math.min(start + BATCH, facts.size()));
            List<Object> rows = new ArrayList<>(batch.size());
            batch.forEach(fact -> rows.add(row.apply(fact)));
            long written =
                    tx
                            .run(statement, Map.of("rows", rows))
                            .list(result -> result.get("written").asLong())
                            .stream()
                            .findFirst()
                            .orElse((long) batch.size());
            if (written != batch.size()) {
                throw new IllegalArgumentException(
                        "%d of %d %s name an organization, a ban or a source that the data set does not have"
                                .formatted(batch.size() - written, batch.size(), phase));
            }
            if (phase != null) {
                progress.at(phase, start + batch.size(), facts.size());
            }
        }
    }
}

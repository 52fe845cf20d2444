package org.tieline.graph.bolt;

import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.TransactionContext;
import org.tieline.graph.FactRows;

/**
 * What one kind of fact needs so that the graph says the same as a data set: the facts of the data set are put into a table,
 * then what the graph has is held against that as it is read. Holds some forty bytes a fact, whatever the facts say.
 */
final class Difference<T> {
    private static final byte SAME = 1;
    private static final byte OUTDATED = 2;
    private static final int PROGRESS = 10_000;

    private final Iterable<T> facts;
    private final Function<T, String> id;
    private final Function<T, Map<String, Object>> row;
    private final FactTable table = new FactTable();
    private CompressedIds obsolete = new CompressedIds();
    private int count;
    private int unchanged;
    private int outdated;

    /**
     * Prepares to compare.
     *
     * @param facts the facts of the data set; gone through several times
     */
    Difference(Iterable<T> facts, Function<T, String> id, Function<T, Map<String, Object>> row) {
        this.facts = facts;
        this.id = id;
        this.row = row;
    }

    /**
     * Puts the facts of the data set into the table.
     *
     * @param joined what a whole fact of the graph is joined to, as {@link #compare} reads it; null for nothing
     * @param rows takes the row of each
     */
    void fill(Function<T, @Nullable Object> joined, Consumer<Map<String, Object>> rows) {
        for (T fact : facts) {
            Map<String, Object> factRow = row.apply(fact);
            table.put(id.apply(fact), says(FactRows.fingerprint(factRow), joined.apply(fact)));
            rows.accept(factRow);
            count++;
        }
    }

    /** In 64 bits. */
    private static long says(long fingerprint, @Nullable Object joined) {
        return fingerprint + 0x9E3779B97F4A7C15L * Objects.hashCode(joined);
    }

    /**
     * Reads what the graph has. May be done again.
     *
     * @param query returns {@code id}; {@code fingerprint}, null for what was made by hand; {@code complete}, false for what a load
     *     wrote and somebody tore apart; and {@code joined}
     * @param progress takes how many were read, and of how many, about
     */
    void compare(TransactionContext tx, String query, BiConsumer<Long, Long> progress) {
        table.clearMarks();
        obsolete = new CompressedIds();
        long read = 0;
        for (Result found = tx.run(query); found.hasNext(); read++) {
            if (read % PROGRESS == 0) {
                progress.accept(read, Math.max(read, count));
            }
            compare(found.next());
        }
        unchanged = table.count(SAME);
        outdated = table.count(OUTDATED);
    }

    private void compare(Record found) {
        if (!(found.get("id").asObject() instanceof String foundId)) {
            return;
        }
        int entry = table.find(foundId);
        boolean loaded = found.get("fingerprint").asObject() instanceof Long;
        if (entry < 0) {
            if (loaded) {
                obsolete.add(foundId);
            }
            return;
        }
        boolean same = loaded
                && found.get("complete").asBoolean(false)
                && table.said(entry)
                        == says(
                                found.get("fingerprint").asLong(),
                                found.get("joined").asObject());
        if (!same) {
            table.mark(entry, OUTDATED);
        } else if (table.mark(entry) == FactTable.UNSEEN) {
            table.mark(entry, SAME);
        }
    }

    /** Hands over what is to be written, each with whether something of its id is there already. */
    void forEachWanted(BiConsumer<T, Boolean> taker) {
        for (T fact : facts) {
            byte mark = table.mark(table.find(id.apply(fact)));
            if (mark != SAME) {
                taker.accept(fact, mark == OUTDATED);
            }
        }
    }

    /** The row of what is to be written. */
    Map<String, Object> row(T fact) {
        return row.apply(fact);
    }

    /** Hands over the ids of what a former load wrote and the data set no longer has. */
    void forEachObsolete(Consumer<String> taker) {
        obsolete.forEach(taker);
    }

    /** Whether the data set has something of this id. */
    boolean has(@Nullable Object wanted) {
        return wanted instanceof String text && table.has(text);
    }

    /** How many facts are to be written or removed. */
    int changes() {
        return count - unchanged + obsolete.size();
    }

    /** The same as counts. */
    LoadReport.Changes report() {
        return new LoadReport.Changes(count - unchanged - outdated, outdated, obsolete.size(), unchanged);
    }
}

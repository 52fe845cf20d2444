package org.tieline.graph.bolt;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tieline.graph.FactRows;
import org.tieline.graph.StoredRows;
import org.tieline.scratch.Scratch;
import org.tieline.scratch.Spool;

/**
 * What one kind of fact needs so that the graph says the same as a data set: what the graph holds is taken up first, then each fact
 * of the data set meets it. Holds some forty bytes a fact, whatever the facts say; the rows that are to be written lie in a file
 * where they are many, and so do the ids of what a load wrote. For one thread at a time.
 */
final class Difference<T> {
    private final Function<T, Map<String, Object>> row;
    private final Function<T, @Nullable Object> joined;
    private final Scratch scratch;
    private FactTable table;
    private Kept ids;
    private final Kept rows;
    private int loaded;
    private volatile int held;
    private int added;
    private int outdated;
    private int unchanged;
    private int obsolete;

    /**
     * Prepares to compare.
     *
     * @param row makes the row of a fact
     * @param joined what a whole fact of the graph is joined to, as {@link #hold} is told it; null for nothing
     */
    Difference(Function<T, Map<String, Object>> row, Function<T, @Nullable Object> joined, Scratch scratch) {
        this.row = row;
        this.joined = joined;
        this.scratch = scratch;
        table = new FactTable(scratch);
        ids = new Kept(scratch);
        rows = new Kept(scratch);
    }

    /** What is written now and read when all have come. */
    private record Kept(Spool spool, DataOutputStream out) {
        Kept(Scratch scratch) {
            this(new Spool(scratch));
        }

        private Kept(Spool spool) {
            this(spool, new DataOutputStream(new BufferedOutputStream(spool)));
        }

        void write(Writing writing) {
            try {
                writing.to(out);
            } catch (IOException e) {
                throw new UncheckedIOException("what a load compares cannot be written to a file", e);
            }
        }

        void read(int count, Reading reading) {
            try (DataInputStream in = new DataInputStream(spool.read())) {
                for (int i = 0; i < count; i++) {
                    reading.next(in);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("what a load compares cannot be read back", e);
            }
        }
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private interface Reading {
        void next(DataInputStream in) throws IOException;
    }

    /** Forgets what the graph holds, as it is read once more. */
    void begin() {
        ids.write(DataOutputStream::close);
        ids = new Kept(scratch);
        table = new FactTable(scratch);
        loaded = 0;
    }

    /**
     * Takes up what the graph holds.
     *
     * @param fingerprint null for what was made by hand
     * @param complete false for what a load wrote and somebody tore apart
     */
    void hold(String id, @Nullable Long fingerprint, boolean complete, @Nullable Object joinedTo) {
        if (fingerprint == null) {
            table.hold(id, 0, true);
            return;
        }
        table.hold(id, says(fingerprint, joinedTo), !complete);
        ids.write(out -> out.writeUTF(id));
        loaded++;
    }

    /** Tells that all that the graph holds was taken up. */
    void heldAll() {
        held = table.left();
    }

    /** How many ids the graph holds; 0 until all were taken up. */
    int held() {
        return held;
    }

    /** In 64 bits. */
    private static long says(long fingerprint, @Nullable Object joined) {
        return fingerprint + 0x9E3779B97F4A7C15L * Objects.hashCode(joined);
    }

    /** The row of a fact. */
    Map<String, Object> row(T fact) {
        return row.apply(fact);
    }

    /**
     * Holds a fact of the data set against what the graph holds.
     *
     * @param factRow its row
     */
    void meet(T fact, Map<String, Object> factRow) {
        byte found = table.meet(
                (String) Objects.requireNonNull(factRow.get("id")),
                says(FactRows.fingerprint(factRow), joined.apply(fact)));
        if (found == FactTable.SAME) {
            unchanged++;
            return;
        }
        boolean old = found == FactTable.OUTDATED;
        outdated += old ? 1 : 0;
        added += old ? 0 : 1;
        rows.write(out -> {
            out.writeBoolean(old);
            StoredRows.write(out, factRow, true);
        });
    }

    /** Counts what is no longer there, when all facts of the data set have come. */
    void end() {
        ids.write(DataOutputStream::close);
        rows.write(DataOutputStream::close);
        obsolete = 0;
        if (table.left() > 0) {
            forEachObsolete(id -> obsolete++);
        }
    }

    /** Hands over the rows of what is to be written, each with whether something of its id is there already. */
    void forEachWanted(Wanted taker) {
        rows.read(added + outdated, in -> {
            boolean old = in.readBoolean();
            taker.take(StoredRows.read(in), old);
        });
    }

    /** Takes a row, and whether something of its id is there already. */
    @FunctionalInterface
    interface Wanted {
        void take(Map<String, Object> row, boolean outdated);
    }

    /** Hands over the ids of what a former load wrote and the data set no longer has. */
    void forEachObsolete(Consumer<String> taker) {
        if (table.left() > 0) {
            ids.read(loaded, in -> {
                String id = in.readUTF();
                if (!table.isMet(id)) {
                    taker.accept(id);
                }
            });
        }
    }

    /** Whether the data set has something of this id. */
    boolean has(@Nullable Object id) {
        return id instanceof String text && table.isMet(text);
    }

    /** How many facts are to be written or removed. */
    int changes() {
        return added + outdated + obsolete;
    }

    /** The same as counts. */
    LoadReport.Changes report() {
        return new LoadReport.Changes(added, outdated, obsolete, unchanged);
    }
}

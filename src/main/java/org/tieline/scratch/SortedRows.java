package org.tieline.scratch;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Rows that come in any order and leave sorted by their keys, as {@link String#compareTo} has it. Some megabytes of them are kept in
 * memory; what is more lies in sorted runs on disk, which are merged. For one thread.
 */
public final class SortedRows {
    private static final Comparator<Row> BY_KEY = Comparator.comparing(Row::key);
    private static final int BUFFER = 1 << 16;

    /** What a row takes in memory besides its letters and bytes, about. */
    private static final int OVERHEAD = 128;

    private final Scratch scratch;
    private final long mostInMemory;
    private final List<Path> runs = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private long inMemory;
    private long size;

    private record Row(String key, byte[] bytes) {}

    public SortedRows(Scratch scratch) {
        this(scratch, Math.clamp(Runtime.getRuntime().maxMemory() / 32, 1 << 20, 1 << 26));
    }

    /** @param mostInMemory after how many bytes a run is written */
    SortedRows(Scratch scratch, long mostInMemory) {
        this.scratch = scratch;
        this.mostInMemory = mostInMemory;
    }

    /** @param key in valid Unicode; no two rows need have the same */
    public void add(String key, byte[] bytes) {
        rows.add(new Row(key, bytes));
        size++;
        inMemory += OVERHEAD + key.length() + bytes.length;
        if (inMemory > mostInMemory) {
            writeRun();
        }
    }

    /** How many there are. */
    public long size() {
        return size;
    }

    private void writeRun() {
        rows.sort(BY_KEY);
        Path run = scratch.file();
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(run), BUFFER))) {
            for (Row row : rows) {
                byte[] key = row.key.getBytes(StandardCharsets.UTF_8);
                out.writeInt(key.length);
                out.write(key);
                out.writeInt(row.bytes.length);
                out.write(row.bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        runs.add(run);
        rows.clear();
        inMemory = 0;
    }

    /** Hands on keys and bytes of all, in the order of the keys; of one key in that in which they came. To be called once, at the end. */
    public void forEach(BiConsumer<String, byte[]> each) {
        if (runs.isEmpty()) {
            rows.sort(BY_KEY);
            rows.forEach(row -> each.accept(row.key, row.bytes));
            return;
        }
        writeRun();
        try {
            merge(each);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void merge(BiConsumer<String, byte[]> each) throws IOException {
        PriorityQueue<Run> open =
                new PriorityQueue<>(Comparator.comparing(Run::key).thenComparingInt(run -> run.number));
        List<Run> all = new ArrayList<>();
        try {
            for (Path path : runs) {
                Run run = new Run(path, all.size());
                all.add(run);
                if (run.next()) {
                    open.add(run);
                }
            }
            for (Run least = open.poll(); least != null; least = open.poll()) {
                each.accept(least.key(), least.row().bytes);
                if (least.next()) {
                    open.add(least);
                }
            }
        } finally {
            for (Run run : all) {
                run.close();
            }
        }
    }

    /** One file while it is merged with others. */
    private static final class Run {
        private final DataInputStream in;
        private final int number;
        private @Nullable Row row;

        Run(Path path, int number) throws IOException {
            this.number = number;
            in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path), BUFFER));
        }

        boolean next() throws IOException {
            try {
                String key = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
                row = new Row(key, in.readNBytes(in.readInt()));
                return true;
            } catch (EOFException e) {
                row = null;
                return false;
            }
        }

        Row row() {
            if (row == null) {
                throw new IllegalStateException("the run is at its end");
            }
            return row;
        }

        String key() {
            return row().key;
        }

        void close() throws IOException {
            in.close();
        }
    }
}

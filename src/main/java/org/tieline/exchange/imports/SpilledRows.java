package org.tieline.exchange.imports;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
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

/**
 * Rows that come in any order and leave sorted by key, whatever their number: full buffers are sorted and laid down as files,
 * which are merged at the end. Of rows with the same key the one that came first leaves first. For one thread.
 */
public final class SpilledRows {
    /** What a row takes beside its bytes: objects around them and references to them. */
    private static final int OVERHEAD = 128;

    /** In bytes; of each file while they are merged. */
    private static final int BUFFER = 1 << 15;

    private final Path folder;
    private final String name;
    private final long most;
    private final List<Row> rows = new ArrayList<>();
    private final List<Path> runs = new ArrayList<>();
    private long held;

    private record Row(String key, byte[] content) {}

    /**
     * @param folder for the files, which stay until somebody deletes it
     * @param name how they begin, unlike those of others in the folder
     * @param most how many bytes may be held in memory
     */
    public SpilledRows(Path folder, String name, long most) {
        this.folder = folder;
        this.name = name;
        this.most = most;
    }

    public void add(String key, byte[] content) {
        rows.add(new Row(key, content));
        held += OVERHEAD + key.length() + content.length;
        if (held >= most) {
            layDown();
        }
    }

    private void layDown() {
        rows.sort(Comparator.comparing(Row::key));
        Path run = folder.resolve("%s-%d.rows".formatted(name, runs.size()));
        runs.add(run);
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(run), BUFFER))) {
            for (Row row : rows) {
                byte[] key = row.key().getBytes(StandardCharsets.UTF_8);
                out.writeInt(key.length);
                out.write(key);
                out.writeInt(row.content().length);
                out.write(row.content());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        rows.clear();
        held = 0;
    }

    /** Hands all rows over, sorted by key, and forgets them. */
    public void each(BiConsumer<String, byte[]> taker) {
        if (runs.isEmpty()) {
            rows.sort(Comparator.comparing(Row::key));
            rows.forEach(row -> taker.accept(row.key(), row.content()));
            rows.clear();
            return;
        }
        layDown();
        PriorityQueue<Run> open = new PriorityQueue<>(
                Comparator.<Run, String>comparing(run -> run.key).thenComparingInt(run -> run.number));
        try {
            for (int i = 0; i < runs.size(); i++) {
                Run run = new Run(runs.get(i), i);
                if (run.next()) {
                    open.add(run);
                }
            }
            while (!open.isEmpty()) {
                Run first = open.poll();
                taker.accept(first.key, first.content);
                if (first.next()) {
                    open.add(first);
                }
            }
            for (Path run : runs) {
                Files.delete(run);
            }
            runs.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            open.forEach(Run::close);
        }
    }

    /** One file while it is merged. */
    private static final class Run implements Closeable {
        private final int number;
        private final DataInputStream in;
        private String key = "";
        private byte[] content = {};

        Run(Path file, int number) throws IOException {
            this.number = number;
            in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
        }

        /** Whether there is a further row; it is closed if there is none. */
        boolean next() throws IOException {
            int begin = in.read();
            if (begin < 0) {
                close();
                return false;
            }
            int length = begin << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
            key = new String(in.readNBytes(length), StandardCharsets.UTF_8);
            content = in.readNBytes(in.readInt());
            return true;
        }

        @Override
        public void close() {
            try {
                in.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

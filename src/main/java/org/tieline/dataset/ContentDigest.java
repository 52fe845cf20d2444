package org.tieline.dataset;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.tieline.dataset.known.SortedFacts;
import org.tieline.model.Sha256;
import org.tieline.scratch.Scratch;
import org.tieline.scratch.SortedRows;
import org.tieline.scratch.Spool;

/**
 * The SHA-256 of what the tables say, whatever the order of their rows and columns, their line ends and quoting.
 *
 * <p>Digested are, in this order, organizations, ties, bans, sources and, where there are any, memberships, identifiers and
 * counts of subscribers. Of each table: the name of its file, the number of its rows in decimal, then its rows sorted by key,
 * each cell by cell in the canonical order of columns. A cell is its text after CSV is undone, an empty cell the empty text,
 * line breaks inside it line feeds, lists with their bars and in their order, numbers without trailing zeros. Every one of
 * these texts goes in as the number of its UTF-8 bytes, four bytes big-endian, followed by those bytes.
 *
 * <p>Columns that came later are no cells of their rows. Of each that is filled somewhere there follow at the very end, in the
 * order of tables and columns, the name of its file, a space and its own name ({@code ties.csv verified}; of former ids
 * {@code formerIds} alone), the number of rows in which it is filled, and of each its id and the cell. So a data set without
 * any has the digest that it had before there were such columns.
 *
 * <p>Rows come table by table. Those that come sorted are digested at once where it is the turn of their table; others wait, in a
 * scratch folder if they are many. For one thread.
 */
final class ContentDigest {
    private static final int BUFFER = 1 << 16;
    private static final DatasetTable[] TABLES = DatasetTable.values();

    /** The first column that came later; it was named without its file. */
    private static final String FORMER_IDS = "formerIds";

    private final Scratch scratch;
    private final MessageDigest digest = Sha256.begin();

    /** What is digested next: bytes by the thousands, as each call of a digest or stream costs more than the few of a cell. */
    private final ByteBuffer next = ByteBuffer.allocate(BUFFER);

    /** Of the tables whose rows wait, those. */
    private final Map<DatasetTable, SortedRows> waiting = new EnumMap<>(DatasetTable.class);

    private final Map<DatasetTable, List<@Nullable Filled>> filled = new EnumMap<>(DatasetTable.class);

    /** The place of the table that is digested next, or now. */
    private int turn;

    private DatasetTable current = DatasetTable.ORGANIZATIONS;

    /** Whether its rows are digested at once. */
    private boolean direct;

    /** The filled cells of a column that came later, each with the id of its row. */
    private static final class Filled {
        private final Spool bytes;
        private final DataOutputStream cells;
        private long count;

        Filled(Scratch scratch) {
            bytes = new Spool(scratch);
            cells = new DataOutputStream(bytes);
        }
    }

    ContentDigest(Scratch scratch) {
        this.scratch = scratch;
    }

    /** 64 lower-case hexadecimal digits over sorted tables. */
    static String of(SortedFacts facts) {
        try (Scratch scratch = Scratch.ofSystem()) {
            ContentDigest content = new ContentDigest(scratch);
            content.table(DatasetTable.ORGANIZATIONS, facts.organizations(), Cells::of);
            content.table(DatasetTable.TIES, facts.ties(), Cells::of);
            content.table(DatasetTable.BANS, facts.bans(), Cells::of);
            content.table(DatasetTable.SOURCES, facts.sources(), Cells::of);
            content.table(DatasetTable.MEMBERSHIPS, facts.memberships(), Cells::of);
            content.table(DatasetTable.IDENTIFIERS, facts.identifiers(), Cells::of);
            content.table(DatasetTable.SUBSCRIBERS, facts.subscribers(), Cells::of);
            return content.finish();
        }
    }

    private <T> void table(DatasetTable table, SortedFacts.Rows<T> rows, Function<T, List<String>> toCells) {
        begin(table, rows.size(), true);
        // Nothing is sorted by it, as they are.
        rows.forEach(row -> row("", toCells.apply(row)));
    }

    /**
     * Begins a table; all that were begun before have all their rows.
     *
     * @param rows how many will come, if they are sorted
     * @param sorted whether they come sorted by their keys
     */
    void begin(DatasetTable table, long rows, boolean sorted) {
        current = table;
        direct = false;
        while (turn < table.ordinal() && waiting.containsKey(TABLES[turn])) {
            digestWaiting(TABLES[turn++]);
        }
        if (sorted && turn == table.ordinal()) {
            direct = true;
            head(table, rows);
            turn++;
        } else {
            waiting.put(table, new SortedRows(scratch));
        }
    }

    /** Takes up a row of the table that was begun last. */
    void row(String key, List<String> cells) {
        if (direct) {
            feed(current, cells.size(), i -> cells.get(i).getBytes(StandardCharsets.UTF_8));
        } else {
            Objects.requireNonNull(waiting.get(current)).add(key, packed(cells));
        }
    }

    private static byte[] packed(List<String> cells) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream packing = new DataOutputStream(bytes)) {
            for (String cell : cells) {
                write(packing, cell.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[][] unpacked(byte[] packed, int size) {
        byte[][] cells = new byte[size][];
        ByteBuffer bytes = ByteBuffer.wrap(packed);
        for (int i = 0; i < size; i++) {
            cells[i] = new byte[bytes.getInt()];
            bytes.get(cells[i]);
        }
        return cells;
    }

    /** The digits over all; to be asked once. */
    String finish() {
        while (turn < TABLES.length) {
            digestWaiting(TABLES[turn++]);
        }
        try {
            for (DatasetTable table : TABLES) {
                for (int column = 0; column < table.columns().size(); column++) {
                    later(table, column);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        digestNext();
        return Sha256.hex(digest);
    }

    private void digestWaiting(DatasetTable table) {
        SortedRows rows = waiting.remove(table);
        head(table, rows == null ? 0 : rows.size());
        if (rows != null) {
            int size = table.columns().size();
            rows.forEach((key, packed) -> {
                byte[][] cells = unpacked(packed, size);
                feed(table, size, i -> cells[i]);
            });
        }
    }

    /** A table that may be absent is, if it has no rows. */
    private void head(DatasetTable table, long rows) {
        if (rows > 0 || !table.isOptional()) {
            digest(table.file().getBytes(StandardCharsets.UTF_8));
            digest(Long.toString(rows).getBytes(StandardCharsets.UTF_8));
        }
    }

    private void feed(DatasetTable table, int size, IntFunction<byte[]> cells) {
        List<@Nullable Filled> columns = filled.computeIfAbsent(table, this::noneFilled);
        for (int i = 0; i < size; i++) {
            byte[] cell = cells.apply(i);
            Filled later = columns.get(i);
            if (later == null) {
                digest(cell);
            } else if (cell.length > 0) {
                write(later.cells, cells.apply(0));
                write(later.cells, cell);
                later.count++;
            }
        }
    }

    private List<@Nullable Filled> noneFilled(DatasetTable table) {
        return Arrays.asList(table.columns().stream()
                .map(column -> table.cameLater(column) ? new Filled(scratch) : null)
                .toArray(Filled[]::new));
    }

    private void later(DatasetTable table, int column) throws IOException {
        List<@Nullable Filled> columns = filled.get(table);
        Filled later = columns == null ? null : columns.get(column);
        if (later == null || later.count == 0) {
            return;
        }
        String name = table.columns().get(column);
        String told = name.equals(FORMER_IDS) ? name : table.file() + " " + name;
        digest(told.getBytes(StandardCharsets.UTF_8));
        digest(Long.toString(later.count).getBytes(StandardCharsets.UTF_8));
        digestNext();
        try (InputStream bytes = later.bytes.read()) {
            bytes.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        }
    }

    private void digest(byte[] text) {
        if (next.remaining() < Integer.BYTES + text.length) {
            digestNext();
        }
        next.putInt(text.length);
        if (text.length <= next.remaining()) {
            next.put(text);
        } else {
            digestNext();
            digest.update(text);
        }
    }

    private void digestNext() {
        digest.update(next.flip());
        next.clear();
    }

    private static void write(DataOutputStream to, byte[] bytes) {
        try {
            to.writeInt(bytes.length);
            to.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

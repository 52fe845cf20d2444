package org.tieline.dataset;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tieline.model.Dataset;
import org.tieline.model.Sha256;

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
 */
final class ContentDigest {
    private static final int BUFFER = 1 << 16;

    /** The first column that came later; it was named without its file. */
    private static final String FORMER_IDS = "formerIds";

    private final DataOutputStream cells;

    /** Key and cell in turn, by the name of the column. */
    private final Map<String, List<String>> later = new LinkedHashMap<>();

    private ContentDigest(MessageDigest digest) {
        cells = new DataOutputStream(
                new BufferedOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest), BUFFER));
    }

    /**
     * 64 lower-case hexadecimal digits over sorted tables.
     *
     * @param dataset its version and digest are not looked at
     */
    static String of(Dataset dataset) {
        try {
            MessageDigest digest = Sha256.begin();
            ContentDigest content = new ContentDigest(digest);
            content.table(DatasetTable.ORGANIZATIONS, dataset.organizations(), Cells::of);
            content.table(DatasetTable.TIES, dataset.ties(), Cells::of);
            content.table(DatasetTable.BANS, dataset.bans(), Cells::of);
            content.table(DatasetTable.SOURCES, dataset.sources(), Cells::of);
            content.tableIfAny(DatasetTable.MEMBERSHIPS, dataset.memberships(), Cells::of);
            content.tableIfAny(DatasetTable.IDENTIFIERS, dataset.identifiers(), Cells::of);
            content.tableIfAny(DatasetTable.SUBSCRIBERS, dataset.subscribers(), Cells::of);
            content.later();
            content.cells.flush();
            return Sha256.hex(digest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> void tableIfAny(DatasetTable table, List<T> rows, Function<T, List<String>> toCells) {
        if (!rows.isEmpty()) {
            table(table, rows, toCells);
        }
    }

    private <T> void table(DatasetTable table, List<T> rows, Function<T, List<String>> toCells) {
        cell(table.file());
        cell(Integer.toString(rows.size()));
        List<List<String>> filled = table.columns().stream()
                .map(column -> table.cameLater(column) ? later(table, column) : null)
                .toList();
        for (T row : rows) {
            List<String> texts = toCells.apply(row);
            for (int i = 0; i < texts.size(); i++) {
                if (filled.get(i) == null) {
                    cell(texts.get(i));
                } else if (!texts.get(i).isEmpty()) {
                    filled.get(i).add(texts.getFirst());
                    filled.get(i).add(texts.get(i));
                }
            }
        }
    }

    private List<String> later(DatasetTable table, String column) {
        String name = column.equals(FORMER_IDS) ? column : table.file() + " " + column;
        return later.computeIfAbsent(name, none -> new ArrayList<>());
    }

    private void later() {
        later.forEach((name, filled) -> {
            if (!filled.isEmpty()) {
                cell(name);
                cell(Integer.toString(filled.size() / 2));
                filled.forEach(this::cell);
            }
        });
    }

    private void cell(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            cells.writeInt(bytes.length);
            cells.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.tieline.exchange.admin;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tieline.dataset.Bundle;
import org.tieline.scratch.Scratch;
import org.tieline.scratch.Spool;

/**
 * A file of nodes or relationships for Neo4j's importer, and the file with its header.
 *
 * <p>A column is written as the importer wants it, {@code name}, {@code name:type}, {@code name:ID(Group)} or
 * {@code :START_ID(Group)}. An empty cell is a property that is absent, {@code ""} an empty text. The importer can make no
 * empty list: it passes over the property.
 */
final class AdminTable implements Closeable {
    /** Between the elements of a list. No text has it: it was made for this and cannot be typed. */
    static final char ELEMENTS = '\u001f';

    private final String name;
    private final List<String> header;
    private final List<String> keys;
    private final Set<String> known;
    private final @Nullable Spool waiting;
    private final CsvWriter csv;
    private long rows;

    private AdminTable(String name, List<String> header, @Nullable Spool waiting, OutputStream out) {
        this.name = name;
        this.header = header;
        this.keys = header.stream().map(AdminTable::key).toList();
        this.known = new HashSet<>(keys);
        this.waiting = waiting;
        this.csv = writer(out);
    }

    /** One whose rows are written at once. */
    static AdminTable writing(Bundle files, String name, List<String> header) throws IOException {
        return new AdminTable(name, header, null, files.begin(name + ".csv"));
    }

    /** One whose rows are kept until {@link #end}, as they come while another is written. */
    static AdminTable waiting(Scratch scratch, String name, List<String> header) {
        Spool waiting = new Spool(scratch);
        return new AdminTable(name, header, waiting, waiting);
    }

    private static CsvWriter writer(OutputStream out) {
        return CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .quoteStrategy(QuoteStrategies.EMPTY)
                .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    /** {@code name} of {@code name:type}, the whole of {@code :LABEL}, {@code :END_ID} of {@code :END_ID(Group)}. */
    private static String key(String column) {
        int colon = column.indexOf(':', 1);
        int group = column.indexOf('(');
        return column.charAt(0) == ':'
                ? column.substring(0, group < 0 ? column.length() : group)
                : column.substring(0, colon < 0 ? column.length() : colon);
    }

    /**
     * Adds a row.
     *
     * @param own what the importer's own columns may say, as {@code :END_ID}; passed over where there is no such column
     * @throws IllegalStateException if there is no column for a property
     */
    void add(Map<String, String> own, Map<String, Object> properties) {
        if (!known.containsAll(properties.keySet())) {
            throw new IllegalStateException("%s has no columns for all of %s".formatted(name, properties.keySet()));
        }
        csv.writeRecord(keys.stream()
                .map(key -> key.charAt(0) == ':' ? own.get(key) : text(properties.get(key)))
                .toArray(String[]::new));
        rows++;
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case List<?> elements ->
                elements.stream().map(String::valueOf).collect(Collectors.joining(String.valueOf(ELEMENTS)));
            default -> value.toString();
        };
    }

    /** The properties that are lists. */
    List<String> lists() {
        return header.stream()
                .filter(column -> column.endsWith("[]"))
                .map(AdminTable::key)
                .toList();
    }

    boolean isEmpty() {
        return rows == 0;
    }

    /** How the importer is told of both files; it finds none whose name has no folder before it. */
    String files() {
        return "./%s-header.csv,./%s.csv".formatted(name, name);
    }

    /** Writes what waits, and the header. */
    void end(Bundle files) throws IOException {
        csv.close();
        if (waiting != null) {
            try (OutputStream out = files.begin(name + ".csv");
                    InputStream rows = waiting.read()) {
                rows.transferTo(out);
            }
        }
        try (CsvWriter head = writer(files.begin(name + "-header.csv"))) {
            head.writeRecord(header);
        }
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}

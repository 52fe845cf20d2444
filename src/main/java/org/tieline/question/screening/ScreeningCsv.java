package org.tieline.question.screening;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tieline.csv.BrokenCsv;
import org.tieline.csv.CsvRow;
import org.tieline.csv.CsvRows;
import org.tieline.model.InvalidValue;
import org.tieline.model.TielineException.BadParts;

/** Reads the entries of a screening from a table. What is wrong is reported all at once, as far as it is looked for. */
final class ScreeningCsv {
    private static final int MOST_PROBLEMS = 100;

    private final List<BadParts.Part> problems = new ArrayList<>();

    List<ScreeningEntry> read(byte[] body) {
        List<ScreeningEntry> entries = new ArrayList<>();
        try (CsvRows records = new CsvRows(new StringReader(text(body)))) {
            read(records, entries);
        } catch (BrokenCsv e) {
            problem(place(e.line()), "", "must be CSV as of RFC 4180: " + e.getMessage());
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory failed", e);
        }
        if (!problems.isEmpty()) {
            throw new BadParts(problems);
        }
        return entries;
    }

    private void read(Iterator<CsvRow> records, List<ScreeningEntry> entries) {
        if (!records.hasNext()) {
            problem(
                    place(1),
                    "",
                    "must be a header with some of the columns " + String.join(", ", ScreeningColumns.FIELDS));
            return;
        }
        CsvRow header = records.next();
        List<String> headers = headers(header);
        ScreeningColumns columns = ScreeningColumns.of(headers);
        Map<String, Integer> positions = positions(header, headers, columns);
        while (problems.size() < MOST_PROBLEMS && !positions.isEmpty() && records.hasNext()) {
            CsvRow cells = records.next();
            if (cells.cells().stream().allMatch(String::isBlank)) {
                continue;
            }
            if (cells.size() != header.size()) {
                int column = Math.min(cells.size(), header.size()) + 1;
                problem(
                        place(cells.line(), column),
                        "",
                        "must have %d fields like the header, has %d".formatted(header.size(), cells.size()));
            } else {
                entry(positions, columns, cells, entries);
                ScreeningBody.refuseTooMany(entries);
            }
        }
    }

    private void entry(
            Map<String, Integer> positions, ScreeningColumns columns, CsvRow cells, List<ScreeningEntry> entries) {
        Map<String, String> other = new LinkedHashMap<>();
        columns.others().forEach(header -> other.put(header, cell(positions, header, cells)));
        try {
            entries.add(new ScreeningEntry(
                    entries.size() + 1,
                    columns.identifier(cell(positions, columns, cells, "identifier")),
                    cell(positions, columns, cells, "id"),
                    cell(positions, columns, cells, "name"),
                    cell(positions, columns, cells, "country"),
                    cell(positions, columns, cells, "reference"),
                    other,
                    columns));
        } catch (InvalidValue e) {
            int column = e.fields().stream()
                            .map(field -> positions.get(columns.taken().get(field)))
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse(0)
                    + 1;
            problems.add(new BadParts.Part(place(cells.line(), column), e));
        }
    }

    private static @Nullable String cell(
            Map<String, Integer> positions, ScreeningColumns columns, CsvRow cells, String field) {
        String header = columns.taken().get(field);
        return header == null ? null : cell(positions, header, cells);
    }

    private static String cell(Map<String, Integer> positions, String header, CsvRow cells) {
        return cells.cell(Objects.requireNonNull(positions.get(header)));
    }

    /** The headers, with a name for those that are empty. */
    private static List<String> headers(CsvRow header) {
        List<String> headers = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            String name = header.cell(i).strip();
            headers.add(name.isEmpty() ? "column " + (i + 1) : name);
        }
        return headers;
    }

    /** Where each column is; empty if the header cannot be used, which is then a problem. */
    private Map<String, Integer> positions(CsvRow header, List<String> headers, ScreeningColumns columns) {
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String name = headers.get(i);
            if (positions.putIfAbsent(name, i) != null) {
                problem(place(header.line(), i + 1), name, "must be in the header once");
            }
        }
        if (problems.isEmpty() && Stream.of("name", "id", "identifier").noneMatch(columns.taken()::containsKey)) {
            problem(
                    place(header.line()),
                    "",
                    "name, id or identifier must be in the header, were %s, parted by commas"
                            .formatted(String.join(", ", headers)));
        }
        return problems.isEmpty() ? positions : Map.of();
    }

    /** UTF-8, with or without a byte-order mark. */
    private String text(byte[] body) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.wrap(body);
        CharBuffer chars = CharBuffer.allocate(body.length + 1);
        CoderResult result = decoder.decode(bytes, chars, true);
        if (result.isError()) {
            int line = 1;
            int column = 1;
            for (int i = 0; i < bytes.position(); i++) {
                boolean ends = body[i] == '\n';
                line += ends ? 1 : 0;
                column = ends ? 1 : column + 1;
            }
            throw new BadParts(List.of(new BadParts.Part(
                    "line %d, byte %d".formatted(line, column),
                    new InvalidValue("", "0x%02X".formatted(body[bytes.position()]), "must be UTF-8"))));
        }
        String text = chars.flip().toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String place(long line) {
        return "line " + line;
    }

    private static String place(long line, int column) {
        return "line %d, column %d".formatted(line, column);
    }

    /** @param field the column that is wrong; empty if none is by itself */
    private void problem(String place, String field, String remedy) {
        problems.add(new BadParts.Part(place, new InvalidValue(field, null, remedy)));
    }
}

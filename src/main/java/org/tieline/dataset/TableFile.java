package org.tieline.dataset;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tieline.csv.BrokenCsv;
import org.tieline.csv.CsvRow;
import org.tieline.csv.CsvRows;
import org.tieline.csv.EscapingReader;
import org.tieline.csv.FileForm;
import org.tieline.model.DataError;
import org.tieline.naming.Nearest;

/** The file of one table: checks its form and hands out its rows. */
final class TableFile {
    private final DatasetFolder folder;
    private final String file;
    private final DatasetTable table;
    private final List<String> keyColumns;
    private final Ids ids;
    private final FirstLook look;
    private final DataErrors problems;

    /**
     * @param ids takes up the id of every row
     * @param look what a first look over the table told
     */
    TableFile(DatasetFolder folder, DatasetTable table, Ids ids, FirstLook look, DataErrors problems) {
        this.folder = folder;
        this.file = folder.label(table.file());
        this.table = table;
        this.keyColumns = table.key();
        this.ids = ids;
        this.look = look;
        this.problems = problems;
    }

    /** Takes the rows of a table as they stand. */
    @FunctionalInterface
    interface Look {
        /**
         * @param key empty if one of its cells is that must not be
         * @param cell gives the cell of a column, empty if there is none
         */
        void at(String key, UnaryOperator<String> cell);
    }

    /** Hands out all rows whose table can be read at all, and reports nothing. */
    static void lookOver(DatasetFolder folder, DatasetTable table, Look each) {
        DataErrors unheard = new DataErrors(List.of(folder));
        TableFile reader = new TableFile(
                folder, table, Ids.repeated(table, List.of(folder), FirstLook.NOTHING), FirstLook.NOTHING, unheard);
        read(folder, table.file(), table.columns(), table.isOptional(), records -> reader.lookOver(records, each));
    }

    private void lookOver(Iterator<CsvRow> records, Look each) {
        CsvRow header = nextUnblank(records);
        Map<String, Integer> positions = header == null ? Map.of() : positions(header);
        if (positions.isEmpty()) {
            return;
        }
        for (CsvRow cells = nextUnblank(records); cells != null; cells = nextUnblank(records)) {
            CsvRow row = cells;
            each.at(key(row, positions), column -> cell(row, positions, column));
        }
    }

    /** Hands every row that has as many fields as the header to {@code rows}, in the order of the file. */
    void read(Consumer<TableRow> rows) {
        read(folder, table.file(), table.columns(), table.isOptional(), records -> read(records, rows))
                .ifPresent(error -> {
                    ids.markIncomplete();
                    problems.add(error);
                });
    }

    /**
     * Opens a CSV file of a folder and hands its rows out, the header first and blank ones among them.
     *
     * @param columns those that its header must have
     * @param optional whether the folder may do without it
     * @return why it was not read to its end; empty if it was, or need not be there
     */
    static Optional<DataError> read(
            DatasetFolder folder,
            String file,
            List<String> columns,
            boolean optional,
            Consumer<Iterator<CsvRow>> records) {
        try (BufferedInputStream stream =
                new BufferedInputStream(Files.newInputStream(folder.path().resolve(file)))) {
            Optional<String> noCsv = FileForm.noCsv(stream, columns);
            if (noCsv.isPresent()) {
                return whole(folder, file, 1, noCsv.get());
            }
            try (CsvRows rows = new CsvRows(new EscapingReader(stream))) {
                records.accept(rows);
            }
            return Optional.empty();
        } catch (NoSuchFileException e) {
            return optional
                    ? Optional.empty()
                    : whole(folder, file, 0, "must be there, with the header " + String.join(",", columns));
        } catch (BrokenCsv e) {
            String remedy = "must be CSV as of RFC 4180: %s; nothing after it was read".formatted(e.getMessage());
            return whole(folder, file, e.line(), remedy);
        } catch (IOException | UncheckedIOException e) {
            return whole(folder, file, 0, "cannot be read: " + e);
        }
    }

    private static Optional<DataError> whole(DatasetFolder folder, String file, long line, String remedy) {
        return Optional.of(new DataError(folder.label(file), line, "", "", remedy));
    }

    private void read(Iterator<CsvRow> records, Consumer<TableRow> rows) {
        CsvRow header = nextUnblank(records);
        if (header == null) {
            giveUp(1, "must begin with the header " + String.join(",", table.columns()));
            return;
        }
        Map<String, Integer> positions = positions(header);
        if (positions.isEmpty()) {
            ids.markIncomplete();
            return;
        }
        for (CsvRow cells = nextUnblank(records); cells != null; cells = nextUnblank(records)) {
            boolean ragged = cells.size() != header.size();
            long line = cells.line();
            RowPlace place = new RowPlace(folder.number(), file, line);
            String key = key(cells, positions);
            Optional<RowPlace> earlier = ids.add(key, place);
            if (ragged) {
                error(
                        line,
                        "",
                        "",
                        "must have %d fields like the header, has %d%s"
                                .formatted(header.size(), cells.size(), overLines(cells)));
                continue;
            }
            TableRow row = new TableRow(table, place, positions, cells, problems);
            if (look.mayRepeat(key)) {
                row.mayRepeat();
            }
            earlier.ifPresent(first -> {
                if (first.folder() == place.folder()) {
                    row.refuse(table.keyColumn(), unique(first.line()));
                } else {
                    row.repeats(first);
                }
            });
            rows.accept(row);
        }
    }

    /** Empty if one of the cells is that must not be. */
    private String key(CsvRow cells, Map<String, Integer> positions) {
        if (keyColumns.size() == 1) {
            return cell(cells, positions, keyColumns.getFirst());
        }
        StringJoiner key = new StringJoiner(" ");
        for (String column : keyColumns) {
            String cell = cell(cells, positions, column);
            if (cell.isEmpty() && !table.isOptional(column)) {
                return "";
            }
            key.add(cell);
        }
        return key.toString();
    }

    private static String cell(CsvRow cells, Map<String, Integer> positions, String column) {
        int at = positions.getOrDefault(column, cells.size());
        return at < cells.size() ? cells.cell(at) : "";
    }

    /** A quote that nobody meant takes the lines after it into its field. */
    static String overLines(CsvRow cells) {
        return cells.cells().stream().anyMatch(cell -> cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0)
                ? "; a quote that is opened in it takes in the lines after it"
                : "";
    }

    private String unique(long first) {
        List<String> others = table.key().stream()
                .filter(column -> !column.equals(table.keyColumn()))
                .toList();
        String together = others.isEmpty() ? "" : " together with " + String.join(" and ", others);
        return "must be unique%s, line %d has it too".formatted(together, first);
    }

    static @Nullable CsvRow nextUnblank(Iterator<CsvRow> records) {
        while (records.hasNext()) {
            CsvRow next = records.next();
            if (!next.isBlank()) {
                return next;
            }
        }
        return null;
    }

    /** Where each column is; fewer than the table has if the header cannot be used, which is then reported. */
    private Map<String, Integer> positions(CsvRow header) {
        Map<String, Integer> positions = new HashMap<>();
        Set<String> missing = new HashSet<>(table.columns());
        missing.removeAll(header.cells());
        boolean usable = true;
        for (int i = 0; i < header.size(); i++) {
            String name = header.cell(i);
            if (!table.columns().contains(name)) {
                usable = false;
                Optional<String> meant = Nearest.among(missing, name.strip().toLowerCase(Locale.ROOT)).stream()
                        .findFirst();
                meant.ifPresent(missing::remove);
                error(header.line(), "", name, unknownColumn(meant));
            } else if (positions.putIfAbsent(name, i) != null) {
                usable = false;
                error(header.line(), name, name, "must be in the header once");
            }
        }
        for (String name : table.columns()) {
            if (missing.contains(name) && !table.isOptional(name)) {
                usable = false;
                error(header.line(), name, "", "must be in the header");
            }
        }
        return usable ? positions : Map.of();
    }

    private String unknownColumn(Optional<String> meant) {
        String remedy = "must be a column of the table: " + String.join(",", table.columns());
        return meant.map(column -> "%s; did you mean %s?".formatted(remedy, column))
                .orElse(remedy);
    }

    private void giveUp(long line, String remedy) {
        ids.markIncomplete();
        error(line, "", "", remedy);
    }

    private void error(long line, String column, String value, String remedy) {
        problems.add(new DataError(file, line, column, shown(value), remedy));
    }

    /** A text of the file as an error shows it. */
    static String shown(String value) {
        return EscapingReader.legible(value).replace('\0', '\uFFFD');
    }
}

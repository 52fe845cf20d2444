package org.tieline.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tieline.csv.CsvRow;
import org.tieline.model.DataError;
import org.tieline.model.InvalidValue;

/** A CSV file of a folder as text, whatever columns it has: what its cells mean is not asked. */
final class PlainTable {
    private final DatasetFolder folder;
    private final String file;
    private final DataErrors problems;
    private final List<String> columns = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    /**
     * One row.
     *
     * @param line the line on which it starts, from 1
     * @param cells by their columns, without those that are empty
     */
    record Row(long line, Map<String, String> cells) {

        /** Empty if the file has no such column. */
        String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    private PlainTable(DatasetFolder folder, String file, DataErrors problems) {
        this.folder = folder;
        this.file = file;
        this.problems = problems;
    }

    /**
     * Reads a file. A row that cannot be read is reported and left out.
     *
     * @param required the columns that it must have
     * @param optional whether the folder may do without it; it then has no rows
     */
    static PlainTable read(
            DatasetFolder folder, String file, List<String> required, boolean optional, DataErrors problems) {
        PlainTable table = new PlainTable(folder, file, problems);
        TableFile.read(folder, file, required, optional, records -> table.take(records, required))
                .ifPresent(problems::add);
        return table;
    }

    /** In the order of the header; none if there is no file. */
    List<String> columns() {
        return columns;
    }

    /** In the order of the file. */
    List<Row> rows() {
        return rows;
    }

    /** Reports what is wrong with a row. */
    void refuse(Row row, String column, String value, String remedy) {
        error(row.line(), column, value, remedy);
    }

    private void take(Iterator<CsvRow> records, List<String> required) {
        CsvRow header = TableFile.nextUnblank(records);
        if (header == null) {
            error(1, "", "", "must begin with a header that has " + String.join(",", required));
            return;
        }
        if (!takeHeader(header, required)) {
            return;
        }
        for (CsvRow record = TableFile.nextUnblank(records); record != null; record = TableFile.nextUnblank(records)) {
            if (record.size() == columns.size()) {
                takeRow(record);
            } else {
                error(
                        record.line(),
                        "",
                        "",
                        "must have %d fields like the header, has %d%s"
                                .formatted(columns.size(), record.size(), TableFile.overLines(record)));
            }
        }
    }

    private boolean takeHeader(CsvRow header, List<String> required) {
        Set<String> names = new HashSet<>();
        boolean usable = true;
        for (String name : header.cells()) {
            if (name.isBlank() || !names.add(name)) {
                usable = false;
                error(header.line(), name, name, name.isBlank() ? "must have a name" : "must be in the header once");
            }
        }
        for (String name : required) {
            if (!names.contains(name)) {
                usable = false;
                error(header.line(), name, "", "must be in the header");
            }
        }
        columns.addAll(header.cells());
        return usable;
    }

    private void takeRow(CsvRow record) {
        Map<String, String> cells = new HashMap<>();
        boolean sound = true;
        for (int i = 0; i < record.size(); i++) {
            String text = record.cell(i);
            try {
                TableRow.requireLegible(text);
            } catch (InvalidValue refusal) {
                sound = false;
                error(record.line(), columns.get(i), text, refusal.remedy());
            }
            if (!text.isEmpty()) {
                cells.put(columns.get(i), TableRow.lineFeeds(text));
            }
        }
        if (sound) {
            rows.add(new Row(record.line(), cells));
        }
    }

    private void error(long line, String column, String value, String remedy) {
        problems.add(new DataError(folder.label(file), line, TableFile.shown(column), TableFile.shown(value), remedy));
    }
}

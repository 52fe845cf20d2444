package org.tieline.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.tieline.exposure.path.Relation;
import org.tieline.inquiry.MatrixAnswer;
import org.tieline.inquiry.SeriesAnswer;
import org.tieline.model.Organization;

/**
 * An answer as a table for spreadsheets.
 *
 * @param rows each as long as there are columns
 */
public record AnswerTable(List<String> columns, List<List<String>> rows) {
    /** In full width too: some spreadsheets take those for the same. */
    private static final String BEGINS_FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

    /** A row for each carrier and three columns for each vendor, which are empty where the carrier is not exposed. */
    public static AnswerTable of(MatrixAnswer answer) {
        List<String> vendors = answer.columns().stream().map(Organization::id).toList();
        List<String> columns = new ArrayList<>(List.of("carrier", "name", "country"));
        vendors.forEach(
                vendor -> columns.addAll(List.of(vendor + ".relation", vendor + ".hops", vendor + ".evidence")));
        return new AnswerTable(
                columns, answer.rows().stream().map(row -> cells(row, vendors)).toList());
    }

    private static List<String> cells(MatrixAnswer.Row row, List<String> vendors) {
        Organization carrier = row.carrier();
        List<String> cells = new ArrayList<>(
                List.of(carrier.id(), carrier.name(), Objects.requireNonNullElse(carrier.country(), "")));
        for (String vendor : vendors) {
            MatrixAnswer.Cell cell = row.cells().get(vendor);
            cells.addAll(
                    cell == null
                            ? List.of("", "", "")
                            : List.of(
                                    cell.relation().text(),
                                    Integer.toString(cell.hops()),
                                    cell.evidence().text()));
        }
        return cells;
    }

    /** A row for each day, with pairs and carriers of every relation. */
    public static AnswerTable of(SeriesAnswer answer) {
        List<String> columns = new ArrayList<>(List.of("day", "vendors"));
        for (String counted : List.of("pairs", "carriers")) {
            columns.add(counted);
            for (Relation relation : Relation.values()) {
                columns.add(counted + "." + relation.text());
            }
        }
        return new AnswerTable(
                columns, answer.points().stream().map(AnswerTable::cells).toList());
    }

    private static List<String> cells(SeriesAnswer.Point point) {
        List<String> cells = new ArrayList<>(List.of(point.day().toString(), Integer.toString(point.vendors())));
        for (SeriesAnswer.Counts counts : List.of(point.pairs(), point.carriers())) {
            cells.add(Integer.toString(counts.total()));
            new EnumMap<>(counts.byRelation()).values().forEach(count -> cells.add(count.toString()));
        }
        return cells;
    }

    /**
     * Writes the table as of RFC 4180, with a header, and leaves flushing and closing to the caller.
     *
     * <p>A cell that a spreadsheet would take for a formula, by its first character, gets an apostrophe before it: names come
     * from everywhere, and a table is opened where a formula could do harm.
     */
    public void write(Writer out) {
        CsvWriter csv = writer(out);
        csv.writeRecord(columns);
        rows.forEach(row -> csv.writeRecord(harmless(row)));
    }

    /** Writes rows as they come. */
    static CsvWriter writer(Writer out) {
        return CsvWriter.builder().bufferSize(0).build(out);
    }

    /** The cells as no spreadsheet takes them for formulas. */
    static List<String> harmless(List<String> cells) {
        return cells.stream().map(AnswerTable::harmless).toList();
    }

    private static String harmless(String cell) {
        boolean formula = !cell.isEmpty()
                && BEGINS_FORMULA.indexOf(cell.charAt(0)) >= 0
                && !NUMBER.matcher(cell).matches();
        return formula ? "'" + cell : cell;
    }
}

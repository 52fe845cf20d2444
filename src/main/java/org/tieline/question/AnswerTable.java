package org.tieline.question;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An answer as a table for spreadsheets.
 *
 * @param rows each as long as there are columns
 */
public record AnswerTable(List<String> columns, List<List<String>> rows) {
    /** In full width too: some spreadsheets take those for the same. */
    private static final String BEGINS_FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

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

    /** The same with one more column, the last, which has the same cell in every row. */
    AnswerTable and(String column, String cell) {
        return new AnswerTable(
                more(columns, column), rows.stream().map(row -> more(row, cell)).toList());
    }

    private static List<String> more(List<String> texts, String text) {
        return Stream.concat(texts.stream(), Stream.of(text)).toList();
    }

    /** Writes rows as they come. */
    public static CsvWriter writer(Writer out) {
        return CsvWriter.builder().bufferSize(0).build(out);
    }

    /** The cells as no spreadsheet takes them for formulas. */
    public static List<String> harmless(List<String> cells) {
        return cells.stream().map(AnswerTable::harmless).toList();
    }

    private static String harmless(String cell) {
        boolean formula = !cell.isEmpty()
                && BEGINS_FORMULA.indexOf(cell.charAt(0)) >= 0
                && !NUMBER.matcher(cell).matches();
        return formula ? "'" + cell : cell;
    }
}

package org.tieline;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.tieline.web.AnswerTable;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;

/**
 * Rows of cells to be printed.
 *
 * @param columns their names, in lower case
 * @param rows as many cells each as there are columns
 */
record Sheet(List<String> columns, List<List<String>> rows) {
    private static final int GAP = 2;

    /**
     * For people: columns as wide as their widest cell.
     *
     * @param shown how many of the columns; those that make lines long come last
     */
    String table(int shown) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(columns.stream().map(name -> name.toUpperCase(Locale.ROOT)).toList());
        lines.addAll(rows);
        Column[] widths = IntStream.range(0, shown)
                .map(i -> lines.stream()
                                .mapToInt(row -> row.get(i).length())
                                .max()
                                .orElse(0)
                        + GAP)
                .mapToObj(width -> new Column(width, 0, Column.Overflow.SPAN))
                .toArray(Column[]::new);
        TextTable table = TextTable.forColumns(Help.defaultColorScheme(Ansi.OFF), widths);
        lines.forEach(row -> table.addRowValues(row.subList(0, shown).toArray(String[]::new)));
        return table.toString();
    }

    /** For spreadsheets, with a header. */
    void csv(PrintWriter out) {
        new AnswerTable(columns, rows).write(out);
        out.flush();
    }
}

package org.tieline.question;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows of cells as people read them: columns as wide as their widest cell.
 *
 * @param columns their names
 * @param rows as many cells each as there are columns
 */
public record TextTable(List<String> columns, List<List<String>> rows) {
    private static final String GAP = "  ";

    /** A line with the names in capitals, one for each row, and an empty one; nothing at all if there are no rows. */
    @Override
    public String toString() {
        if (rows.isEmpty()) {
            return "";
        }
        List<String> head =
                columns.stream().map(name -> name.toUpperCase(Locale.ROOT)).toList();
        List<Integer> widths = IntStream.range(0, columns.size())
                .mapToObj(i -> Math.max(
                        head.get(i).length(),
                        rows.stream().mapToInt(row -> row.get(i).length()).max().orElse(0)))
                .toList();
        return line(head, widths) + rows.stream().map(row -> line(row, widths)).collect(Collectors.joining()) + "\n";
    }

    /** Lines, each with its end. */
    public static String lines(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static String line(List<String> cells, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i).replaceAll("\\R", " ");
            line.append(cell).repeat(' ', widths.get(i) - cell.length()).append(GAP);
        }
        return line.toString().stripTrailing() + "\n";
    }
}

package org.tieline.question.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.tieline.model.Organization;
import org.tieline.question.AnswerTable;
import org.tieline.question.TextTable;
import org.tieline.question.exposures.ExposureText;

/** A matrix as people read it. */
final class MatrixText {
    private MatrixText() {}

    static String of(MatrixAnswer answer) {
        List<String> columns = columns(answer);
        List<List<String>> rows =
                answer.rows().stream().map(row -> row(row, columns)).toList();
        return new TextTable(columns, rows) + TextTable.lines(searched(answer));
    }

    private static List<String> columns(MatrixAnswer answer) {
        List<String> columns = new ArrayList<>(List.of("carrier", "country"));
        answer.columns().forEach(vendor -> columns.add(vendor.id()));
        return columns;
    }

    /** {@code parent 2} where a carrier is exposed to a vendor through two ties. */
    private static List<String> row(MatrixAnswer.Row row, List<String> columns) {
        List<String> cells = new ArrayList<>(List.of(
                row.carrier().id(), Objects.requireNonNullElse(row.carrier().country(), "")));
        for (String vendor : columns.subList(2, columns.size())) {
            MatrixAnswer.Cell cell = row.cells().get(vendor);
            cells.add(cell == null ? "" : cell.relation().text() + " " + cell.hops());
        }
        return cells;
    }

    private static List<String> searched(MatrixAnswer answer) {
        List<String> lines = new ArrayList<>();
        int from = answer.page().offset();
        lines.add(
                answer.rows().size() == answer.total()
                        ? answer.total() == 1 ? "1 carrier" : "%d carriers".formatted(answer.total())
                        : "%d carriers, %d to %d shown; --limit and --offset show others"
                                .formatted(
                                        answer.total(),
                                        from + 1,
                                        from + answer.rows().size()));
        lines.addAll(ExposureText.searched(answer.searched()));
        return lines;
    }

    /** A row for each carrier and three columns for each vendor, which are empty where the carrier is not exposed. */
    static AnswerTable table(MatrixAnswer answer) {
        List<String> vendors = answer.columns().stream().map(Organization::id).toList();
        List<String> columns = new ArrayList<>(List.of("carrier", "name", "country"));
        vendors.forEach(
                vendor -> columns.addAll(List.of(vendor + ".relation", vendor + ".hops", vendor + ".evidence")));
        return new AnswerTable(
                columns,
                answer.rows().stream().map(row -> tableRow(row, vendors)).toList());
    }

    private static List<String> tableRow(MatrixAnswer.Row row, List<String> vendors) {
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
}

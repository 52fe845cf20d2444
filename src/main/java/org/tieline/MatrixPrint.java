package org.tieline;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.tieline.inquiry.ExposureQuestion;
import org.tieline.inquiry.MatrixAnswer;
import org.tieline.web.AnswerJson;
import org.tieline.web.AnswerTable;

/** Prints a matrix. */
final class MatrixPrint {
    private MatrixPrint() {}

    static void print(MatrixAnswer answer, ExposureQuestion question, Output form, PrintWriter out) {
        switch (form) {
            case TABLE -> {
                if (!answer.rows().isEmpty()) {
                    List<String> columns = columns(answer);
                    List<List<String>> rows =
                            answer.rows().stream().map(row -> row(row, columns)).toList();
                    out.println(new Sheet(columns, rows).table(columns.size()));
                }
                searched(answer).forEach(out::println);
            }
            case JSON -> out.println(new String(AnswerJson.of(answer, question), StandardCharsets.UTF_8));
            case CSV -> {
                AnswerTable table = AnswerTable.of(answer);
                new Sheet(table.columns(), table.rows()).csv(out);
            }
        }
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
        lines.addAll(ExposurePrint.searched(answer.searched()));
        return lines;
    }
}

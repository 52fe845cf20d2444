package org.tieline.question.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.tieline.question.TextTable;
import org.tieline.question.exposures.ExposureText;
import org.tieline.question.summary.SummaryQuestion.Part;

/** A summary as people read it. */
final class SummaryText {
    private SummaryText() {}

    static String of(SummaryAnswer answer) {
        List<String> columns = new ArrayList<>(List.of("key", "name"));
        Part.all().forEach(part -> columns.addAll(List.of(part.column, "millions")));
        List<List<String>> rows = Stream.concat(answer.rows().stream(), Stream.of(answer.all()))
                .map(row -> row(row, row == answer.all()))
                .toList();
        Weight carriers = answer.all().onRecord();
        List<String> lines = new ArrayList<>();
        lines.add("carriers, and millions of mobile subscribers of those that have a count: %d of %d"
                .formatted(carriers.counted(), carriers.carriers()));
        lines.addAll(ExposureText.searched(answer.searched()));
        return new TextTable(columns, rows) + TextTable.lines(lines);
    }

    private static List<String> row(SummaryAnswer.Row row, boolean all) {
        List<String> cells =
                new ArrayList<>(List.of(all ? "all" : Objects.requireNonNullElse(row.key(), "none"), text(row.name())));
        Part.all().forEach(part -> {
            Weight weight = part.weight.apply(row);
            cells.add(Integer.toString(weight.carriers()));
            cells.add(
                    weight.subscribers() == null
                            ? ""
                            : weight.subscribers().stripTrailingZeros().toPlainString());
        });
        return cells;
    }

    private static String text(String name) {
        return Objects.requireNonNullElse(name, "");
    }
}

package org.tieline.question.summary;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tieline.question.Json;
import org.tieline.question.TextTable;
import org.tieline.question.exposures.ExposureText;

/** A summary as people read it. */
final class SummaryText {
    private static final String HEAD =
            "carriers, and millions of mobile subscribers of those that have a count; %: part of those on record";

    private SummaryText() {}

    static String of(SummaryAnswer answer) {
        List<String> columns = new ArrayList<>(List.of("key", "name"));
        columns.addAll(exposedColumns());
        columns.addAll(List.of("established", "millions", "presumed", "millions"));
        List<List<String>> rows = Stream.concat(answer.rows().stream(), Stream.of(answer.all()))
                .map(row -> row(row, row == answer.all()))
                .toList();
        Weight carriers = answer.all().onRecord();
        List<String> lines = new ArrayList<>();
        lines.add("%s; %d of %d have one".formatted(HEAD, carriers.counted(), carriers.carriers()));
        lines.addAll(ExposureText.searched(answer.searched()));
        return new TextTable(columns, rows) + TextTable.lines(lines);
    }

    private static List<String> row(SummaryAnswer.Row row, boolean all) {
        List<String> cells = new ArrayList<>(named(row.key(), row.name(), all));
        cells.addAll(exposed(row.onRecord(), row.exposed()));
        cells.addAll(weight(row.findings().established().weight()));
        cells.addAll(weight(row.findings().presumed().weight()));
        return cells;
    }

    static String of(SummarySeriesAnswer answer) {
        List<String> columns = new ArrayList<>(List.of("key", "name", "day"));
        columns.addAll(exposedColumns());
        List<List<String>> rows = Stream.concat(answer.rows().stream(), Stream.of(answer.all()))
                .flatMap(curve -> curve.points().stream().map(point -> row(curve, point, curve == answer.all())))
                .toList();
        String shown = "%d of %d rows on %d days"
                .formatted(
                        answer.rows().size(),
                        answer.total(),
                        answer.all().points().size());
        return new TextTable(columns, rows) + TextTable.lines(List.of(HEAD, shown, Json.NOTICE));
    }

    private static List<String> row(SummarySeriesAnswer.Curve curve, SummarySeriesAnswer.Point point, boolean all) {
        List<String> cells = new ArrayList<>(named(curve.key(), curve.name(), all));
        cells.add(point.day().toString());
        cells.addAll(exposed(point.onRecord(), point.exposed()));
        return cells;
    }

    private static List<String> named(@Nullable String key, @Nullable String name, boolean all) {
        return List.of(all ? "all" : Objects.requireNonNullElse(key, "none"), Objects.requireNonNullElse(name, ""));
    }

    private static List<String> exposedColumns() {
        return List.of("onRecord", "millions", "possibly", "%", "millions", "%", "certainly", "%", "millions", "%");
    }

    private static List<String> exposed(Weight onRecord, SummaryAnswer.Exposed exposed) {
        List<String> cells = new ArrayList<>(weight(onRecord));
        for (SummaryAnswer.Tied tied : List.of(exposed.possibly(), exposed.certainly())) {
            List<String> weight = weight(tied.weight());
            cells.addAll(
                    List.of(weight.getFirst(), text(tied.ofCarriers()), weight.getLast(), text(tied.ofSubscribers())));
        }
        return cells;
    }

    private static List<String> weight(Weight weight) {
        return List.of(Integer.toString(weight.carriers()), text(weight.subscribers()));
    }

    private static String text(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }
}

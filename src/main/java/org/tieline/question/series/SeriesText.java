package org.tieline.question.series;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.Collectors;
import org.tieline.exposure.SearchOptions;
import org.tieline.exposure.path.Relation;
import org.tieline.model.Organization;
import org.tieline.question.AnswerTable;
import org.tieline.question.Json;
import org.tieline.question.TextTable;

/** A series as people read it. */
final class SeriesText {
    private SeriesText() {}

    static String of(SeriesAnswer answer, SeriesQuestion question) {
        List<List<String>> rows = answer.points().stream().map(SeriesText::row).toList();
        return new TextTable(columns(), rows) + TextTable.lines(searched(answer, question));
    }

    private static List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("day", "vendors", "pairs", "carriers", "certain"));
        for (Relation relation : Relation.values()) {
            columns.add(relation.text());
        }
        return columns;
    }

    /** By relation the carriers alone; pairs by relation would make the lines too long. */
    private static List<String> row(SeriesAnswer.Point point) {
        List<String> cells = new ArrayList<>(List.of(
                point.day().toString(),
                Integer.toString(point.vendors()),
                Integer.toString(point.pairs().total()),
                Integer.toString(point.carriers().total()),
                Integer.toString(point.certain().carriers().total())));
        for (Relation relation : Relation.values()) {
            cells.add(String.valueOf(point.carriers().byRelation().get(relation)));
        }
        return cells;
    }

    private static List<String> searched(SeriesAnswer answer, SeriesQuestion question) {
        SearchOptions options = question.exposures().search();
        String vendors = answer.vendors().stream().map(Organization::id).collect(Collectors.joining(", "));
        int days = answer.points().size();
        return List.of(
                "%s; certain: carriers by ties that certainly hold; by relation: carriers, one with several relations in each of them"
                        .formatted(days == 1 ? "1 day" : days + " days"),
                "searched: %s to %s by %s, %s %s, at most %d ties, stakes from %s %%"
                        .formatted(
                                question.from(),
                                question.to(),
                                question.step(),
                                question.exposures().vendors().isEmpty()
                                        ? "every vendor while it was restricted:"
                                        : "from",
                                vendors.isEmpty() ? "none" : vendors,
                                options.maxHops(),
                                options.minStake().toPlainString()),
                Json.NOTICE);
    }

    /** A row for each day, made when it is read, with pairs and carriers of every relation, and those of certain ties. */
    static AnswerTable table(SeriesAnswer answer) {
        List<String> columns = new ArrayList<>(List.of("day", "vendors"));
        for (String counted : List.of("pairs", "carriers", "certain.pairs", "certain.carriers")) {
            columns.add(counted);
            for (Relation relation : Relation.values()) {
                columns.add(counted + "." + relation.text());
            }
        }
        return new AnswerTable(columns, new AbstractList<>() {
            @Override
            public List<String> get(int day) {
                return tableRow(answer.points().get(day));
            }

            @Override
            public int size() {
                return answer.points().size();
            }
        });
    }

    private static List<String> tableRow(SeriesAnswer.Point point) {
        List<String> cells = new ArrayList<>(List.of(point.day().toString(), Integer.toString(point.vendors())));
        for (SeriesAnswer.Counts counts : List.of(
                point.pairs(),
                point.carriers(),
                point.certain().pairs(),
                point.certain().carriers())) {
            cells.add(Integer.toString(counts.total()));
            new EnumMap<>(counts.byRelation()).values().forEach(count -> cells.add(count.toString()));
        }
        return cells;
    }
}

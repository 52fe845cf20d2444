package org.tieline.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jetty.http.QuotedQualityCSV;
import org.tieline.exposure.Relation;
import org.tieline.inquiry.MatrixAnswer;
import org.tieline.inquiry.Parameters;
import org.tieline.inquiry.SeriesAnswer;
import org.tieline.model.Organization;
import org.tieline.model.TielineException.BadQuestion;

/**
 * An answer as a table for spreadsheets. What JSON says around its results goes into headers of the response.
 *
 * @param rows each as long as there are columns
 */
public record AnswerTable(List<String> columns, List<List<String>> rows) {
    private static final String CSV = "text/csv";
    private static final String CONTENT = CSV + ";charset=utf-8;header=present";

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
     * Whether a table is wanted: by {@code format}, else by the most welcome type in {@code Accept} that there is; JSON if
     * neither says.
     */
    static boolean isWanted(Context context, Parameters parameters) {
        Optional<String> format = parameters.text("format");
        if (format.isPresent()) {
            return switch (format.get()) {
                case "csv" -> true;
                case "json" -> false;
                default -> throw new BadQuestion("format", "format must be one of json, csv, was " + format.get());
            };
        }
        QuotedQualityCSV accept = new QuotedQualityCSV();
        accept.addValue(Objects.requireNonNullElse(context.header("Accept"), "*/*"));
        return accept.getValues().stream()
                .map(type -> type.split(";", 2)[0].strip())
                .flatMap(type -> switch (type) {
                    case CSV, "text/*" -> Stream.of(true);
                    case "application/json", "application/*", "*/*" -> Stream.of(false);
                    default -> Stream.empty();
                })
                .findFirst()
                .orElse(false);
    }

    /** @param total how many rows there are in all */
    void answer(Context context, String snapshot, int total) {
        Map.of("Tieline-Notice", Json.NOTICE, "Tieline-Snapshot", snapshot, "Tieline-Total", Integer.toString(total))
                .forEach(context::header);
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(columns);
            rows.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context.contentType(CONTENT).result(text.toString());
    }
}

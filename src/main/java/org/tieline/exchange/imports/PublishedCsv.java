package org.tieline.exchange.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tieline.csv.BrokenCsv;
import org.tieline.csv.CsvRow;
import org.tieline.csv.CsvRows;
import org.tieline.csv.FileForm;
import org.tieline.model.DataError;
import org.tieline.model.TielineException.InvalidData;

/** Reads a CSV file with a header, row by row; the file may be packed. */
public final class PublishedCsv {
    private PublishedCsv() {}

    /**
     * One row.
     *
     * @param positions where each column is
     * @param whole whether it has as many fields as the header
     */
    public record Row(Map<String, Integer> positions, CsvRow cells, boolean whole) {
        public long line() {
            return cells.line();
        }

        /** The cell without space around it; empty if the file or the row has no such cell. */
        public String get(String column) {
            Integer at = positions.get(column);
            return at == null || at >= cells.size() ? "" : ForeignText.clean(cells.cell(at));
        }
    }

    /**
     * Hands on every row, in the order of the file.
     *
     * @param required the columns that the header must have; others may be there or not
     * @throws InvalidData if the file cannot be read to its end or lacks a column
     */
    public static void read(Path file, List<String> required, Consumer<Row> rows) {
        read(file, required, ImportProgress.SILENT, rows);
    }

    /**
     * The same, telling how far it has come.
     *
     * @return how many rows there were
     * @throws InvalidData as before
     */
    public static long read(Path file, List<String> required, ImportProgress progress, Consumer<Row> rows) {
        String name = file.getFileName().toString();
        try (PublishedFile packed = PublishedFile.open(file);
                CsvRows records = new CsvRows(packed.reader())) {
            FileForm.noCsv(packed.stream(), required).ifPresent(remedy -> {
                throw invalid(name, 1, "", remedy);
            });
            if (!records.hasNext()) {
                throw invalid(name, 1, "", "must begin with a header that has " + String.join(",", required));
            }
            CsvRow header = records.next();
            Map<String, Integer> positions = positions(name, header, required);
            long read = 0;
            while (records.hasNext()) {
                CsvRow cells = records.next();
                if (!cells.isBlank()) {
                    rows.accept(new Row(positions, cells, cells.size() == header.size()));
                    read++;
                    progress.done(name, read, packed.share());
                }
            }
            return read;
        } catch (BrokenCsv e) {
            throw invalid(name, e.line(), "", "must be CSV as of RFC 4180 to its end: " + e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            throw invalid(name, 0, "", "cannot be read: " + e);
        }
    }

    private static Map<String, Integer> positions(String file, CsvRow header, List<String> required) {
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            positions.putIfAbsent(header.cell(i).strip(), i);
        }
        List<DataError> missing = new ArrayList<>();
        for (String column : required) {
            if (!positions.containsKey(column)) {
                missing.add(new DataError(file, 1, column, "", "must be in the header"));
            }
        }
        if (!missing.isEmpty()) {
            throw new InvalidData(missing);
        }
        return positions;
    }

    public static InvalidData invalid(String file, long line, String value, String remedy) {
        return new InvalidData(List.of(new DataError(file, line, "", value, remedy)));
    }
}

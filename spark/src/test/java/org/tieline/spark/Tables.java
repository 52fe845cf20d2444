package org.tieline.spark;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.tieline.dataset.DatasetWriter;
import org.tieline.dataset.Datasets;
import org.tieline.dataset.PackageHead;
import org.tieline.exposure.RandomFacts;
import org.tieline.model.Dataset;
import org.tieline.model.Organization;
import org.tieline.model.Source;
import org.tieline.model.Tie;

/** Facts as the tables that an export writes. */
final class Tables {
    private Tables() {}

    /** Writes a data set into a new folder. */
    static Path write(Dataset facts, Path folder) throws IOException {
        Files.createDirectories(folder);
        DatasetWriter.write(facts, PackageHead.of("made-up", "Made up", "Made up.", facts.version(), null), folder);
        return folder;
    }

    /** Many small random graphs beside each other, which no tie connects. */
    static Dataset random(int graphs) {
        List<Organization> organizations = new ArrayList<>();
        List<Source> sources = new ArrayList<>();
        List<Tie> ties = new ArrayList<>();
        for (int graph = 0; graph < graphs; graph++) {
            String prefix = "g%03d-".formatted(graph);
            RandomFacts facts = RandomFacts.of(graph);
            facts.organizations().forEach(one -> organizations.add(one.with(other -> other.id(prefix + one.id()))));
            facts.sources()
                    .forEach(one -> sources.add(
                            new Source(prefix + one.id(), one.publisher(), one.title(), one.published(), one.url())));
            facts.ties()
                    .forEach(one -> ties.add(one.with(other -> other.id(prefix + one.id())
                            .from(prefix + one.from())
                            .to(prefix + one.to())
                            .sources(one.sources().stream()
                                    .map(source -> prefix + source)
                                    .toList()))));
        }
        return Datasets.of("random", organizations, ties, List.of(), sources, List.of(), List.of(), List.of());
    }

    /** The header and the cells of a table, empty where there is none. */
    static List<List<String>> cells(org.apache.spark.sql.Dataset<Row> table) {
        List<List<String>> cells = new ArrayList<>(List.of(Arrays.asList(table.columns())));
        cells.addAll(rows(table));
        return cells;
    }

    static List<List<String>> rows(org.apache.spark.sql.Dataset<Row> table) {
        return table.collectAsList().stream()
                .map(row -> IntStream.range(0, row.length())
                        .mapToObj(i -> Objects.toString(row.get(i), ""))
                        .toList())
                .toList();
    }

    /** The header and the cells of the one file that a job wrote. */
    static List<List<String>> csv(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Path file = files.filter(one -> one.toString().endsWith(".csv"))
                    .findFirst()
                    .orElseThrow();
            try (CsvReader<CsvRecord> records = CsvReader.builder().ofCsvRecord(file)) {
                return records.stream().map(CsvRecord::getFields).toList();
            }
        }
    }

    /** Holds two tables together; a table that differs is too large to be told whole. */
    static void requireSame(List<List<String>> ours, List<List<String>> engines) {
        for (int row = 0; row < Math.max(ours.size(), engines.size()); row++) {
            List<String> one = row < ours.size() ? ours.get(row) : List.of();
            List<String> other = row < engines.size() ? engines.get(row) : List.of();
            if (!one.equals(other)) {
                throw new AssertionError("row %d: Spark has %s, the engine %s".formatted(row, one, other));
            }
        }
    }
}

package org.tieline.exchange.imports;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tieline.dataset.DatasetReader;
import org.tieline.dataset.Datasets;
import org.tieline.model.Dataset;

/**
 * What an import made, and its report.
 *
 * @param taken the folder, read by itself; empty if none was made
 */
public record Imported(
        Dataset taken,
        List<ImportReport.Reason> left,
        List<ImportReport.Reason> changed,
        List<ImportReport.Reason> told) {
    /** Reads the folder that was made. */
    public static Imported of(ImportReport report, Path into) {
        Dataset taken = Files.exists(into.resolve("organizations.csv"))
                ? DatasetReader.read(into)
                : Datasets.of(
                        Dataset.UNVERSIONED,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of());
        if (report.taken().organizations() != taken.organizations().size()
                || report.taken().ties() != taken.ties().size()
                || report.taken().identifiers() != taken.identifiers().size()) {
            throw new AssertionError("%s is not what is in %s".formatted(report.taken(), into));
        }
        return new Imported(taken, report.left(), report.changed(), report.told());
    }

    /** Whether nothing was taken. */
    public boolean isEmpty() {
        return taken.organizations().isEmpty();
    }
}

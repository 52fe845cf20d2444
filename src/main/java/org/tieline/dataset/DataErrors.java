package org.tieline.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tieline.model.DataError;

/**
 * Collects what is wrong, in whatever order it is found, and hands it out in the order of file, line and column. The first of it
 * are kept, and of the rest the number.
 */
final class DataErrors {
    /** How many errors are kept, and how many warnings. */
    static final int MOST = 10_000;

    private final List<String> files = new ArrayList<>();
    private final Map<String, DatasetTable> tables = new HashMap<>();
    private final List<DataError> errors = new ArrayList<>();
    private final List<DataError> warnings = new ArrayList<>();
    private long errorsInAll;
    private long warningsInAll;

    /** @param folders those that are read, in their order */
    DataErrors(List<DatasetFolder> folders) {
        for (DatasetFolder folder : folders) {
            files.add(folder.label(DataPackage.FILE));
            for (DatasetTable table : DatasetTable.values()) {
                files.add(folder.label(table.file()));
                tables.put(folder.label(table.file()), table);
            }
        }
    }

    void add(DataError error) {
        errorsInAll++;
        if (errors.size() < MOST) {
            errors.add(error);
        }
    }

    /** Notes what is no error and still doubtful. */
    void warn(DataError warning) {
        warningsInAll++;
        if (warnings.size() < MOST) {
            warnings.add(warning);
        }
    }

    boolean isEmpty() {
        return errors.isEmpty();
    }

    /** How many there are, those that are not kept too. */
    long errorsInAll() {
        return errorsInAll;
    }

    /** Likewise. */
    long warningsInAll() {
        return warningsInAll;
    }

    List<DataError> inOrder() {
        return sorted(errors);
    }

    List<DataError> warningsInOrder() {
        return sorted(warnings);
    }

    private List<DataError> sorted(List<DataError> found) {
        return found.stream()
                .sorted(Comparator.<DataError>comparingInt(error -> files.indexOf(error.file()))
                        .thenComparingLong(DataError::line)
                        .thenComparingInt(this::columnRank))
                .toList();
    }

    private int columnRank(DataError error) {
        DatasetTable table = tables.get(error.file());
        return table == null ? 0 : table.columns().indexOf(error.column());
    }
}

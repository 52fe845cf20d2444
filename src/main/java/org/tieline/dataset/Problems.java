package org.tieline.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tieline.model.DataError;

/** Collects what is wrong, in whatever order it is found, and hands it out in the order of file, line and column. */
final class Problems {
    private static final List<String> FILES =
            Stream.concat(Stream.of(DataPackage.FILE), Table.files().stream()).toList();
    private static final Map<String, Table> TABLES =
            Stream.of(Table.values()).collect(Collectors.toMap(Table::file, Function.identity()));

    private final List<DataError> errors = new ArrayList<>();

    void add(DataError error) {
        errors.add(error);
    }

    boolean isEmpty() {
        return errors.isEmpty();
    }

    List<DataError> inOrder() {
        return errors.stream()
                .sorted(Comparator.<DataError>comparingInt(error -> FILES.indexOf(error.file()))
                        .thenComparingLong(DataError::line)
                        .thenComparingInt(Problems::columnRank))
                .toList();
    }

    private static int columnRank(DataError error) {
        Table table = TABLES.get(error.file());
        return table == null ? 0 : table.columns().indexOf(error.column());
    }
}

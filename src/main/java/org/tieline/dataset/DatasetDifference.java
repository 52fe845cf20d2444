package org.tieline.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tieline.model.DataError;
import org.tieline.model.Dataset;
import org.tieline.model.TielineException.InvalidData;

/**
 * What one release of a data set has that another has not, fact by fact. Two folders of tables are compared as they stand; what is
 * no valid fact is compared too, so that releases of other times can be read.
 *
 * @param oldVersion the version of the older release; {@link Dataset#UNVERSIONED} if it has none
 * @param newVersion that of the newer one
 * @param changes in the order of tables, kinds of change and ids
 * @param unusedReasons the lines of {@code reasons.csv} that are about none of the changes
 */
public record DatasetDifference(
        String oldVersion, String newVersion, List<FactChange> changes, List<Long> unusedReasons) {

    public DatasetDifference {
        changes = List.copyOf(changes);
        unusedReasons = List.copyOf(unusedReasons);
    }

    /**
     * Compares two folders. Reasons are taken from {@code reasons.csv} of the newer one, if it is there: with the columns table, id,
     * column, old, new and reason.
     *
     * @throws InvalidData if a folder cannot be read, with all that is wrong with both, in the order of folder, file and line
     */
    public static DatasetDifference between(Path older, Path newer) {
        List<DatasetFolder> folders = DatasetFolder.of(List.of(older, newer));
        DataErrors problems = new DataErrors(folders);
        folders.forEach(folder -> requireFolder(folder, problems));
        stopAt(problems);
        DatasetFolder old = folders.getFirst();
        DatasetFolder now = folders.getLast();
        ChangeReasons reasons = ChangeReasons.read(now, problems);
        Map<DatasetTable, TableDifference> tables = new EnumMap<>(DatasetTable.class);
        for (DatasetTable table : DatasetTable.values()) {
            tables.put(
                    table, new TableDifference(table, read(old, table, problems), read(now, table, problems), reasons));
        }
        String oldVersion = DataPackage.version(old, problems);
        String newVersion = DataPackage.version(now, problems);
        stopAt(problems);
        List<FactChange> changes = new ArrayList<>();
        Map<String, String> organizations =
                Objects.requireNonNull(tables.get(DatasetTable.ORGANIZATIONS)).renamed();
        tables.values().forEach(table -> changes.addAll(table.changes(organizations)));
        return new DatasetDifference(oldVersion, newVersion, changes, reasons.unused());
    }

    private static void requireFolder(DatasetFolder folder, DataErrors problems) {
        if (!Files.isDirectory(folder.path())) {
            problems.add(new DataError(
                    folder.path().toString(), 0, "", "", "must be a folder with " + String.join(", ", required())));
        }
    }

    private static List<String> required() {
        return Arrays.stream(DatasetTable.values())
                .filter(table -> !table.isOptional())
                .map(DatasetTable::file)
                .toList();
    }

    private static void stopAt(DataErrors problems) {
        if (!problems.isEmpty()) {
            throw new InvalidData(problems.inOrder());
        }
    }

    private static PlainTable read(DatasetFolder folder, DatasetTable table, DataErrors problems) {
        List<String> required =
                table.key().stream().filter(column -> !table.isOptional(column)).toList();
        return PlainTable.read(folder, table.file(), required, table.isOptional(), problems);
    }

    /** The names of all tables, in their order: {@code organizations}, {@code ties} and so on. */
    public static List<String> tables() {
        return Arrays.stream(DatasetTable.values()).map(DatasetTable::label).toList();
    }

    /** How many facts of a table changed so. */
    public long count(String table, FactChange.Kind kind) {
        return changes.stream()
                .filter(change -> change.table().equals(table) && change.kind() == kind)
                .count();
    }
}

package org.tieline.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tieline.naming.Nearest;

/**
 * Why facts are not what they were: {@code reasons.csv} of a folder, which may be absent. It may hold the reasons of former
 * releases too.
 *
 * <p>A row without {@code column} is about the fact as a whole, one with it about that cell. Where {@code old} and {@code new} are
 * given, they must be what the two releases say, or steps that lead from the one to the other.
 */
final class ChangeReasons {
    static final String FILE = "reasons.csv";

    private static final List<String> COLUMNS = List.of("table", "id", "column", "old", "new", "reason");

    private final List<Reason> all;
    private final Map<Fact, List<Reason>> byFact;
    private final Set<Reason> used = new HashSet<>();

    private record Fact(DatasetTable table, String id) {}

    private record Reason(
            long line, DatasetTable table, String id, String column, String old, String now, String text) {

        Fact fact() {
            return new Fact(table, id);
        }

        boolean leadsSomewhere() {
            return !old.isEmpty() && !now.isEmpty();
        }

        boolean hasNoValues() {
            return old.isEmpty() && now.isEmpty();
        }
    }

    private ChangeReasons(List<Reason> all) {
        this.all = all;
        this.byFact = all.stream().collect(Collectors.groupingBy(Reason::fact));
    }

    static ChangeReasons read(DatasetFolder folder, DataErrors problems) {
        PlainTable table = PlainTable.read(folder, FILE, COLUMNS, true, problems);
        List<Reason> all = new ArrayList<>();
        for (PlainTable.Row row : table.rows()) {
            table(row, table)
                    .ifPresent(about -> all.add(new Reason(
                            row.line(),
                            about,
                            required(row, "id", table),
                            row.cell("column"),
                            row.cell("old"),
                            row.cell("new"),
                            required(row, "reason", table))));
            if (row.cell("column").isEmpty()) {
                requireNone(row, "old", table);
                requireNone(row, "new", table);
            }
        }
        return new ChangeReasons(all);
    }

    private static Optional<DatasetTable> table(PlainTable.Row row, PlainTable file) {
        String name = row.cell("table");
        List<String> names =
                Arrays.stream(DatasetTable.values()).map(DatasetTable::label).toList();
        int at = names.indexOf(name);
        if (at < 0) {
            String meant = Nearest.among(names, name).stream()
                    .findFirst()
                    .map("; did you mean %s?"::formatted)
                    .orElse("");
            file.refuse(row, "table", name, "must be one of " + names + meant);
            return Optional.empty();
        }
        return Optional.of(DatasetTable.values()[at]);
    }

    private static String required(PlainTable.Row row, String column, PlainTable file) {
        if (row.cell(column).isBlank()) {
            file.refuse(row, column, "", "must not be empty");
        }
        return row.cell(column);
    }

    private static void requireNone(PlainTable.Row row, String column, PlainTable file) {
        if (!row.cell(column).isEmpty()) {
            file.refuse(row, column, row.cell(column), "must be empty where no column is named");
        }
    }

    /** The facts of a table whose id is said to have changed: old ids, each with the one that came next. */
    Map<String, String> renames(DatasetTable table) {
        Map<String, String> renames = new LinkedHashMap<>();
        if (table.key().size() > 1) {
            return renames;
        }
        String key = table.key().getFirst();
        all.stream()
                .filter(reason -> reason.table() == table && reason.column().equals(key) && reason.leadsSomewhere())
                .forEach(reason -> renames.put(reason.old(), reason.now()));
        return renames;
    }

    /** Why a fact as a whole is there or no longer there, or differs; null if no reason is given. */
    @Nullable
    String of(DatasetTable table, Set<String> ids) {
        String key = table.key().getFirst();
        return joined(about(
                table,
                ids,
                reason -> reason.column().isEmpty() || reason.column().equals(key) && !reason.leadsSomewhere()));
    }

    /** Why a cell differs; null if no reason is given. */
    @Nullable
    String of(DatasetTable table, Set<String> ids, String column, String old, String now) {
        List<Reason> steps = new ArrayList<>();
        String reached = old;
        for (Reason reason : about(table, ids, each -> each.column().equals(column) && !each.hasNoValues())) {
            if (reason.old().equals(reached)) {
                steps.add(reason);
                reached = reason.now();
            }
        }
        return reached.equals(now)
                ? joined(steps)
                : joined(about(table, ids, each -> each.column().equals(column) && each.hasNoValues()));
    }

    /** The lines of reasons that none of the answers so far has. */
    List<Long> unused() {
        return all.stream()
                .filter(reason -> !used.contains(reason))
                .map(Reason::line)
                .toList();
    }

    private List<Reason> about(DatasetTable table, Set<String> ids, Predicate<Reason> which) {
        return ids.stream()
                .flatMap(id -> byFact.getOrDefault(new Fact(table, id), List.of()).stream())
                .filter(which)
                .sorted(Comparator.comparingLong(Reason::line))
                .toList();
    }

    private @Nullable String joined(List<Reason> reasons) {
        used.addAll(reasons);
        return reasons.isEmpty()
                ? null
                : reasons.stream().map(Reason::text).distinct().collect(Collectors.joining("; "));
    }
}

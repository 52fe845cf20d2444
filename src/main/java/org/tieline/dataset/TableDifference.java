package org.tieline.dataset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tieline.csv.Bars;
import org.tieline.dataset.FactChange.Cell;
import org.tieline.dataset.FactChange.Kind;
import org.tieline.dataset.PlainTable.Row;

/** One table in two releases, row by row. Cells are compared as they stand; a column that one release lacks is empty there. */
final class TableDifference {
    private static final String FORMER_IDS = "formerIds";
    private static final List<String> TITLES = List.of("summary", "name", "title");

    private final DatasetTable table;
    private final List<String> columns;
    private final SortedMap<String, Row> old;
    private final SortedMap<String, Row> now;
    private final ChangeReasons reasons;
    private final SortedMap<String, String> renames;

    TableDifference(DatasetTable table, PlainTable old, PlainTable now, ChangeReasons reasons) {
        this.table = table;
        this.columns = Stream.of(table.columns(), now.columns(), old.columns())
                .flatMap(Collection::stream)
                .distinct()
                .toList();
        this.old = byId(table, old);
        this.now = byId(table, now);
        this.reasons = reasons;
        this.renames = renames();
    }

    /** Rows by the cells of their key; two with the same key, and one without any, are reported. */
    private static SortedMap<String, Row> byId(DatasetTable table, PlainTable rows) {
        SortedMap<String, Row> byId = new TreeMap<>();
        for (Row row : rows.rows()) {
            String id = table.key().stream()
                    .map(row::cell)
                    .collect(Collectors.joining(" "))
                    .stripTrailing();
            if (id.isBlank()) {
                rows.refuse(row, table.key().getFirst(), "", "must not be empty");
                continue;
            }
            Row first = byId.putIfAbsent(id, row);
            if (first != null) {
                rows.refuse(
                        row, table.key().getLast(), id, "must be unique, line %d has it too".formatted(first.line()));
            }
        }
        return byId;
    }

    /** Old ids that the new release has no longer, each with the one in its place. */
    SortedMap<String, String> renamed() {
        return renames;
    }

    private SortedMap<String, String> renames() {
        SortedMap<String, String> found = new TreeMap<>();
        now.forEach((id, row) -> elements(row.cell(FORMER_IDS)).forEach(former -> found.put(former, id)));
        Map<String, String> said = reasons.renames(table);
        said.keySet().forEach(id -> found.putIfAbsent(id, last(id, said)));
        found.entrySet()
                .removeIf(rename -> !old.containsKey(rename.getKey())
                        || now.containsKey(rename.getKey())
                        || !now.containsKey(rename.getValue()));
        return found;
    }

    /** Follows an id from one name to the next. */
    private static String last(String id, Map<String, String> renames) {
        Set<String> seen = new HashSet<>();
        String last = id;
        while (renames.containsKey(last) && seen.add(last)) {
            last = renames.get(last);
        }
        return last;
    }

    /**
     * What became of each row, by kind and id.
     *
     * @param organizations the organizations that are renamed, as {@link #renamed()} has them
     */
    List<FactChange> changes(Map<String, String> organizations) {
        List<FactChange> changes = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        renames.forEach((from, to) -> changes.add(
                old.containsKey(to) || !taken.add(to) ? merged(from, to) : renamed(from, to, organizations)));
        old.forEach((id, row) -> {
            if (now.containsKey(id)) {
                changed(id, row, organizations).ifPresent(changes::add);
            } else if (!renames.containsKey(id)) {
                changes.add(change(id, Set.of(id), Kind.WITHDRAWN, row, cells(row, true)));
            }
        });
        now.forEach((id, row) -> {
            if (!old.containsKey(id) && !taken.contains(id)) {
                changes.add(change(id, Set.of(id), Kind.ADDED, row, cells(row, false)));
            }
        });
        changes.sort(Comparator.comparing(FactChange::kind).thenComparing(FactChange::id));
        return changes;
    }

    private FactChange merged(String from, String to) {
        Cell id = cell(Set.of(from, to), table.key().getFirst(), from, to, Map.of());
        return change(from, Set.of(from), Kind.MERGED, row(now, to), List.of(id));
    }

    private FactChange renamed(String from, String to, Map<String, String> organizations) {
        Row before = row(old, from);
        Row after = row(now, to);
        List<Cell> cells = new ArrayList<>(differing(Set.of(from, to), before, after, organizations));
        cells.removeIf(cell ->
                cell.column().equals(FORMER_IDS) && without(from, cell.now()).equals(cell.old()));
        return change(from, new LinkedHashSet<>(List.of(from, to)), Kind.RENAMED, after, cells);
    }

    private static Row row(Map<String, Row> rows, String id) {
        return Objects.requireNonNull(rows.get(id));
    }

    private static String without(String element, String list) {
        return Bars.join(elements(list).filter(each -> !each.equals(element)).toList());
    }

    private Optional<FactChange> changed(String id, Row before, Map<String, String> organizations) {
        Row after = row(now, id);
        List<Cell> cells = differing(Set.of(id), before, after, organizations);
        return cells.isEmpty() ? Optional.empty() : Optional.of(change(id, Set.of(id), Kind.CHANGED, after, cells));
    }

    private List<Cell> differing(Set<String> ids, Row before, Row after, Map<String, String> organizations) {
        return columns.stream()
                .filter(column -> !before.cell(column).equals(after.cell(column)))
                .map(column -> cell(ids, column, before.cell(column), after.cell(column), organizations))
                .toList();
    }

    private List<Cell> cells(Row row, boolean withdrawn) {
        return columns.stream()
                .filter(column -> !row.cell(column).isEmpty())
                .map(column -> withdrawn
                        ? new Cell(column, row.cell(column), "", null)
                        : new Cell(column, "", row.cell(column), null))
                .toList();
    }

    private Cell cell(Set<String> ids, String column, String before, String after, Map<String, String> organizations) {
        String reason = reasons.of(table, ids, column, before, after);
        boolean follows = reason == null && !table.key().contains(column) && follows(before, after, organizations);
        return new Cell(column, before, after, follows ? "follows the new id of the organization" : reason);
    }

    /** Whether nothing differs but that organizations have other ids. */
    private static boolean follows(String before, String after, Map<String, String> organizations) {
        return elements(before).anyMatch(organizations::containsKey)
                && elements(before)
                        .map(id -> organizations.getOrDefault(id, id))
                        .collect(Collectors.toSet())
                        .equals(elements(after).collect(Collectors.toSet()));
    }

    private FactChange change(String id, Set<String> ids, Kind kind, Row row, List<Cell> cells) {
        return new FactChange(table.label(), id, kind, title(row), cells, reasons.of(table, ids));
    }

    /** What a row says in the words that it has for people; without any, its cells beside the key. */
    private String title(Row row) {
        return TITLES.stream()
                .map(row::cell)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElseGet(() -> columns.stream()
                        .filter(column -> !table.key().contains(column))
                        .map(row::cell)
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(", ")));
    }

    private static Stream<String> elements(String list) {
        return Bars.split(list).stream().filter(element -> !element.isEmpty());
    }
}

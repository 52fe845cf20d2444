package org.tieline.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tieline.dataset.DatasetDifference;
import org.tieline.dataset.FactChange;
import org.tieline.dataset.FactChange.Cell;
import org.tieline.dataset.FactChange.Kind;
import org.tieline.exchange.release.ChangeLines;
import org.tieline.question.TextTable;

/** How the difference of two releases is printed. */
enum DifferenceForm {
    /** For people: a line for each cell, and counts. */
    TABLE {
        @Override
        void print(DatasetDifference difference, int listed, PrintWriter out) {
            List<List<String>> rows = difference.changes().stream()
                    .limit(listed)
                    .flatMap(DifferenceForm::rows)
                    .toList();
            out.print(new TextTable(List.of("table", "id", "change", "column", "old", "new", "reason"), rows));
            out.println(
                    difference.changes().isEmpty() ? "no fact differs: " + versions(difference) : versions(difference));
            out.print(new TextTable(
                    Stream.concat(
                                    Stream.of("table"),
                                    Arrays.stream(Kind.values()).map(Kind::text))
                            .toList(),
                    counts(difference)));
        }
    },

    /** For programs: a fact each. */
    JSONL {
        @Override
        void print(DatasetDifference difference, int listed, PrintWriter out) {
            difference.changes().stream().limit(listed).forEach(change -> out.println(ChangeLines.of(change)));
        }
    },

    /** For the changelog of the data: a chapter with a part for each table. */
    MARKDOWN {
        @Override
        void print(DatasetDifference difference, int listed, PrintWriter out) {
            out.println("## " + markdown(difference.newVersion()));
            out.println();
            out.println(sentence(difference));
            for (String table : DatasetDifference.tables()) {
                List<FactChange> changes = difference.changes().stream()
                        .limit(listed)
                        .filter(change -> change.table().equals(table))
                        .toList();
                if (!changes.isEmpty()) {
                    chapter(table, changes, out);
                }
            }
            if (listed < difference.changes().size()) {
                out.println();
                out.println("Only the first %d of %d changed facts are listed."
                        .formatted(listed, difference.changes().size()));
            }
        }
    };

    /** Characters of a cell on a terminal. */
    private static final int WIDEST = 60;

    private static final int CONTEXT = 15;

    private static final Pattern UNPRINTABLE = Pattern.compile("\\p{Cntrl}+");
    private static final Pattern MARKED = Pattern.compile("[\\\\`*_\\[\\]<>|#~&]");
    private static final Pattern TICKS = Pattern.compile("`+");

    /** @param listed how many of the changed facts are listed; whoever prints says elsewhere too if these are not all */
    abstract void print(DatasetDifference difference, int listed, PrintWriter out);

    /** As it is typed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String versions(DatasetDifference difference) {
        return "from data set %s to %s".formatted(plain(difference.oldVersion()), plain(difference.newVersion()));
    }

    /** A row for each table in which something differs. */
    private static List<List<String>> counts(DatasetDifference difference) {
        return DatasetDifference.tables().stream()
                .filter(table -> difference.changes().stream()
                        .anyMatch(change -> change.table().equals(table)))
                .map(table -> Stream.concat(
                                Stream.of(table),
                                Arrays.stream(Kind.values()).map(kind -> String.valueOf(difference.count(table, kind))))
                        .toList())
                .toList();
    }

    /** A line for each cell that differs; one for a fact that is there in one release alone. */
    private static Stream<List<String>> rows(FactChange change) {
        boolean whole = change.kind() == Kind.ADDED || change.kind() == Kind.WITHDRAWN;
        List<Cell> cells = !whole
                ? change.cells()
                : List.of(
                        change.kind() == Kind.ADDED
                                ? new Cell("", "", change.title(), change.reason())
                                : new Cell("", change.title(), "", change.reason()));
        return cells.stream().map(cell -> Stream.of(
                        change.table(),
                        change.id(),
                        change.kind().text(),
                        cell.column(),
                        telling(cell.old(), cell.now()),
                        telling(cell.now(), cell.old()),
                        reason(change, cell))
                .map(DifferenceForm::clipped)
                .toList());
    }

    /** A long text from shortly before the place in which it differs from another long one. */
    private static String telling(String text, String other) {
        int end = Math.min(text.length(), other.length());
        int from = 0;
        while (from < end && text.charAt(from) == other.charAt(from)) {
            from++;
        }
        if (from < WIDEST - CONTEXT) {
            return text;
        }
        int start = from - CONTEXT;
        return "…" + text.substring(Character.isLowSurrogate(text.charAt(start)) ? start + 1 : start);
    }

    /** That of the cell, or else that of the fact. */
    private static String reason(FactChange change, Cell cell) {
        return Stream.of(cell.reason() == null ? "" : cell.reason(), change.reason() == null ? "" : change.reason())
                .filter(reason -> !reason.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String clipped(String text) {
        String plain = plain(text);
        return plain.codePointCount(0, plain.length()) <= WIDEST
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, WIDEST - 1)) + "…";
    }

    private static String plain(String text) {
        return UNPRINTABLE.matcher(text).replaceAll(" ");
    }

    private static String sentence(DatasetDifference difference) {
        String counts = Arrays.stream(Kind.values())
                .map(kind -> Map.entry(
                        kind,
                        DatasetDifference.tables().stream()
                                .mapToLong(table -> difference.count(table, kind))
                                .sum()))
                .filter(count -> count.getValue() > 0)
                .map(count -> "%d %s".formatted(count.getValue(), count.getKey().text()))
                .collect(Collectors.joining(", "));
        String since = markdown(difference.oldVersion());
        return counts.isEmpty()
                ? "No fact differs from %s.".formatted(since)
                : "Facts since %s: %s.".formatted(since, counts);
    }

    private static void chapter(String table, List<FactChange> changes, PrintWriter out) {
        out.println();
        out.println("### %s%s".formatted(table.substring(0, 1).toUpperCase(Locale.ROOT), table.substring(1)));
        facts("Added", changes, change -> change.kind() == Kind.ADDED, out);
        List<FactChange> differing = changes.stream()
                .filter(change -> change.kind() != Kind.ADDED && change.kind() != Kind.WITHDRAWN)
                .toList();
        if (!differing.isEmpty()) {
            out.println();
            out.println("| id | column | old | new | why |");
            out.println("|---|---|---|---|---|");
            differing.forEach(change -> change.cells()
                    .forEach(cell -> out.println("| %s |"
                            .formatted(Stream.of(
                                            code(change.id()),
                                            code(cell.column()),
                                            code(cell.old()),
                                            code(cell.now()),
                                            markdown(reason(change, cell)))
                                    .collect(Collectors.joining(" | "))))));
        }
        facts("Withdrawn", changes, change -> change.kind() == Kind.WITHDRAWN, out);
    }

    private static void facts(String head, List<FactChange> changes, Predicate<FactChange> which, PrintWriter out) {
        List<String> lines = new ArrayList<>();
        changes.stream()
                .filter(which)
                .forEach(change -> lines.add("- %s: %s%s"
                        .formatted(
                                code(change.id()),
                                markdown(change.title()),
                                change.reason() == null ? "" : " (%s)".formatted(markdown(change.reason())))));
        if (!lines.isEmpty()) {
            out.println();
            out.println(head + ":");
            out.println();
            lines.forEach(out::println);
        }
    }

    /** Free text as Markdown shows it. */
    private static String markdown(String text) {
        return MARKED.matcher(plain(text)).replaceAll("\\\\$0");
    }

    /** A value as it stands, also in a table; {@code (empty)} if it is. */
    private static String code(String text) {
        if (text.isEmpty()) {
            return "(empty)";
        }
        int longest = TICKS.matcher(text)
                .results()
                .mapToInt(run -> run.group().length())
                .max()
                .orElse(0);
        String fence = "`".repeat(longest + 1);
        String space = longest > 0 ? " " : "";
        return fence + space + plain(text).replace("|", "\\|") + space + fence;
    }
}

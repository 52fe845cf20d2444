package org.tieline.http.pages;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the latest release of the shipped data changed, read from the list of changes that comes along.
 *
 * @param version of the release, which a reader compares with what is loaded
 * @param since the version before it; null if it is the first
 * @param tables those that changed, in the order of the list
 */
record DataRelease(String version, @Nullable String since, List<Table> tables) {
    private static final Pattern RELEASE = Pattern.compile("^## (\\S+)$");
    private static final Pattern SINCE = Pattern.compile("^Facts since (\\S+):.*");
    private static final Pattern FACT = Pattern.compile("^- `[^`]+`.*");
    private static final Pattern CHANGED = Pattern.compile("^\\| `([^`]+)`.*");

    /**
     * How many rows of a table differ.
     *
     * @param name as the list of changes has it, like Bans
     */
    record Table(String name, int added, int changed, int withdrawn) {}

    /**
     * The release that a list begins with.
     *
     * @throws IllegalStateException if the list names no release
     */
    static DataRelease read(String list) {
        Reader reader = new Reader();
        list.lines().takeWhile(reader::isOfLatest).forEach(reader::take);
        return reader.release();
    }

    /** Goes through the list line by line. */
    private static final class Reader {
        private final List<Table> tables = new ArrayList<>();
        private final Set<String> changed = new LinkedHashSet<>();
        private @Nullable String version;
        private @Nullable String since;
        private @Nullable String table;
        private boolean withdrawing;
        private int added;
        private int withdrawn;

        boolean isOfLatest(String line) {
            return version == null || !RELEASE.matcher(line).matches();
        }

        void take(String line) {
            Matcher release = RELEASE.matcher(line);
            Matcher before = SINCE.matcher(line);
            Matcher change = CHANGED.matcher(line);
            if (release.matches()) {
                version = release.group(1);
            } else if (before.matches()) {
                since = before.group(1);
            } else if (line.startsWith("### ")) {
                endTable();
                table = line.substring("### ".length());
            } else if (line.equals("Added:") || line.equals("Withdrawn:")) {
                withdrawing = line.equals("Withdrawn:");
            } else if (FACT.matcher(line).matches()) {
                added += withdrawing ? 0 : 1;
                withdrawn += withdrawing ? 1 : 0;
            } else if (change.matches()) {
                changed.add(change.group(1));
            }
        }

        private void endTable() {
            if (table != null) {
                tables.add(new Table(table, added, changed.size(), withdrawn));
            }
            changed.clear();
            added = 0;
            withdrawn = 0;
            withdrawing = false;
        }

        DataRelease release() {
            if (version == null) {
                throw new IllegalStateException(
                        "the list of changes of the data names no release: it must have a line ## VERSION");
            }
            endTable();
            return new DataRelease(version, since, List.copyOf(tables));
        }
    }
}

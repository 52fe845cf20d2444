package org.tieline.dataset;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tieline.spelling.Nearest;

/** The ids of one table, those of rows with errors included, so that a bad cell makes no reference to its row dangle. */
final class Ids {
    /** In a folder where very many references dangle, the first of them get a suggestion. */
    private static final long MOST_COMPARISONS = 50_000_000;

    private final Table table;
    private final Map<String, Long> lines = new HashMap<>();
    private long comparisons;
    private boolean complete = true;

    Ids(Table table) {
        this.table = table;
    }

    /**
     * Notes the id of a row as it stands in the file; without space around it and in lower case it counts too.
     *
     * @return the line of an earlier row with the same id; empty if there is none or the id is empty
     */
    Optional<Long> add(String id, long line) {
        if (id.isEmpty()) {
            return Optional.empty();
        }
        Long earlier = lines.putIfAbsent(id, line);
        String meant = id.strip().toLowerCase(Locale.ROOT);
        if (!meant.equals(id)) {
            lines.putIfAbsent(meant, line);
        }
        return Optional.ofNullable(earlier);
    }

    /** From now on every id counts as known, as rows of the table could not be read. */
    void markIncomplete() {
        complete = false;
    }

    boolean knows(String id) {
        return !complete || lines.containsKey(id);
    }

    /** What would be right instead of an unknown id. */
    String remedy(String unknown) {
        String remedy = "must be the id of a row in " + table.file();
        comparisons += lines.size();
        if (comparisons > MOST_COMPARISONS) {
            return remedy;
        }
        return Nearest.among(lines.keySet(), unknown, 1).stream()
                .findFirst()
                .map(id -> "%s; did you mean %s?".formatted(remedy, id))
                .orElse(remedy);
    }
}

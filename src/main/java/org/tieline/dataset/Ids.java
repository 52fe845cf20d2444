package org.tieline.dataset;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tieline.naming.Nearest;

/** The ids of one table, those of rows with errors included, so that a bad cell makes no reference to its row dangle. */
final class Ids {
    /** In a folder where very many references dangle, the first of them get a suggestion. */
    private static final long MOST_COMPARISONS = 50_000_000;

    /** @param literal whether a row has it as it stands, and not only in another case or with space around it */
    private record Known(String id, RowPlace place, boolean literal) {}

    private final DatasetTable table;
    private final Map<String, Known> known = new HashMap<>();
    private long comparisons;
    private boolean complete = true;

    Ids(DatasetTable table) {
        this.table = table;
    }

    /**
     * Notes the id of a row as it stands in the file; without space around it and in lower case it counts too.
     *
     * @return the place of an earlier row with the same id; empty if there is none or the id is empty
     */
    Optional<RowPlace> add(String id, RowPlace place) {
        if (id.isEmpty()) {
            return Optional.empty();
        }
        String meant = id.strip().toLowerCase(Locale.ROOT);
        if (!meant.equals(id)) {
            known.putIfAbsent(meant, new Known(meant, place, false));
        }
        Known earlier = known.get(id);
        if (earlier != null && earlier.literal()) {
            return Optional.of(earlier.place());
        }
        known.put(id, new Known(id, place, true));
        return Optional.empty();
    }

    /** From now on every id counts as known, as rows of the table could not be read. */
    void markIncomplete() {
        complete = false;
    }

    /** The same id as one instance, so that many references to it take the memory of one; null if it is unknown. */
    @Nullable
    String canonical(String id) {
        Known found = known.get(id);
        if (found != null) {
            return found.id();
        }
        return complete ? null : id;
    }

    /** Where the row is that has an id as it stands; empty if none has. */
    Optional<RowPlace> place(String id) {
        return Optional.ofNullable(known.get(id)).filter(Known::literal).map(Known::place);
    }

    /** What would be right instead of an unknown id. */
    String remedy(String unknown) {
        String remedy = "must be the id of a row in " + table.file();
        comparisons += known.size();
        if (comparisons > MOST_COMPARISONS) {
            return remedy;
        }
        return Nearest.among(known.keySet(), unknown).stream()
                .findFirst()
                .map(id -> "%s; did you mean %s?".formatted(remedy, id))
                .orElse(remedy);
    }
}

package org.tieline.dataset;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells, of rows in several folders that have the same key, those that say the same from those that do not. */
final class Repeats {
    private final boolean possible;
    private final Map<RowPlace, List<String>> first = new HashMap<>();

    /** @param possible whether there are several folders; one alone repeats nothing, and its rows need not be kept */
    Repeats(boolean possible) {
        this.possible = possible;
    }

    /**
     * Whether a sound row says something that no row of an earlier folder says. One that contradicts a row with the same key
     * there is refused; one whose counterpart could not be read is passed over.
     *
     * @param cells the canonical cells of what it says, in which 40 and 40.00 percent are the same
     */
    boolean isNew(TableRow row, List<String> cells) {
        if (!possible) {
            return true;
        }
        if (row.repeated() == null) {
            if (row.isPerhapsRepeated()) {
                first.put(row.place(), cells);
            }
            return true;
        }
        List<String> earlier = first.get(row.repeated());
        if (earlier != null && !earlier.equals(cells)) {
            row.refuseOther("must be the same row as in %s, or have another id"
                    .formatted(row.repeated().seenFrom(row.place())));
        }
        return false;
    }
}

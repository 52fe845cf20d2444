package org.tieline.dataset;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.tieline.model.Tie;

/** Tells, of rows in several folders that have the same key, those that say the same from those that do not. */
final class Repeats {
    private final boolean possible;
    private final Map<RowPlace, Object> first = new HashMap<>();

    /** @param possible whether there are several folders; one alone repeats nothing, and its rows need not be kept */
    Repeats(boolean possible) {
        this.possible = possible;
    }

    /**
     * Whether a sound row says something that no row of an earlier folder says. One that contradicts a row with the same key
     * there is refused; one whose counterpart could not be read is passed over.
     */
    boolean isNew(TableRow row, Object value) {
        if (!possible) {
            return true;
        }
        if (row.repeated() == null) {
            first.put(row.place(), comparable(value));
            return true;
        }
        Object earlier = first.get(row.repeated());
        if (earlier != null && !earlier.equals(comparable(value))) {
            row.refuseOther("must be the same row as in %s, or have another id"
                    .formatted(row.repeated().seenFrom(row.place())));
        }
        return false;
    }

    /** 40 and 40.00 percent are the same. */
    private static Object comparable(Object value) {
        if (!(value instanceof Tie tie) || tie.percent() == null) {
            return value;
        }
        BigDecimal percent = tie.percent().stripTrailingZeros();
        return new Tie(
                tie.id(),
                tie.from(),
                tie.type(),
                tie.to(),
                tie.since(),
                tie.until(),
                percent,
                tie.segment(),
                tie.generation(),
                tie.evidence(),
                tie.sources(),
                tie.summary());
    }
}

package org.tieline.question.records;

import org.tieline.model.Organization;
import org.tieline.model.Tie;
import org.tieline.question.Snapshot;

/** A tie with its two ends. */
public record TieBetween(Tie tie, Organization from, Organization to) {
    /**
     * A tie on record, with its summary.
     *
     * @param packed as the graph for searches has it
     */
    public static TieBetween of(Tie packed, Snapshot snapshot) {
        return new TieBetween(
                snapshot.records().whole(packed),
                snapshot.organization(packed.from()),
                snapshot.organization(packed.to()));
    }
}

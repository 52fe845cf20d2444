package org.tieline.question.records;

import org.tieline.graph.bolt.Ties;
import org.tieline.model.Organization;
import org.tieline.model.Tie;

/** A tie with its two ends. */
public record TieBetween(Tie tie, Organization from, Organization to) {
    static TieBetween of(Ties.Between between) {
        return new TieBetween(between.tie(), between.from(), between.to());
    }
}

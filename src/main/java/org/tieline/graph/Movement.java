package org.tieline.graph;

import java.time.Instant;
import org.tieline.model.InvalidValue;

/**
 * That the facts of the graph became others at one time.
 *
 * @param number from 1, without gaps; the state of the facts after it has the same number, and the one before the first is 0
 * @param at when it was noticed, in whole seconds
 * @param changes the facts that became others, as they were before; compressed, as {@code question.events} writes them
 */
public record Movement(long number, Instant at, byte[] changes) {
    /** @throws InvalidValue if it has no right number */
    public Movement {
        if (number < 1) {
            throw new InvalidValue("number", number, "must be 1 or more");
        }
        changes = changes.clone();
    }

    @Override
    public byte[] changes() {
        return changes.clone();
    }
}

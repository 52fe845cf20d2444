package org.tieline.exposure.path;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Evidence;

/**
 * A path between two organizations that passes no organization twice.
 *
 * @param relation how the path reads; null if it ends on the vendor's side, at something that {@code from} owns or at a
 *     vendor that is supplied from there: it exposes nobody
 * @param evidence the weakest grade on the path
 * @param certainty certain if every hop is
 * @param flags what to know before relying on it
 * @param path the hops in walking order, at least one
 */
public record TiePath(
        @Nullable Relation relation, Evidence evidence, Certainty certainty, Set<Flag> flags, List<Hop> path) {

    /** The number of ties on the path. */
    public int hops() {
        return path.size();
    }
}

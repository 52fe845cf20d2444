package org.tieline.exposure.path;

import java.util.List;
import java.util.Set;
import org.tieline.model.Evidence;

/**
 * That a carrier is tied to a vendor, with the path that shows it: of all shortest paths the one whose sequence of tie
 * ids comes first in code-point order.
 *
 * @param vendor the id of the organization that the walk started at
 * @param carrier the id of the exposed carrier
 * @param relation how the path reads
 * @param evidence the weakest grade on the path
 * @param certainty certain if every hop is
 * @param flags what to know before relying on it
 * @param path the hops in walking order, at least one
 */
public record Exposure(
        String vendor,
        String carrier,
        Relation relation,
        Evidence evidence,
        Certainty certainty,
        Set<Flag> flags,
        List<Hop> path) {

    /** The number of ties on the path. */
    public int hops() {
        return path.size();
    }
}

package org.tieline.restriction;

import java.util.List;
import java.util.Set;
import org.tieline.model.Generation;
import org.tieline.model.Segment;
import org.tieline.model.TieType;

/**
 * A tie by which the vendor's side meets the carrier's side, as far as bans look at it.
 *
 * @param tie its id
 * @param type {@code SUPPLIES} or {@code PARTNERS_WITH}
 * @param segment the parts of the network it is about; may be empty
 * @param generation the generations it is about; may be empty
 * @param customer the id of the customer or partner
 * @param customerCountry its country; null if it has no home
 * @param owners ids of those that own the customer, directly or in steps, on a shortest path that has this tie
 */
public record Contact(
        String tie,
        TieType type,
        List<Segment> segment,
        List<Generation> generation,
        String customer,
        String customerCountry,
        Set<String> owners) {}

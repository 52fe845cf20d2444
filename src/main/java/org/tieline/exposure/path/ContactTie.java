package org.tieline.exposure.path;

import java.util.Set;

/**
 * A tie by which the vendor's side of a shortest path meets the carrier's side.
 *
 * @param hop the tie as it was walked: {@code hop.to()} is the customer or partner, {@code hop.from()} the vendor, something
 *     that the vendor owns, or another vendor that is supplied
 * @param owners ids of the organizations that own {@code hop.to()}, directly or in steps, on some shortest path that has
 *     this tie; the carrier itself if it is one of them; may be empty
 */
public record ContactTie(Hop hop, Set<String> owners) {
    public ContactTie {
        owners = Set.copyOf(owners);
    }
}

package org.tieline.restriction;

import org.tieline.model.Term;

/** Where bans must be for a vendor to be taken for restricted, seen from a carrier. */
public enum RestrictedIn implements Term {
    /** In any country. */
    ANYWHERE,

    /** In the carrier's own country or a bloc that it belongs to, or in more than one country; a bloc is more than one. */
    HOME_OR_SEVERAL
}

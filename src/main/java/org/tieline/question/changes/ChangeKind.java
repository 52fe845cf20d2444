package org.tieline.question.changes;

import org.tieline.exposure.path.Exposure;
import org.tieline.model.Term;

/** How one pair of a vendor and a carrier differs between two answers. */
public enum ChangeKind implements Term {
    /** Exposed in the second answer alone. */
    APPEARED,

    /** Exposed in the first answer alone. */
    DISAPPEARED,

    /** Exposed in both, and one {@link Aspect} at least of the {@link Exposure} or its bans differs. */
    CHANGED
}

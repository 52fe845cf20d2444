package org.tieline.exposure.path;

import org.tieline.model.Term;

/** How a tie that holds stands on a day. */
public enum TieState implements Term {
    /** Nothing says that it is being taken out. */
    STANDING,

    /** It is being taken out or wound down, though it is still there; from the first day of {@code removing} on. */
    REMOVING
}

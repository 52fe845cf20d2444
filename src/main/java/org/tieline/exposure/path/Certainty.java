package org.tieline.exposure.path;

import org.tieline.model.Term;

/** Whether a tie certainly holds on a day, or may hold given the precision of its dates. */
public enum Certainty implements Term {
    /** It may hold: {@code possibleFrom <= day < possibleTo}. */
    POSSIBLE,

    /** It holds: {@code certainFrom <= day < certainTo}. */
    CERTAIN
}

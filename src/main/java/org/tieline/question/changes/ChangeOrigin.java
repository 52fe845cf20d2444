package org.tieline.question.changes;

import org.tieline.model.Term;

/** Where a difference between two answers comes from. */
public enum ChangeOrigin implements Term {
    /** The same was known, and the day in the world was another. */
    WORLD,

    /** The day in the world was the same, and more was known. */
    KNOWLEDGE,

    /** Day and knowledge were the same, and other facts were on record. */
    RECORD,

    /** Day and knowledge were the same, and something was supposed. */
    SCENARIO
}

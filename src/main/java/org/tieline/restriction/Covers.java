package org.tieline.restriction;

import org.tieline.model.Term;

/** Whether a ban's scope takes in what a contact tie is about; weakest first. */
public enum Covers implements Term {
    /** It does not. */
    NO,

    /** What is on record of the tie or of the ban does not tell. */
    UNKNOWN,

    /** It does. */
    YES;

    Covers or(Covers other) {
        return compareTo(other) >= 0 ? this : other;
    }

    Covers and(Covers other) {
        return compareTo(other) <= 0 ? this : other;
    }
}

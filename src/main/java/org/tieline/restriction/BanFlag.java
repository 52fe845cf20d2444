package org.tieline.restriction;

import org.tieline.model.Term;

/** What a reader of a ban's state should know before relying on it. */
public enum BanFlag implements Term {
    /** It counts as in force from its announcement because its status says so and no date does. */
    ASSUMED_START("assumedStart"),

    /** A date that decided, of the state or the deadline, is a month or a year and counted from its first day. */
    REDUCED_PRECISION("reducedPrecision"),

    /** None of its sources has a publication date. */
    UNDATED_EVIDENCE("undatedEvidence"),

    /** A scenario imposed or lifted it. */
    SUPPOSED("supposed");

    private final String text;

    BanFlag(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}

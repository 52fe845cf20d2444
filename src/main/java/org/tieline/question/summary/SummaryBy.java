package org.tieline.question.summary;

import org.tieline.model.Term;

/** What the rows of a summary are. */
public enum SummaryBy implements Term {
    /** The countries of carriers. */
    COUNTRY("country"),

    /** The blocs to which these countries belong on the day. */
    BLOC("bloc"),

    /** The vendors that the search started at. */
    VENDOR("vendor"),

    /** How the paths read. */
    RELATION("relation");

    private final String text;

    SummaryBy(String text) {
        this.text = text;
    }

    /** Whether a carrier is on record in the rows of its home alone, and not in every row. */
    boolean isOfHomes() {
        return this == COUNTRY || this == BLOC;
    }

    @Override
    public String text() {
        return text;
    }
}

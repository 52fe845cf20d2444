package org.tieline.question.summary;

import org.tieline.model.Term;

/** What the rows of a summary are. */
public enum SummaryBy implements Term {
    /** The countries of carriers. */
    COUNTRY,

    /** The blocs to which these countries belong on the day. */
    BLOC,

    /** The vendors that the search started at. */
    VENDOR,

    /** How the paths read. */
    RELATION;

    /** Whether a carrier is on record in the rows of its home alone, and not in every row. */
    boolean isOfHomes() {
        return this == COUNTRY || this == BLOC;
    }
}

package org.tieline.exposure.path;

import org.tieline.model.Term;

/** What a reader of a path should know before relying on it. */
public enum Flag implements Term {
    /** A stake of unknown percentage lies on the path. */
    UNKNOWN_STAKE("unknownStake"),

    /** A hop has no source with a publication date. */
    UNDATED_EVIDENCE("undatedEvidence"),

    /** A hop has no end on record, and the newest evidence of it is older than it may be: it is only presumed to go on. */
    STALE_EVIDENCE("staleEvidence"),

    /** A hop is being taken out on that day, though it is still there. */
    REMOVING("removing"),

    /** A scenario added or changed a tie on the path. */
    SUPPOSED("supposed");

    private final String text;

    Flag(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}

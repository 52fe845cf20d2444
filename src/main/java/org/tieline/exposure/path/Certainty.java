package org.tieline.exposure.path;

import org.tieline.model.Term;

/** Whether a tie certainly holds on a day, or may hold given the precision of its dates. */
public enum Certainty implements Term {
    /** It may hold: {@code possibleFrom <= day < possibleTo}. */
    POSSIBLE("possible"),

    /** It holds: {@code certainFrom <= day < certainTo}. */
    CERTAIN("certain");

    private final String text;

    Certainty(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}

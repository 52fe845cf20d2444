package org.tieline.question.changes;

import org.tieline.model.Term;

/** Where a difference between two answers comes from. */
public enum ChangeOrigin implements Term {
    /** The same was known, and the day in the world was another. */
    WORLD("world"),

    /** The day in the world was the same, and more was known. */
    KNOWLEDGE("knowledge"),

    /** Day and knowledge were the same, and other facts were on record. */
    RECORD("record"),

    /** Day and knowledge were the same, and something was supposed. */
    SCENARIO("scenario");

    private final String text;

    ChangeOrigin(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}

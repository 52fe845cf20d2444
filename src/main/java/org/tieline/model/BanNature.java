package org.tieline.model;

/** How far a measure binds. */
public enum BanNature implements Term {
    /** It binds. */
    ORDER("order"),

    /** A law under which an authority may forbid; no use of it against these vendors was seen. */
    POWER("power"),

    /** Warning, pledge or recommendation. */
    ADVICE("advice");

    private final String text;

    BanNature(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}

package org.tieline.model;

/** How well a tie is evidenced, weakest first; {@link #DENIED} stands apart and is never traversed. */
public enum Evidence implements Term {
    /** By unnamed sources, or as a plan. */
    REPORTED("reported"),

    /** One of the parties said so. */
    ANNOUNCED("announced"),

    /** Confirmed when the source was written. */
    CONFIRMED("confirmed"),

    /** Denied; kept on record. */
    DENIED("denied");

    private final String text;

    Evidence(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}

package org.tieline.model;

/** How far a measure has come, as its sources last had it. */
public enum BanStatus implements Term {
    /** Reported by others than the government. */
    REPORTED("reported"),

    /** A draft. */
    PROPOSED("proposed"),

    /** Announced, without a known start. */
    ANNOUNCED("announced"),

    /** In force. */
    IN_FORCE("in-force"),

    /** Was in force and ended. */
    LIFTED("lifted"),

    /** Never came about. */
    REJECTED("rejected");

    private final String text;

    BanStatus(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}

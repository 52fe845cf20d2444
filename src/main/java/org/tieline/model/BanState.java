package org.tieline.model;

/** The state of a measure on one day, weakest first; {@link #ENDED} is no strength. */
public enum BanState implements Term {
    /** Reported by others than the government. */
    REPORTED("reported"),

    /** A draft is public. */
    PROPOSED("proposed"),

    /** Announced and not yet in force. */
    ANNOUNCED("announced"),

    /** In force. */
    IN_FORCE("in-force"),

    /** Lifted, expired, withdrawn or rejected. */
    ENDED("ended");

    private final String text;

    BanState(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }

    /** Whether a measure in this state is at least as strong as {@code least}; one that has ended never is. */
    public boolean reaches(BanState least) {
        return this != ENDED && compareTo(least) >= 0;
    }
}

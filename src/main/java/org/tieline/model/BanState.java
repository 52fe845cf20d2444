package org.tieline.model;

/** The state of a measure on one day, weakest first; {@link #ENDED} is no strength. */
public enum BanState implements Term {
    /** Reported by others than the government. */
    REPORTED,

    /** A draft is public. */
    PROPOSED,

    /** Announced and not yet in force. */
    ANNOUNCED,

    /** In force. */
    IN_FORCE,

    /** Lifted, expired, withdrawn or rejected. */
    ENDED;

    /** Whether a measure in this state is at least as strong as {@code least}; one that has ended never is. */
    public boolean reaches(BanState least) {
        return this != ENDED && compareTo(least) >= 0;
    }
}

package org.tieline.model;

/** How far a measure has come, as its sources last had it. */
public enum BanStatus implements Term {
    /** Reported by others than the government. */
    REPORTED,

    /** A draft. */
    PROPOSED,

    /** Announced, without a known start. */
    ANNOUNCED,

    /** In force. */
    IN_FORCE,

    /** Was in force and ended. */
    LIFTED,

    /** Never came about. */
    REJECTED
}

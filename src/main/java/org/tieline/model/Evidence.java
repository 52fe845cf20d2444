package org.tieline.model;

/** How well a tie is evidenced, weakest first; {@link #DENIED} stands apart and is never traversed. */
public enum Evidence implements Term {
    /** By unnamed sources, or as a plan. */
    REPORTED,

    /** One of the parties said so. */
    ANNOUNCED,

    /** Confirmed when the source was written. */
    CONFIRMED,

    /** Denied; kept on record. */
    DENIED
}

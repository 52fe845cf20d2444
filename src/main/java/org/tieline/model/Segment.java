package org.tieline.model;

/** Which part of a network a tie is about. */
public enum Segment implements Term {
    /** Radio access network. */
    RAN,

    /** Core network. */
    CORE,

    /** Transport and backbone. */
    TRANSPORT,

    /** Fixed access network. */
    FIXED_ACCESS,

    /** Submarine cable. */
    SUBMARINE_CABLE,

    /** Managed or professional services. */
    SERVICES,

    /** Devices at the customer or at an office. */
    DEVICES,

    /** The source speaks of equipment and does not say which. */
    UNKNOWN
}

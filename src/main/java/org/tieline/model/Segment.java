package org.tieline.model;

/** Which part of a network a tie is about. */
public enum Segment implements Term {
    /** Radio access network. */
    RAN("ran"),

    /** Core network. */
    CORE("core"),

    /** Transport and backbone. */
    TRANSPORT("transport"),

    /** Fixed access network. */
    FIXED_ACCESS("fixed-access"),

    /** Submarine cable. */
    SUBMARINE_CABLE("submarine-cable"),

    /** Managed or professional services. */
    SERVICES("services"),

    /** Devices at the customer or at an office. */
    DEVICES("devices"),

    /** The source speaks of equipment and does not say which. */
    UNKNOWN("unknown");

    private final String text;

    Segment(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}

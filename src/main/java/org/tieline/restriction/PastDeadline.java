package org.tieline.restriction;

import org.tieline.model.Term;

/** Whether a contact was still there when the deadline of a ban that it is in conflict with had come. */
public enum PastDeadline implements Term {
    /** There is no conflict, no deadline, or it lies ahead. */
    NO("no"),

    /** The deadline has come, and all that vouches for the contact is older. */
    UNKNOWN("unknown"),

    /** The deadline has come, and the contact was vouched for on that day or later. */
    YES("yes");

    private final String text;

    PastDeadline(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}

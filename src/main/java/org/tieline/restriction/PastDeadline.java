package org.tieline.restriction;

import org.tieline.model.Term;

/** Whether a contact was still there when the deadline of a ban that it is in conflict with had come. */
public enum PastDeadline implements Term {
    /** There is no conflict, no deadline, or it lies ahead. */
    NO,

    /** The deadline has come, and all that vouches for the contact is older. */
    UNKNOWN,

    /** The deadline has come, and the contact was vouched for on that day or later. */
    YES
}

package org.tieline.question.events;

import org.tieline.model.Term;

/** What an event happens to. */
public enum EventSubject implements Term {
    /** That a carrier is tied to a vendor. */
    EXPOSURE,

    /** That a ban in force at home covers a tie of a carrier. */
    CONFLICT
}

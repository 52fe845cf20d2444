package org.tieline.question.changes;

import org.tieline.model.Term;

/** Whether knowledge stands still or moves with the day. */
public enum Clock implements Term {
    WORLD,
    KNOWN
}

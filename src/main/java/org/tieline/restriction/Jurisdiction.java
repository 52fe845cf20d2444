package org.tieline.restriction;

import org.tieline.model.Term;

/** Whose measure a ban is, seen from a carrier; the first that fits. */
public enum Jurisdiction implements Term {
    /** Of the carrier's own country. */
    HOME,

    /** Of a bloc to which the carrier's country belongs on the day. */
    BLOC,

    /** Of the country of an organization that owns another on the path. */
    OWNER,

    /** Of another country. */
    FOREIGN
}

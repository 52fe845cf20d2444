package org.tieline.restriction;

import org.tieline.model.Term;

/** How well it stands that a ban of a carrier's country or bloc, in force, covers a contact; weakest first. */
public enum Conflict implements Term {
    /** The contact only possibly holds: it was there by what is on record, and nobody has said lately that it still is. */
    PRESUMED,

    /** The contact certainly holds on the day. */
    ESTABLISHED
}

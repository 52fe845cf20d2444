package org.tieline.question.changes;

import org.tieline.model.Term;

/** What sort of fact explains a change. */
public enum ReasonKind implements Term {
    /** A tie began. */
    TIE_BEGAN,

    /** A tie ended. */
    TIE_ENDED,

    /** A tie that possibly held certainly holds. */
    TIE_CERTAIN,

    /** A tie that certainly held possibly holds. */
    TIE_UNCERTAIN,

    /** A tie began to be taken out. */
    TIE_REMOVING,

    /** An organization of a tie began to exist, possibly or for certain. */
    ORGANIZATION_BEGAN,

    /** An organization of a tie ceased to exist, possibly or for certain. */
    ORGANIZATION_ENDED,

    /** Nobody has vouched for a tie without an end within {@code maxAge}. */
    EVIDENCE_STALE,

    /** The share of a vendor became older than {@code maxAge}. */
    SHARE_AGED,

    /** A tie was last evidenced longer ago than {@code evidencedWithin} allows. */
    TIE_AGED,

    /** A source of a tie was published. */
    SOURCE_PUBLISHED,

    /** The beginning of a tie became known. */
    START_KNOWN,

    /** The end of a tie became known. */
    END_KNOWN,

    /** Another date of a tie became known, or one of the life of its organizations. */
    LIFE_KNOWN,

    /** A ban on the vendor is in another state, or carries other flags. */
    BAN_CHANGED,

    /** A vendor that was not restricted is, by this ban. */
    VENDOR_RESTRICTED,

    /** A vendor that was restricted no longer is, and was by this ban. */
    VENDOR_NO_LONGER_RESTRICTED,

    /** The deadline of a ban came. */
    DEADLINE_REACHED,

    /** A tie, or an organization of it, was not on record before. */
    RECORD_ADDED,

    /** Other dates or ends are on record of a tie or of its organizations. */
    RECORD_CHANGED,

    /** Only how well a tie is known is on record otherwise: sources, grade, day of its last evidence, share. */
    RECORD_EVIDENCE,

    /** A tie is no longer on record. */
    RECORD_WITHDRAWN,

    /** A scenario says so. */
    SUPPOSED
}

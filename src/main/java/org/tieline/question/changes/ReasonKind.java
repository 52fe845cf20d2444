package org.tieline.question.changes;

import org.tieline.model.Term;

/** What sort of fact explains a change. */
public enum ReasonKind implements Term {
    /** A tie began. */
    TIE_BEGAN("tie-began"),

    /** A tie ended. */
    TIE_ENDED("tie-ended"),

    /** A tie that possibly held certainly holds. */
    TIE_CERTAIN("tie-certain"),

    /** A tie that certainly held possibly holds. */
    TIE_UNCERTAIN("tie-uncertain"),

    /** A tie began to be taken out. */
    TIE_REMOVING("tie-removing"),

    /** An organization of a tie began to exist, possibly or for certain. */
    ORGANIZATION_BEGAN("organization-began"),

    /** An organization of a tie ceased to exist, possibly or for certain. */
    ORGANIZATION_ENDED("organization-ended"),

    /** Nobody has vouched for a tie without an end within {@code maxAge}. */
    EVIDENCE_STALE("evidence-stale"),

    /** The share of a vendor became older than {@code maxAge}. */
    SHARE_AGED("share-aged"),

    /** A tie was last evidenced longer ago than {@code evidencedWithin} allows. */
    TIE_AGED("tie-aged"),

    /** A source of a tie was published. */
    SOURCE_PUBLISHED("source-published"),

    /** The beginning of a tie became known. */
    START_KNOWN("start-known"),

    /** The end of a tie became known. */
    END_KNOWN("end-known"),

    /** Another date of a tie became known, or one of the life of its organizations. */
    LIFE_KNOWN("life-known"),

    /** A ban on the vendor is in another state, or carries other flags. */
    BAN_CHANGED("ban-changed"),

    /** A vendor that was not restricted is, by this ban. */
    VENDOR_RESTRICTED("vendor-restricted"),

    /** A vendor that was restricted no longer is, and was by this ban. */
    VENDOR_NO_LONGER_RESTRICTED("vendor-no-longer-restricted"),

    /** The deadline of a ban came. */
    DEADLINE_REACHED("deadline-reached"),

    /** A tie, or an organization of it, was not on record before. */
    RECORD_ADDED("record-added"),

    /** Other dates or ends are on record of a tie or of its organizations. */
    RECORD_CHANGED("record-changed"),

    /** Only how well a tie is known is on record otherwise: sources, grade, day of its last evidence, share. */
    RECORD_EVIDENCE("record-evidence"),

    /** A tie is no longer on record. */
    RECORD_WITHDRAWN("record-withdrawn"),

    /** A scenario says so. */
    SUPPOSED("supposed");

    private final String text;

    ReasonKind(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}

package org.tieline.restriction;

import org.tieline.model.Term;

/** Whether an ownership rule held on a day. */
public enum RuleForce implements Term {
    /** It held. */
    IN_FORCE("in-force"),

    /** It did not hold yet. */
    NOT_IN_FORCE("not-in-force"),

    /** It was made and did not hold for a time. */
    SUSPENDED("suspended"),

    /** Nobody can tell from what is on record. */
    NOT_ESTABLISHED("not-established");

    private final String text;

    RuleForce(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }

    /** The verdict of a rule with this force, on an organization that is not listed itself. */
    public OwnershipVerdict on(OwnershipVerdict wouldBe) {
        return switch (this) {
            case IN_FORCE -> wouldBe;
            case NOT_IN_FORCE, SUSPENDED -> OwnershipVerdict.NO;
            case NOT_ESTABLISHED -> wouldBe == OwnershipVerdict.NO ? OwnershipVerdict.NO : OwnershipVerdict.UNKNOWN;
        };
    }
}

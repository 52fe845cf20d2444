package org.tieline.restriction;

import org.tieline.model.Term;

/** Whether an ownership rule held on a day. */
public enum RuleForce implements Term {
    /** It held. */
    IN_FORCE,

    /** It did not hold yet. */
    NOT_IN_FORCE,

    /** It was made and did not hold for a time. */
    SUSPENDED,

    /** Nobody can tell from what is on record. */
    NOT_ESTABLISHED;

    /** The verdict of a rule with this force, on an organization that is not listed itself. */
    public OwnershipVerdict on(OwnershipVerdict wouldBe) {
        return switch (this) {
            case IN_FORCE -> wouldBe;
            case NOT_IN_FORCE, SUSPENDED -> OwnershipVerdict.NO;
            case NOT_ESTABLISHED -> wouldBe == OwnershipVerdict.NO ? OwnershipVerdict.NO : OwnershipVerdict.UNKNOWN;
        };
    }
}

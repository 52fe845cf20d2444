package org.tieline.restriction;

import org.tieline.model.Term;

/** Whether an organization counts as owned by listed ones under a rule. */
public enum OwnershipVerdict implements Term {
    /** It is listed itself, or caught with every stake at its lowest. */
    YES,

    /** It is caught with some of what is not known, and not with all. */
    UNKNOWN,

    /** It is not caught, and a listed or caught owner holds a stake that the rule wants looked into. */
    RED_FLAG,

    /** It is not caught even with everything that is not known at its highest. */
    NO
}

package org.tieline.model;

/** What a tie says of its two ends. The word is the type of the relationship in the graph too. */
public enum TieType implements Term {
    /** Vendor to customer: equipment or services delivered or contracted. */
    SUPPLIES,

    /** Owner to owned: a stake, with its percentage when known. */
    OWNS,

    /** Symmetric: trial, joint laboratory, memorandum, development agreement. */
    PARTNERS_WITH,

    /** Symmetric: shared radio network, spectrum, sites or national roaming. */
    SHARES_NETWORK_WITH,

    /** Member to association or consortium. */
    MEMBER_OF;

    @Override
    public String text() {
        return name();
    }
}

package org.tieline.model;

/** What a tie says of its two ends. The word is the type of the relationship in the graph too. */
public enum TieType implements Term {
    /** Vendor to customer: equipment or services delivered or contracted. */
    SUPPLIES("SUPPLIES"),

    /** Owner to owned: a stake, with its percentage when known. */
    OWNS("OWNS"),

    /** Symmetric: trial, joint laboratory, memorandum, development agreement. */
    PARTNERS_WITH("PARTNERS_WITH"),

    /** Symmetric: shared radio network, spectrum, sites or national roaming. */
    SHARES_NETWORK_WITH("SHARES_NETWORK_WITH"),

    /** Member to association or consortium. */
    MEMBER_OF("MEMBER_OF");

    private final String text;

    TieType(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}

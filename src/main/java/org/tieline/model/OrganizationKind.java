package org.tieline.model;

/** What an organization is in telecom. */
public enum OrganizationKind implements Term {
    /** Makes and sells network equipment or services. */
    VENDOR,

    /** Runs a network and sells service on it. */
    CARRIER,

    /** Any other company: holding, tower company, investor, cable consortium partner. */
    COMPANY,

    /** A state, a ministry or an authority. */
    GOVERNMENT,

    /** A consortium or an association. */
    ASSOCIATION;

    /** The label that a node of this kind carries beside {@code Organization}. */
    public String label() {
        return name().charAt(0) + name().substring(1).toLowerCase(java.util.Locale.ROOT);
    }
}

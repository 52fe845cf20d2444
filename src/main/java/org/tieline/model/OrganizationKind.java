package org.tieline.model;

/** What an organization is in telecom. */
public enum OrganizationKind implements Term {
    /** Makes and sells network equipment or services. */
    VENDOR("vendor"),

    /** Runs a network and sells service on it. */
    CARRIER("carrier"),

    /** Any other company: holding, tower company, investor, cable consortium partner. */
    COMPANY("company"),

    /** A state, a ministry or an authority. */
    GOVERNMENT("government"),

    /** A consortium or an association. */
    ASSOCIATION("association");

    private final String text;

    OrganizationKind(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }

    /** The label that a node of this kind carries beside {@code Organization}. */
    public String label() {
        return name().charAt(0) + name().substring(1).toLowerCase(java.util.Locale.ROOT);
    }
}

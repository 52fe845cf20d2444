package org.tieline.exposure.path;

import org.tieline.model.Term;

/** How a carrier is tied to a vendor, read off the path. */
public enum Relation implements Term {
    /** One contact tie and nothing else. */
    DIRECT("direct"),

    /** Something that the vendor owns made the contact. */
    VENDOR_AFFILIATE("vendor-affiliate"),

    /** Another vendor, which this one supplies, made the contact. */
    SUPPLY_CHAIN("supply-chain"),

    /** The contact shares a network with the carrier. */
    NETWORK_SHARING("network-sharing"),

    /** The contact is a consortium of which the carrier is a member. */
    CONSORTIUM("consortium"),

    /** The contact owns the carrier, directly or in steps. */
    PARENT("parent"),

    /** The carrier owns the contact, directly or in steps. */
    SUBSIDIARY("subsidiary"),

    /** Carrier and contact have an owner in common. */
    GROUP("group");

    private final String text;

    Relation(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}

package org.tieline.exposure;

import org.tieline.model.Term;
import org.tieline.model.TieType;

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

    /**
     * Of a path that ends in an exposed state.
     *
     * @param before the state before the last step
     * @param last the type of the tie that was walked last
     * @param state the state after it
     */
    static Relation of(State before, TieType last, State state) {
        return switch (state) {
            case HELD -> PARENT;
            case OWNER -> SUBSIDIARY;
            case GROUP -> GROUP;
            case SHARED -> last == TieType.MEMBER_OF ? CONSORTIUM : NETWORK_SHARING;
            case EQUIPPED ->
                switch (before) {
                    case AFFILIATE -> VENDOR_AFFILIATE;
                    case CHAIN -> SUPPLY_CHAIN;
                    default -> DIRECT;
                };
            case VENDOR, AFFILIATE, CHAIN -> throw new IllegalStateException("not an exposed state");
        };
    }

    @Override
    public String text() {
        return text;
    }
}

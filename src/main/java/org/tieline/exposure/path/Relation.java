package org.tieline.exposure.path;

import org.tieline.model.Term;

/** How a carrier is tied to a vendor, read off the path. */
public enum Relation implements Term {
    /** One contact tie and nothing else. */
    DIRECT,

    /** Something that the vendor owns made the contact. */
    VENDOR_AFFILIATE,

    /** Another vendor, which this one supplies, made the contact. */
    SUPPLY_CHAIN,

    /** The contact shares a network with the carrier. */
    NETWORK_SHARING,

    /** The contact is a consortium of which the carrier is a member. */
    CONSORTIUM,

    /** The contact owns the carrier, directly or in steps. */
    PARENT,

    /** The carrier owns the contact, directly or in steps. */
    SUBSIDIARY,

    /** Carrier and contact have an owner in common. */
    GROUP
}

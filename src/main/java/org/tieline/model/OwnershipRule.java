package org.tieline.model;

/** A rule that says when an organization counts as owned by listed ones; what it asks for is data, see its profile. */
public enum OwnershipRule implements Term {
    /** Nobody but the listed organizations themselves. */
    NAMED_ONLY,

    /** The 50 percent rule of the US Office of Foreign Assets Control. */
    OFAC_50,

    /** The affiliates rule of the US Bureau of Industry and Security. */
    BIS_AFFILIATES,

    /** Ownership in restrictive measures of the European Union. */
    EU_50,

    /** Ownership in financial sanctions of the United Kingdom. */
    UK_50
}

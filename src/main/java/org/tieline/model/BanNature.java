package org.tieline.model;

/** How far a measure binds. */
public enum BanNature implements Term {
    /** It binds. */
    ORDER,

    /** A law under which an authority may forbid; no use of it against these vendors was seen. */
    POWER,

    /** Warning, pledge or recommendation. */
    ADVICE
}

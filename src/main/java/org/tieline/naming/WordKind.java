package org.tieline.naming;

/** What a word does in the name of an organization. */
enum WordKind {
    /** It says which firm it is. */
    NAME,

    /** It says what the firm does. */
    TRADE,

    /** It says what part of a firm it is, or that it is the whole. */
    GROUP,

    /** It says where the firm is. */
    PLACE,

    /** It says what the firm is by law. */
    FORM,

    /** It stands between others. */
    LINK
}

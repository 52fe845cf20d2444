package org.tieline.naming;

import org.tieline.model.Term;

/** What a candidate stands on, strongest first. */
public enum MatchBasis implements Term {
    /** The entry has an identifier that a register gave it. */
    IDENTIFIER,

    /** The entry is its id, letter by letter. */
    ID,

    /** A name is the entry, letter by letter. */
    EXACT,

    /** A name is the entry once case, accents, width and punctuation are set aside. */
    NORMALIZED,

    /** A name is the entry once spaces are set aside too. */
    SPACING,

    /** A name is the entry but for a legal form that only one of the two has, or that differs. */
    LEGAL_FORM,

    /** The entry is all that a name has in one East Asian script. */
    SCRIPT_PART,

    /** The words that name are those of a name; only words of the trade, a place or the order of words differ. */
    TRADE_WORDS,

    /** A name is the entry in another script, or sounds like it there. */
    TRANSLITERATION,

    /** The entry looks like a name and has letters of another script, or digits, in the place of some. */
    LOOK_ALIKE,

    /** A name is the entry but for slips of the pen. */
    SPELLING,

    /** One of the two has all words of the other, and more. */
    WORDS,

    /** One of the two is the first letters of the other's words. */
    INITIALS,

    /** A name looks a little like the entry; a hint and nothing else. */
    RESEMBLANCE
}

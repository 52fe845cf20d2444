package org.tieline.naming;

import org.tieline.model.Term;

/** What a candidate stands on, strongest first. */
public enum MatchBasis implements Term {
    /** The entry has an identifier that a register gave it. */
    IDENTIFIER("identifier"),

    /** The entry is its id, letter by letter. */
    ID("id"),

    /** A name is the entry, letter by letter. */
    EXACT("exact"),

    /** A name is the entry once case, accents, width and punctuation are set aside. */
    NORMALIZED("normalized"),

    /** A name is the entry once spaces are set aside too. */
    SPACING("spacing"),

    /** A name is the entry but for a legal form that only one of the two has, or that differs. */
    LEGAL_FORM("legal-form"),

    /** The entry is all that a name has in one East Asian script. */
    SCRIPT_PART("script-part"),

    /** The words that name are those of a name; only words of the trade, a place or the order of words differ. */
    TRADE_WORDS("trade-words"),

    /** A name is the entry in another script, or sounds like it there. */
    TRANSLITERATION("transliteration"),

    /** The entry looks like a name and has letters of another script, or digits, in the place of some. */
    LOOKALIKE("look-alike"),

    /** A name is the entry but for slips of the pen. */
    SPELLING("spelling"),

    /** One of the two has all words of the other, and more. */
    WORDS("words"),

    /** One of the two is the first letters of the other's words. */
    INITIALS("initials"),

    /** A name looks a little like the entry; a hint and nothing else. */
    RESEMBLANCE("resemblance");

    private final String text;

    MatchBasis(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}

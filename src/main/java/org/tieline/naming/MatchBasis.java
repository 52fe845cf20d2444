package org.tieline.naming;

import java.util.Locale;

/** What a candidate stands on, strongest first. */
public enum MatchBasis {
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

    /** A name is the entry but for slips of the pen. */
    SPELLING,

    /** One of the two has all words of the other, and more. */
    WORDS,

    /** A name looks a little like the entry; a hint and nothing else. */
    RESEMBLANCE;

    /** As answers write it: {@code legal-form}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

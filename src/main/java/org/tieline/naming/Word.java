package org.tieline.naming;

import java.util.Set;

/**
 * A word of a name, or several that mean one thing.
 *
 * @param text as it is written, folded
 * @param key what it means: the same for all ways to write it; of a word that names, the word
 * @param countries where a place or a legal form is, see {@link WordMeaning}
 * @param adjective whether it names the people of a country
 */
record Word(String text, WordKind kind, String key, Set<String> countries, boolean adjective) {
    static Word named(String text) {
        return new Word(text, WordKind.NAME, text, Set.of(), false);
    }

    /** A word that was written in parts. */
    static Word joined(String parts) {
        return new Word(parts, WordKind.NAME, parts.replace(" ", ""), Set.of(), false);
    }

    /** Whether it names and was written in parts. */
    boolean isJoined() {
        return kind == WordKind.NAME && text.length() > key.length();
    }

    static Word of(String text, WordMeaning meaning) {
        return new Word(text, meaning.kind(), meaning.key(), meaning.countries(), meaning.adjective());
    }

    boolean is(WordKind other) {
        return kind == other;
    }

    /** Whether it counts where names are compared. */
    boolean counts() {
        return kind != WordKind.FORM && kind != WordKind.LINK;
    }
}

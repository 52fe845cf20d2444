package org.tieline.naming;

import java.util.Set;

/**
 * What a word, or several together, mean wherever they stand, in whatever script they are written.
 *
 * @param key the same for all ways to write one meaning, and for no other meaning
 * @param countries of a place the one that it is in; of a legal form those that have it, none if many do
 * @param adjective whether it is the people of a country that are named, and not the country
 */
record WordMeaning(WordKind kind, String key, Set<String> countries, boolean adjective) {
    static WordMeaning of(WordKind kind, String key) {
        return new WordMeaning(kind, key, Set.of(), false);
    }
}

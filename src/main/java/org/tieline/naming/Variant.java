package org.tieline.naming;

/**
 * A word on record that a word of an entry may stand for.
 *
 * @param word its number
 * @param off what the difference takes off a score
 * @param basis what the two have in common, NORMALIZED if they are the same word
 * @param slips letters to insert, delete, replace or swap
 * @param doubtful whether it is too uncertain to decide anything
 */
record Variant(int word, int off, MatchBasis basis, int slips, boolean doubtful) {
    static Variant same(int word) {
        return new Variant(word, 0, MatchBasis.NORMALIZED, 0, false);
    }

    boolean isSame() {
        return basis == MatchBasis.NORMALIZED;
    }
}

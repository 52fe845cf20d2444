package org.tieline.naming.fulltext;

import java.io.IOException;
import org.apache.lucene.index.FilteredTermsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.BoostAttribute;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.UnicodeUtil;

/**
 * The terms of a field within so many edits of a word, as {@link org.apache.lucene.search.FuzzyQuery} has them and weighs them;
 * found by a look at each. Lucene makes automata for that, which costs as much as some ten thousand looks.
 */
final class NearTermsEnum extends FilteredTermsEnum {
    private final BoostAttribute boost = attributes().addAttribute(BoostAttribute.class);
    private final int[] word;
    private final int most;
    private int[] letters = new int[64];

    /** Of the distances between beginnings the rows of this letter, the one before and the one before that. */
    private int[] row;

    private int[] before;
    private int[] earlier;

    /** @param most edits: a letter more, less or another, or two neighbours the other way round */
    NearTermsEnum(Terms terms, Term term, int most) throws IOException {
        super(terms.iterator(), false);
        word = term.text().codePoints().toArray();
        this.most = most;
        row = new int[word.length + 1];
        before = new int[word.length + 1];
        earlier = new int[word.length + 1];
    }

    @Override
    protected AcceptStatus accept(BytesRef term) {
        letters = ArrayUtil.growNoCopy(letters, term.length);
        int length = UnicodeUtil.UTF8toUTF32(term, letters);
        int edits = Math.abs(length - word.length) > most ? most + 1 : edits(length);
        if (edits > most) {
            return AcceptStatus.NO;
        }
        boost.setBoost(edits == 0 ? 1 : 1 - (float) edits / Math.min(length, word.length));
        return AcceptStatus.YES;
    }

    /**
     * How many edits make the term the word. Ends where they are too many for certain: later rows have no less than the least of
     * the last row, and one more than the least of the row before that, from where two letters are swapped.
     *
     * @param length of the term in {@link #letters}
     * @return any number above {@link #most} if there are more
     */
    private int edits(int length) {
        for (int at = 0; at <= word.length; at++) {
            row[at] = at;
        }
        int leastBefore = 0;
        for (int letter = 1; letter <= length; letter++) {
            int[] free = earlier;
            earlier = before;
            before = row;
            row = free;
            row[0] = letter;
            int least = letter;
            for (int at = 1; at <= word.length; at++) {
                row[at] = distance(letter, at);
                least = Math.min(least, row[at]);
            }
            if (least > most && leastBefore >= most) {
                return least;
            }
            leastBefore = least;
        }
        return row[word.length];
    }

    private int distance(int letter, int at) {
        boolean same = letters[letter - 1] == word[at - 1];
        int least = Math.min(before[at - 1] + (same ? 0 : 1), 1 + Math.min(before[at], row[at - 1]));
        boolean swapped =
                letter > 1 && at > 1 && letters[letter - 1] == word[at - 2] && letters[letter - 2] == word[at - 1];
        return swapped ? Math.min(least, earlier[at - 2] + 1) : least;
    }
}

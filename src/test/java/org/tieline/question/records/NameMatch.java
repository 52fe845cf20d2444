package org.tieline.question.records;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tieline.naming.fulltext.SearchHit;

/** A second reading of how near names come to what was looked for, once case, accents and hyphens are set aside. */
final class NameMatch {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\-]+");
    private static final List<String> LETTERS_WITHOUT_MARKS = List.of("øo", "łl", "đd", "ıi", "ßss", "æae", "œoe");

    private final String wanted;

    NameMatch(String wanted) {
        this.wanted = folded(wanted);
    }

    /** @param found how well the index found it, above 0 */
    SearchHit hit(String id, String name, List<String> aliases, double found) {
        String matched = Stream.concat(Stream.of(name), Stream.concat(aliases.stream(), Stream.of(id)))
                .min(Comparator.comparingInt((String text) -> -rank(folded(text)))
                        .thenComparingInt(text -> -shared(folded(text))))
                .orElseThrow();
        return new SearchHit(id, name, matched, rank(folded(matched)) + found / (found + 1));
    }

    private int rank(String text) {
        if (text.equals(wanted)) {
            return 3;
        }
        if (text.startsWith(wanted)) {
            return 2;
        }
        return text.contains(wanted) ? 1 : 0;
    }

    /** How many letters the text begins with as wanted: wrong letters are rarely the first. */
    private int shared(String text) {
        int length = Math.min(text.length(), wanted.length());
        int same = 0;
        while (same < length && text.charAt(same) == wanted.charAt(same)) {
            same++;
        }
        return same;
    }

    static String folded(String text) {
        String folded = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        for (String letter : LETTERS_WITHOUT_MARKS) {
            folded = folded.replace(letter.substring(0, 1), letter.substring(1));
        }
        return BETWEEN_WORDS.matcher(folded.strip()).replaceAll(" ");
    }
}

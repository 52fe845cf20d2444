package org.tieline.naming;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What companies are by law, as it is written beside their names: {@code Ltd}, {@code GmbH}, {@code 株式会社}. Such words
 * are weak: most people leave them out, and so they tell organizations apart only where both sides have them.
 *
 * <p>They are in the file {@code legal-forms.csv}, with where they are from.
 */
final class LegalForms {
    /** Forms in Latin letters that stand before a name as well as after it; those in other scripts do. */
    private static final Set<String> LEADING = Set.of(
            "pt", "llc", "pao", "oao", "ojsc", "ooo", "zao", "ao", "kk", "yk", "gk", "jsc", "pjsc", "prat", "tov",
            "cong-ty");

    private static final int FIRST_FOREIGN_LETTER = 0x370;

    /** By the words that a form is written in. */
    private static final Map<List<String>, String> FORM_OF = new HashMap<>();

    private static final int MOST_WORDS;

    /** Forms that are written without a space before them, longest first. */
    static final List<String> GLUED;

    static {
        for (String[] row : WordList.rows("legal-forms.csv")) {
            for (String written : row[2].split("\\|")) {
                FORM_OF.putIfAbsent(PlainName.words(written, List.of()), row[0]);
            }
        }
        MOST_WORDS = FORM_OF.keySet().stream().mapToInt(List::size).max().orElseThrow();
        GLUED = FORM_OF.keySet().stream()
                .filter(words -> words.size() == 1 && words.getFirst().length() > 1)
                .map(List::getFirst)
                .filter(word -> Scripts.eastAsian(word.codePointAt(0)))
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private LegalForms() {}

    /**
     * A name parted into what names and what is weak.
     *
     * @param words what is left, at least one word if there was one
     * @param forms the forms that stood at its ends
     */
    record Parted(List<String> words, Set<String> forms) {}

    /** Sets the forms at the ends of a name aside, unless nothing would be left. */
    static Parted part(List<String> all) {
        List<String> words = new ArrayList<>(all);
        Set<String> forms = new TreeSet<>();
        List<String> found = ending(words);
        while (found != null) {
            forms.add(FORM_OF.get(found));
            words.subList(words.size() - found.size(), words.size()).clear();
            found = ending(words);
        }
        found = beginning(words);
        while (found != null) {
            forms.add(FORM_OF.get(found));
            words.subList(0, found.size()).clear();
            found = beginning(words);
        }
        return new Parted(List.copyOf(words), forms);
    }

    /** The longest form that the words end in, unless nothing would be left; null if there is none. */
    private static @Nullable List<String> ending(List<String> words) {
        for (int count = Math.min(MOST_WORDS, words.size() - 1); count > 0; count--) {
            List<String> last = words.subList(words.size() - count, words.size());
            if (FORM_OF.containsKey(last)) {
                return List.copyOf(last);
            }
        }
        return null;
    }

    /** The longest form that the words begin with and that may stand there, unless nothing would be left; null if there is none. */
    private static @Nullable List<String> beginning(List<String> words) {
        for (int count = Math.min(MOST_WORDS, words.size() - 1); count > 0; count--) {
            List<String> first = words.subList(0, count);
            if (leads(first)) {
                return List.copyOf(first);
            }
        }
        return null;
    }

    /** Whether words are a form that may stand before a name. */
    static boolean leads(List<String> words) {
        String form = FORM_OF.get(words);
        return form != null && (LEADING.contains(form) || words.getFirst().codePointAt(0) >= FIRST_FOREIGN_LETTER);
    }
}

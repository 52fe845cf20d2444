package org.tieline.naming;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A name without what people write in different ways. Two names are taken for the same when they are so afterwards. In
 * this order:
 *
 * <ol>
 *   <li>Unicode's compatibility composition NFKC: full and half width, ligatures, {@code ㈱};
 *   <li>case is folded, {@code ß} like {@code ss};
 *   <li>accents fall off Latin, Greek, Cyrillic, Arabic and Hebrew letters, and letters such as {@code ø} become the plain
 *       ones; the voiced sounds of Kana and the vowels of Indian scripts are no accents and stay;
 *   <li>{@code &} becomes {@code and}, {@code +} becomes {@code plus}, apostrophes vanish, so do the dots between single
 *       letters, and what else is neither letter nor digit parts words;
 *   <li>traditional Han becomes simplified, and letters of Arabic with two shapes become one;
 *   <li>a change between Han, Kana, Hangul and any other script parts words too;
 *   <li>{@linkplain LegalForms legal forms} at the ends are set aside.
 * </ol>
 *
 * @param words the words that name, in their order
 * @param forms the legal forms that were set aside
 */
record PlainName(List<String> words, Set<String> forms) {
    private static final List<String> APOSTROPHES = List.of("'", "\u2018", "\u2019", "\u02BC", "`", "\u00B4");
    private static final Pattern DOTTED_LETTERS =
            Pattern.compile("(?<![\\p{L}\\p{N}])(\\p{L})[./](?=\\p{L}(?:[./]|(?![\\p{L}\\p{N}])))");

    static PlainName of(String name) {
        LegalForms.Parted parted = LegalForms.part(words(name));
        return new PlainName(parted.words(), parted.forms());
    }

    /** The words that name, written together: how words are parted makes no other name. */
    String key() {
        return String.join("", words);
    }

    static List<String> words(String name) {
        return words(name, LegalForms.GLUED);
    }

    /** @param glued what is written without a space before it, longest first */
    static List<String> words(String name, List<String> glued) {
        String text = NameFolding.folded(Letters.folded(name));
        for (String apostrophe : APOSTROPHES) {
            text = text.replace(apostrophe, "");
        }
        text = text.replace("&", " and ").replace("+", " plus ");
        for (String form : glued) {
            if (text.contains(form)) {
                text = text.replace(form, " " + form + " ");
                break;
            }
        }
        List<String> words = new ArrayList<>();
        text = withoutDots(text);
        int from = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (!ofWords(c)) {
                split(text.substring(from, i), words);
                from = i + Character.charCount(c);
            }
        }
        split(text.substring(from), words);
        return words;
    }

    private static boolean ofWords(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    /** {@code s.a.} and {@code a/s} are words, {@code digi.com} is two. */
    private static String withoutDots(String text) {
        boolean dotted = text.indexOf('.') >= 0 || text.indexOf('/') >= 0;
        return dotted ? DOTTED_LETTERS.matcher(text).replaceAll("$1") : text;
    }

    /** Parts a word where an East Asian script begins or ends. */
    static void split(String word, List<String> words) {
        int from = 0;
        UnicodeScript run = null;
        for (int i = 0; i < word.length(); i += Character.charCount(word.codePointAt(i))) {
            int c = word.codePointAt(i);
            if (Scripts.neutral(c)) {
                continue;
            }
            UnicodeScript script = Scripts.eastAsian(c) ? UnicodeScript.of(c) : UnicodeScript.LATIN;
            if (run != null && script != run) {
                words.add(word.substring(from, i));
                from = i;
            }
            run = script;
        }
        if (from < word.length()) {
            words.add(NameFolding.withoutArticle(word.substring(from)));
        }
    }

    /** Whether the two say different things of the legal form: each has one that the other lacks. */
    boolean formsContradict(PlainName other) {
        return !forms.containsAll(other.forms) && !other.forms.containsAll(forms);
    }
}

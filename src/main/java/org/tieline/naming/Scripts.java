package org.tieline.naming;

import java.lang.Character.UnicodeScript;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** In which scripts something is written. */
final class Scripts {
    private static final int FIRST_BEHIND_LATIN = 0x250;

    private Scripts() {}

    /** Whether words of this script stand beside others without a space. */
    static boolean eastAsian(int codePoint) {
        return codePoint >= FIRST_BEHIND_LATIN
                && switch (UnicodeScript.of(codePoint)) {
                    case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> true;
                    default -> false;
                };
    }

    /** Whether words of this script stand beside each other without a space. */
    static boolean unspaced(int codePoint) {
        return codePoint >= FIRST_BEHIND_LATIN
                && switch (UnicodeScript.of(codePoint)) {
                    case THAI, LAO, KHMER, MYANMAR -> true;
                    default -> eastAsian(codePoint);
                };
    }

    /** Whether accents of this script are marks upon a letter that reads without them. */
    static boolean marksAreAccents(int codePoint) {
        return switch (UnicodeScript.of(codePoint)) {
            case LATIN, GREEK, CYRILLIC, ARABIC, HEBREW -> true;
            default -> false;
        };
    }

    /** Whether a character belongs to no script of its own: digits, the long vowel of Katakana. */
    static boolean neutral(int codePoint) {
        if (codePoint < 128) {
            return !Character.isLetter(codePoint);
        }
        UnicodeScript script = UnicodeScript.of(codePoint);
        return script == UnicodeScript.COMMON || script == UnicodeScript.INHERITED;
    }

    /** The names of Unicode for the scripts of a text, in the order in which they occur; none for digits and signs. */
    static List<String> of(String text) {
        Set<String> scripts = new LinkedHashSet<>();
        text.codePoints().filter(c -> !neutral(c)).forEach(c -> scripts.add(name(UnicodeScript.of(c))));
        return List.copyOf(scripts);
    }

    /** {@code Katakana}, {@code Canadian Aboriginal}. */
    private static String name(UnicodeScript script) {
        StringBuilder name = new StringBuilder();
        for (String word : script.name().split("_")) {
            name.append(name.isEmpty() ? "" : " ")
                    .append(word.charAt(0))
                    .append(word.substring(1).toLowerCase(java.util.Locale.ROOT));
        }
        return name.toString();
    }
}

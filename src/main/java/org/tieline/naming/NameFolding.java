package org.tieline.naming;

import com.ibm.icu.text.Transliterator;

/**
 * Ways of writing that make no other word within one script: traditional and simplified Han, the forms of Arabic letters and
 * their article. Comes after {@link Letters#folded}.
 */
final class NameFolding {
    private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Hant-Hans");

    /** Arabic letters with a sister that is written in their place, and the shapes that Persian and Urdu use. */
    private static final String ARABIC = "ىيةهکكیيےيۀهھهہه";

    /** Forms of Han that Japan alone has, and the simplified ones. */
    private static final String JAPANESE = "気气広广楽乐発发沢泽竜龙図图総总経经済济団团辺边桜樱鉄铁関关対对読读変变";

    private static final int LATIN_ENDS = 0x250;
    private static final String ARTICLE = "ال";
    private static final int SHORTEST_WITH_ARTICLE = 4;

    private NameFolding() {}

    /** A text with one way to write each letter. */
    static String folded(String text) {
        if (text.chars().allMatch(c -> c < LATIN_ENDS)) {
            return text;
        }
        boolean han = text.codePoints().anyMatch(Character::isIdeographic);
        String simple = han ? replaced(SIMPLIFIED.transliterate(text), JAPANESE) : text;
        return replaced(simple, ARABIC);
    }

    /** An Arabic word without its article; any other as it is. */
    static String withoutArticle(String word) {
        return word.length() > SHORTEST_WITH_ARTICLE && word.startsWith(ARTICLE)
                ? word.substring(ARTICLE.length())
                : word;
    }

    private static String replaced(String text, String pairs) {
        StringBuilder replaced = new StringBuilder(text);
        for (int i = 0; i < replaced.length(); i++) {
            int pair = pairs.indexOf(replaced.charAt(i));
            if (pair >= 0 && pair % 2 == 0) {
                replaced.setCharAt(i, pairs.charAt(pair + 1));
            }
        }
        return replaced.toString();
    }
}

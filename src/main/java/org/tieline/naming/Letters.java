package org.tieline.naming;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Locale;

/** The one folding of letters: how texts are compared and become ids where case, accents and width make no difference. */
public final class Letters {
    private static final String[] PLAIN = {"øo", "łl", "đd", "ıi", "æae", "œoe", "þth", "ðd", "ςσ"};

    /** Signs for soft and hard sounds and for breathings are dropped, as nobody reads them as the end of a word. */
    private static final Transliterator LATIN = Transliterator.getInstance("Any-Latin; [:Lm:] Remove; Latin-ASCII");

    private Letters() {}

    /** Folded, and in Latin letters where another script has such: {@code Компания} becomes {@code kompania}. */
    public static String latin(String text) {
        String folded = folded(text);
        return folded.chars().allMatch(c -> c < 128)
                ? folded
                : LATIN.transliterate(folded).toLowerCase(Locale.ROOT);
    }

    /**
     * In small letters, of usual width, without accents. The voiced sounds of Kana and the vowels of Indian scripts are no
     * accents and stay. Letters that are not made of a letter and a mark become those that are written in their place:
     * {@code ø} becomes {@code o}, {@code ß} becomes {@code ss}.
     */
    public static String folded(String text) {
        if (text.chars().allMatch(c -> c < 128)) {
            return text.toLowerCase(Locale.ROOT);
        }
        String compatible = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder();
        boolean accented = false;
        String apart = Normalizer.normalize(compatible, Normalizer.Form.NFD);
        for (int i = 0; i < apart.length(); i += Character.charCount(apart.codePointAt(i))) {
            int c = apart.codePointAt(i);
            int type = Character.getType(c);
            if (type == Character.FORMAT || type == Character.NON_SPACING_MARK && accented) {
                continue;
            }
            if (type != Character.NON_SPACING_MARK) {
                accented = Scripts.marksAreAccents(c);
            }
            plain.appendCodePoint(c);
        }
        String folded = Normalizer.normalize(plain, Normalizer.Form.NFC);
        for (String letter : PLAIN) {
            folded = folded.replace(letter.substring(0, 1), letter.substring(1));
        }
        return folded;
    }
}

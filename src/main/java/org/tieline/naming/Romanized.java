package org.tieline.naming;

import com.ibm.icu.text.Transliterator;
import java.lang.Character.UnicodeScript;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A word in Latin letters, and what is left of it when the ways to spell one sound are made the same. Transliterations differ
 * by system, and scripts differ in what they can tell apart: Japanese adds vowels, Arabic and Hebrew leave them out.
 */
final class Romanized {
    private static final Transliterator LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII");

    /** Characters of Han that are read in one way before some and in another before others. */
    static final String READ_WITH_NEXT = "藏重秘";

    /** The Latin letters of other characters of Han, as they come: thousands of rules are tried for each. */
    private static final Map<Integer, String> READ_ALONE = new ConcurrentHashMap<>();

    private static final Pattern NO_LETTER = Pattern.compile("[^a-z0-9]+");

    /** Longer spellings first: later ones see what earlier ones left. */
    private static final String[][] SOUNDS = {
        {"sch", "s"},
        {"tsch", "c"},
        {"ph", "f"},
        {"kh", "h"},
        {"gh", "g"},
        {"th", "t"},
        {"ck", "k"},
        {"qu", "kv"},
        {"ce", "se"},
        {"ci", "si"},
        {"cy", "si"},
        {"x", "ks"},
        {"c", "k"},
        {"q", "k"},
        {"w", "v"},
        {"y", "i"},
        {"j", "i"},
        {"ou", "u"},
        {"oo", "u"},
        {"ee", "i"},
        {"z", "s"}
    };

    /** Consonants that scripts without one of them write by the other. */
    private static final Map<Character, Character> SISTERS =
            Map.of('l', 'r', 'f', 'p', 'v', 'p', 'b', 'p', 'd', 't', 'g', 'k', 'h', 'h', 'm', 'n');

    private Romanized() {}

    /** Small Latin letters and digits alone; empty if nothing can be written so. */
    static String latin(String word) {
        return word.codePoints().allMatch(Romanized::readsAlone)
                ? word.codePoints().mapToObj(Romanized::latin).collect(Collectors.joining())
                : transliterated(word);
    }

    private static boolean readsAlone(int codePoint) {
        return UnicodeScript.of(codePoint) == UnicodeScript.HAN
                && Character.isIdeographic(codePoint)
                && READ_WITH_NEXT.indexOf(codePoint) < 0;
    }

    private static String latin(int codePoint) {
        return READ_ALONE.computeIfAbsent(codePoint, c -> transliterated(Character.toString(c)));
    }

    /** The same as {@link #latin}, which spares what is slow. */
    static String transliterated(String word) {
        String latin = word.chars().allMatch(c -> c < 128) ? word : LATIN.transliterate(word);
        return NO_LETTER.matcher(latin.toLowerCase(java.util.Locale.ROOT)).replaceAll("");
    }

    /** The same for most ways to spell a word by its sound. */
    static String sound(String latin) {
        String sound = latin;
        for (String[] pair : SOUNDS) {
            sound = sound.replace(pair[0], pair[1]);
        }
        StringBuilder single = new StringBuilder();
        for (int i = 0; i < sound.length(); i++) {
            char c = sound.charAt(i);
            if (i == 0 || c != sound.charAt(i - 1) || Character.isDigit(c)) {
                single.append(c);
            }
        }
        return single.toString();
    }

    /** Whether a script leaves most vowels out and writes others by the letters of consonants. */
    static boolean isUnvowelled(String word) {
        UnicodeScript script = UnicodeScript.of(word.codePointAt(0));
        return script == UnicodeScript.ARABIC || script == UnicodeScript.HEBREW;
    }

    /** The Latin letters of such a word with the vowels that its consonants may stand for. */
    static String withVowels(String latin) {
        return latin.isEmpty()
                ? latin
                : latin.charAt(0) + latin.substring(1).replace('w', 'u').replace('y', 'i');
    }

    /** Whether the sound of a word without its vowels is that of one with them: no letter is more, none but vowels are less. */
    static boolean spells(String unvowelled, String sound) {
        int at = 0;
        for (int i = 0; i < sound.length(); i++) {
            char letter = sound.charAt(i);
            if (at < unvowelled.length() && sameLetter(unvowelled.charAt(at), letter)) {
                at++;
            } else if ("aeiou".indexOf(letter) < 0) {
                return false;
            }
        }
        return at == unvowelled.length();
    }

    /** Arabic and Hebrew have one letter each for {@code o} and {@code u}, {@code e} and {@code i}, and none for {@code p} and {@code v}. */
    private static boolean sameLetter(char one, char other) {
        return one == other
                || one == 'u' && other == 'o'
                || one == 'i' && other == 'e'
                || one == 'b' && other == 'p'
                || one == 'f' && (other == 'v' || other == 'p')
                || (one == 'g' || one == 'j') && other == 'g';
    }

    /** The consonants of a sound, those that are mistaken for each other made the same. */
    static String consonants(String sound) {
        StringBuilder consonants = new StringBuilder();
        String plain = sound.replace("ng", "n");
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if ("aeiou".indexOf(c) < 0 && !(c == 'h' && i > 0)) {
                consonants.append(SISTERS.getOrDefault(c, c).charValue());
            }
        }
        return consonants.toString();
    }
}

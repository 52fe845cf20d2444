package org.tieline.naming;

import com.ibm.icu.text.SpoofChecker;
import java.util.Locale;
import java.util.Set;

/** Letters that look like others, by the skeletons of Unicode's Technical Standard 39: Cyrillic Н, digit 1. */
final class Lookalikes {
    private static final SpoofChecker CHECKER =
            new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();

    private Lookalikes() {}

    /** How a word looks in capital and in small letters: words that look alike share one of them. */
    static Set<String> skeletons(String word) {
        return Set.of(
                "A" + CHECKER.getSkeleton(word.toUpperCase(Locale.ROOT)),
                "a" + CHECKER.getSkeleton(word.toLowerCase(Locale.ROOT)));
    }

    /** Whether a word may look like another in Latin letters and is none: it has letters of two scripts, or digits between letters. */
    static boolean suspicious(String word) {
        boolean latin = word.chars().anyMatch(c -> c >= 'a' && c <= 'z');
        boolean foreign = word.codePoints().anyMatch(c -> {
            Character.UnicodeScript script = Character.UnicodeScript.of(c);
            return script == Character.UnicodeScript.CYRILLIC || script == Character.UnicodeScript.GREEK;
        });
        boolean digits = word.chars().anyMatch(Character::isDigit);
        return foreign || latin && digits;
    }
}

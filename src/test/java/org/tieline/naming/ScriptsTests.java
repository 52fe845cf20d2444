package org.tieline.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Character.UnicodeScript;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScriptsTests {
    private static final Set<UnicodeScript> EAST_ASIAN = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.BOPOMOFO);

    @Test
    void shouldKnowTheScriptOfEveryCharacter() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            UnicodeScript script = UnicodeScript.of(c);
            boolean thai = script == UnicodeScript.THAI
                    || script == UnicodeScript.LAO
                    || script == UnicodeScript.KHMER
                    || script == UnicodeScript.MYANMAR;
            assertThat(Scripts.eastAsian(c)).isEqualTo(EAST_ASIAN.contains(script));
            assertThat(Scripts.unspaced(c)).isEqualTo(thai || EAST_ASIAN.contains(script));
            assertThat(Scripts.neutral(c))
                    .isEqualTo(script == UnicodeScript.COMMON || script == UnicodeScript.INHERITED);
        }
    }
}

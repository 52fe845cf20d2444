package org.tieline.naming;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import java.lang.Character.UnicodeScript;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RomanizedTests {
    /** Every tenth character is one of those that are read with the next, or comes after them in the rules, or is of another script. */
    private static final String OTHERS = Romanized.READ_WITH_NEXT + "文庆鲁々〇ー아カaд1 ";

    @Test
    void shouldReadCharactersOfHanAsTheWholeWord() {
        int[] han = IntStream.range(0, Character.MAX_CODE_POINT)
                .filter(c -> UnicodeScript.of(c) == UnicodeScript.HAN)
                .toArray();
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder word = new StringBuilder();
            for (int length = 1 + random.nextInt(5); length > 0; length--) {
                word.appendCodePoint(
                        random.nextInt(10) == 0
                                ? OTHERS.charAt(random.nextInt(OTHERS.length()))
                                : han[random.nextInt(han.length)]);
            }
            assertThat(Romanized.latin(word.toString()))
                    .as(word.toString())
                    .isEqualTo(Romanized.transliterated(word.toString()));
        }
        assertThat(Romanized.latin("西藏")).isEqualTo("xicang");
        assertThat(Romanized.latin("重庆")).isEqualTo("chongqing");
    }

    @Test
    void shouldKnowWhichCharactersOfHanAreReadWithTheNext() {
        String alone = "(\\\\u\\p{XDigit}{4}|\\\\U\\p{XDigit}{8}|\\[[^{}]+]) > .*";

        assertThat(Transliterator.getInstance("Han-Latin").toRules(true).lines())
                .filteredOn(rule -> !rule.matches(alone) && !rule.startsWith("::Han-Spacedhan"))
                .map(rule -> (char) Integer.parseInt(rule.replaceFirst("^\\{\\\\u(\\p{XDigit}{4})}.*", "$1"), 16))
                .containsExactlyInAnyOrder('藏', '重', '秘');
    }
}

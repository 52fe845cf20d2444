package org.tieline.naming.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextNumbersTests {
    @Test
    void shouldNumberTextsAsAMapDoes() {
        Random random = new Random(3);
        TextNumbers numbers = new TextNumbers();
        Map<String, Integer> reference = new HashMap<>();
        for (int i = 0; i < 200_000; i++) {
            String text = text(random);
            int number = reference.computeIfAbsent(text, none -> reference.size());
            assertThat(numbers.add(text)).isEqualTo(number);
        }

        reference.forEach((text, number) -> {
            assertThat(numbers.find(text)).isEqualTo(number);
            assertThat(numbers.get(number)).isEqualTo(text);
        });
        assertThat(numbers.size()).isEqualTo(reference.size());
        assertThat(numbers.find("none of them")).isEqualTo(-1);
    }

    /** Numbered ids, letters of two bytes, and a lone surrogate, as a bad byte of a file becomes one. */
    private static String text(Random random) {
        int number = random.nextInt(100_000);
        return switch (number % 4) {
            case 0 -> "o" + number;
            case 1 -> "\u534e\u4e3a" + number;
            case 2 -> "\udce9" + number;
            default -> "";
        };
    }

    @Test
    void shouldKeepATextOfAnyLength() {
        TextNumbers numbers = new TextNumbers();
        String longest = "long ".repeat(1 << 19);

        assertThat(numbers.add("a")).isZero();
        assertThat(numbers.add(longest)).isEqualTo(1);
        assertThat(numbers.add("b")).isEqualTo(2);
        assertThat(numbers.get(1)).isEqualTo(longest);
        assertThat(numbers.find("b")).isEqualTo(2);
    }

    @Test
    void shouldFindWhatCameTwice() {
        RepeatedLongs longs = new RepeatedLongs();
        for (long i = 0; i < 10_000; i++) {
            longs.add(i * 7);
        }
        longs.add(70);
        longs.add(70);
        longs.add(7_000);

        Map<Long, Integer> found = new HashMap<>();
        longs.handOver(each -> found.merge(each, 1, Integer::sum));

        assertThat(found).isEqualTo(Map.of(70L, 1, 7_000L, 1));
    }
}

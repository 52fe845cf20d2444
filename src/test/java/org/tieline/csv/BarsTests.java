package org.tieline.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists in one text. */
class BarsTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"a|b;[a, b]", "a\\|b|c;[a|b, c]", "a\\b;[a\\b]", "a\\\\|b;[a\\, b]", "a||b;[a, , b]"})
    void shouldPartAtBarsThatNothingEscapes(String text, String elements) {
        assertThat(Bars.split(text)).hasToString(elements);
    }

    @Property(tries = 300)
    void shouldReadWhatItWrote(@ForAll("lists") List<String> elements) {
        assertThat(Bars.split(Bars.join(elements))).isEqualTo(elements);
    }

    @Provide
    Arbitrary<List<String>> lists() {
        return Arbitraries.strings()
                .withChars('a', '|', '\\')
                .ofMaxLength(5)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }
}

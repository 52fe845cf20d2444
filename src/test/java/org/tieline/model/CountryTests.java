package org.tieline.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountryTests {
    @ParameterizedTest
    @CsvSource({"GB, United Kingdom", "EU, European Union", "XK, Kosovo", "JP, Japan"})
    void shouldNameWhatHasACode(String code, String name) {
        assertThat(Country.isCode(code)).isTrue();
        assertThat(Country.english(code)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UK", "EL", "gb", "SU", "GBR", ""})
    void shouldTakeNoOtherTextForACode(String text) {
        assertThat(Country.isCode(text)).isFalse();
    }
}

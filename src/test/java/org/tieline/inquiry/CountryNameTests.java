package org.tieline.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountryNameTests {
    @ParameterizedTest
    @CsvSource({
        "DE, DE",
        " de , DE",
        "DEU, DE",
        "Germany, DE",
        "united states, US",
        "USA, US",
        "UK, GB",
        "GB, GB",
        "South Korea, KR",
        "European Union, EU",
        "eu, EU",
        "Kosovo, XK",
        "xk, XK"
    })
    void shouldReadCountriesAsTablesHaveThem(String text, String code) {
        assertThat(CountryName.code(text)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Frankonia", "D", "ZZ", "Deutschland"})
    void shouldNotGuess(String text) {
        assertThat(CountryName.code(text)).isEmpty();
    }
}

package org.tieline.question.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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
        "EL, GR",
        "GBR, GB",
        "Deutschland, DE",
        "Österreich, AT",
        "osterreich, AT",
        "Türkiye, TR",
        "日本, JP",
        "中国, CN",
        "Россия, RU",
        "Ελλάδα, GR",
        "United States of America, US",
        "GB, GB",
        "South Korea, KR",
        "European Union, EU",
        "eu, EU",
        "Kosovo, XK",
        "xk, XK",
        "Turkey, TR",
        "Hong Kong, HK",
        "Macau, MO",
        "Macao, MO",
        "U.S., US",
        "U.K., GB",
        "Côte d’Ivoire, CI",
        "Cote d`Ivoire, CI",
        "Ivory Coast, CI",
        "The Netherlands, NL",
        "Bosnia and Herzegovina, BA",
        "St Lucia, LC",
        "Trinidad & Tobago, TT"
    })
    void shouldReadCountriesAsTablesHaveThem(String text, String code) {
        assertThat(CountryName.code(text)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Frankonia", "D", "ZZ", "Nowhere", "GER", "The", "...", "???"})
    void shouldNotGuess(String text) {
        assertThat(CountryName.code(text)).isEmpty();
    }

    @Test
    void shouldReadAStraightApostrophe() {
        assertThat(CountryName.code("Cote d'Ivoire")).contains("CI");
    }

    @Test
    void shouldSayWhatWouldBeRightAndWhatComesNearest() {
        assertThat(CountryName.refusal("country", "Germny"))
                .startsWith("country must be an ISO 3166-1 alpha-2 code, an alpha-3 code, or the name of a country")
                .endsWith(", was Germny; did you mean Germany (DE)?");
    }
}

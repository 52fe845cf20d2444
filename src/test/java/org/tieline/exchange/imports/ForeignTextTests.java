package org.tieline.exchange.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Foreign ids and names become ids as names are folded when somebody looks for them. */
class ForeignTextTests {
    @ParameterizedTest
    @CsvSource({
        "Telefónica S.A., telefonica-s-a",
        "Øresund, oresund",
        "Straße, strasse",
        "NK-Ab12, nk-ab12",
        "華為, hua-wei",
        "Компания-1, kompania-1",
        "Область, oblast",
        "بنك, bnk",
        "☎, ''",
        "...,''"
    })
    void shouldMakeIds(String text, String id) {
        assertThat(ForeignText.kebab(text)).isEqualTo(id);
    }
}

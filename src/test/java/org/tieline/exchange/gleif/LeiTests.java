package org.tieline.exchange.gleif;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tieline.model.IdentifierScheme;
import org.tieline.model.PartialDate;

class LeiTests {
    @Test
    void shouldKnowCheckDigits() {
        assertThat(IdentifierScheme.LEI.accepts("5493001KJTIIGC8Y1R12")).isTrue();
        assertThat(IdentifierScheme.LEI.accepts("5493001KJTIIGC8Y1R13")).isFalse();
        assertThat(IdentifierScheme.LEI.accepts("5493001kjtiigc8y1r12")).isFalse();
        assertThat(IdentifierScheme.LEI.accepts("5493001KJTIIGC8Y1R1")).isFalse();
        assertThat(IdentifierScheme.LEI.accepts("5493001KJTIIGC8Y1RAB")).isFalse();
        for (int i = 0; i < 1_000; i++) {
            assertThat(IdentifierScheme.LEI.accepts(GoldenCopies.lei(i))).isTrue();
        }
    }

    @Test
    void shouldPackDatesOfAnyPrecision() {
        for (String text : new String[] {"0001", "2018", "2018-08", "2018-08-23", "9999-12-31"}) {
            assertThat(PackedDate.date(PackedDate.of(PartialDate.parse(text)))).hasToString(text);
        }
        assertThat(PackedDate.date(PackedDate.of(null))).isNull();
    }
}

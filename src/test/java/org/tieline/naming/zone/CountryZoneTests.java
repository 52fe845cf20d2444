package org.tieline.naming.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountryZoneTests {
    /** Germany has an exclave with a zone of its own, which goes by the same clock. */
    @ParameterizedTest
    @CsvSource({
        "JP, Asia/Tokyo",
        "GB, Europe/London",
        "DE, Europe/Berlin",
        "SE, Europe/Stockholm",
        "IN, Asia/Kolkata",
        "US, UTC",
        "AU, UTC",
        "BR, UTC",
        "NZ, UTC",
        "EU, UTC",
        "XX, UTC"
    })
    void shouldKnowTheZoneOfACountryThatHasOne(String country, String zone) {
        assertThat(CountryZone.on(country, LocalDate.of(2026, 7, 1)).getId()).isEqualTo(zone);
    }
}

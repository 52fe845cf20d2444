package org.tieline.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTests {
    private static final List<String> WORDS =
            List.of("bt", "title", "paper", "huawei", "huawei-device", "softbank-corp", "softbank-group");

    @ParameterizedTest
    @CsvSource({"huawey, huawei", "titel, title", "papre, paper", "b, bt", "soft-bank-group, softbank-group"})
    void shouldFindWhatWasMeant(String unknown, String meant) {
        assertThat(Nearest.among(WORDS, unknown)).first().isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"remark", "x-y", "nokia-networks"})
    void shouldFindNothingFarAway(String unknown) {
        assertThat(Nearest.among(WORDS, unknown)).isEmpty();
    }

    @Test
    void shouldFindWordsThatBeginSoAndFewOfThem() {
        assertThat(Nearest.among(WORDS, "softbank")).containsExactly("softbank-corp", "softbank-group");
        assertThat(Nearest.among(List.of("a-4", "a-1", "a-3", "a-2"), "a-0")).containsExactly("a-1", "a-2", "a-3");
    }
}

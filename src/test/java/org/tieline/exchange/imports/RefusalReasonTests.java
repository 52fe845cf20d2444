package org.tieline.exchange.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tieline.model.DataError;
import org.tieline.model.DataError.Rule;

/** What rows are left for is told by the rule that they break, however its refusal is worded. */
class RefusalReasonTests {
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FORM")
    void shouldGiveOneReasonForEachRule(Rule rule) {
        assertThat(RefusalReason.of(error("is said in some way", rule)))
                .isEqualTo(RefusalReason.of(error("is said in another", rule)))
                .doesNotContain("is said");
    }

    @Test
    void shouldNotTakeAValueForARuleThatItsRefusalSoundsLike() {
        assertThat(RefusalReason.of(error("must not lift a weight, was 140", Rule.FORM)))
                .isEqualTo("must not lift a weight");
    }

    private static DataError error(String remedy, Rule rule) {
        return new DataError("ties.csv", 2, "percent", "140", remedy, rule);
    }
}

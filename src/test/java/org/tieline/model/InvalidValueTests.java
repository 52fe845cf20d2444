package org.tieline.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class InvalidValueTests {
    @Test
    void shouldSayFieldRemedyAndValueAndHandThemOutApart() {
        InvalidValue invalid = new InvalidValue("percent", 140, "must be 0..100");

        assertThat(invalid).hasMessage("percent must be 0..100, was 140");
        assertThat(invalid.field()).isEqualTo("percent");
        assertThat(invalid.value()).isEqualTo("140");
        assertThat(invalid.remedy()).isEqualTo("must be 0..100");
    }

    @Test
    void shouldTakeTheFieldFromWhoeverKnowsIt() {
        InvalidValue nameless = new InvalidValue("", "soon", "must be a date");

        assertThat(nameless).hasMessage("must be a date, was soon");
        assertThat(nameless.field()).isEmpty();
        assertThat(nameless.in("since")).hasMessage("since must be a date, was soon");
    }

    @Test
    void shouldNameNoSingleFieldWhereSeveralAreWrongTogether() {
        InvalidValue together = InvalidValue.together(List.of("name", "id"), "name or id must be given");

        assertThat(together).hasMessage("name or id must be given");
        assertThat(together.field()).isEmpty();
        assertThat(together.fields()).containsExactly("name", "id");
    }
}

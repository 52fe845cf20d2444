package org.tieline.question.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tieline.model.TielineException.BadQuestion;

class GivenTests {
    @ParameterizedTest
    @MethodSource
    void shouldReadWhatProgramsGive(Object value, List<String> texts) {
        assertThat(Given.of(Map.of("x", value)).texts()).containsOnly(Map.entry("x", texts));
    }

    static Stream<Arguments> shouldReadWhatProgramsGive() {
        return Stream.of(
                Arguments.of("huawei", List.of("huawei")),
                Arguments.of(20L, List.of("20")),
                Arguments.of(20.0, List.of("20")),
                Arguments.of(12.5, List.of("12.5")),
                Arguments.of(1e7, List.of("10000000")),
                Arguments.of(Double.NaN, List.of("NaN")),
                Arguments.of(true, List.of("true")),
                Arguments.of(LocalDate.of(2018, 12, 8), List.of("2018-12-08")),
                Arguments.of(List.of("huawei", 4), List.of("huawei", "4")));
    }

    @Test
    void shouldTakeNullForNothing() {
        Map<String, Object> values = new HashMap<>();
        values.put("vendor", null);

        assertThat(Given.of(values).texts()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void shouldRefuseWhatIsNoValue(Object value, String sentence) {
        assertThatThrownBy(() -> Given.of(Map.of("x", value)))
                .isInstanceOf(BadQuestion.class)
                .hasMessage(sentence);
    }

    static Stream<Arguments> shouldRefuseWhatIsNoValue() {
        String must = "x must be a text, number or date, or a list of these, was ";
        return Stream.of(
                Arguments.of(List.of(), "x must not be an empty list; leave it out to use its default"),
                Arguments.of(Arrays.asList("a", null), must + "a list with null in it"),
                Arguments.of(List.of(List.of("a")), must + "a list in a list"),
                Arguments.of(Map.of("id", 1), must + "a map"),
                Arguments.of(new Object(), must + "something else; of a node or relationship give the id"));
    }
}

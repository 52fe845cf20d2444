package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tieline.question.series.SeriesQuestion;

/** Holds the page on matrix and series to what the API answers on the shipped data. */
class ManyAtOnceDocumentTests extends ShippedApiTest {
    private static final String PAGE = PageExamples.text(Path.of("docs", "many-at-once.md"));

    static List<PageExamples.Example> examples() {
        return PageExamples.of(PAGE);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void shouldBeAnsweredAsShown(PageExamples.Example example) {
        assertThat(example.differences(shipped.client())).isEmpty();
    }

    @Test
    void shouldNameTheLimitOfDays() {
        assertThat(PAGE).contains("A series has %,d days at most".formatted(SeriesQuestion.MOST_DAYS));
        assertThat(examples()).hasSizeGreaterThanOrEqualTo(4);
    }
}

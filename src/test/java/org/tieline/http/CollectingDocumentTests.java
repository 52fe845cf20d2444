package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tieline.model.Evidence;
import org.tieline.model.Term;

/** Holds the page on how facts are collected to what the API answers on the shipped data. */
class CollectingDocumentTests extends ShippedApiTest {
    private static final String PAGE = PageExamples.text(Path.of("docs", "collecting.md"));

    static List<PageExamples.Example> examples() {
        return PageExamples.of(PAGE);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void shouldBeAnsweredAsShown(PageExamples.Example example) {
        assertThat(example.differences(shipped.client())).isEmpty();
    }

    @Test
    void shouldExplainEveryGrade() {
        assertThat(Term.words(Evidence.class))
                .allSatisfy(grade -> assertThat(PAGE).contains("| `%s` |".formatted(grade)));
    }
}

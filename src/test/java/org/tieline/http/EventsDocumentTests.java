package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tieline.model.Term;
import org.tieline.question.events.EventCause;
import org.tieline.question.events.EventSubject;

/** Holds the page on events to what the API answers. */
class EventsDocumentTests extends ShippedApiTest {
    private static final String PAGE = PageExamples.text(Path.of("docs", "events.md"));

    static List<PageExamples.Example> examples() {
        return PageExamples.of(PAGE);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void shouldBeAnsweredAsShown(PageExamples.Example example) {
        assertThat(example.differences(shipped.client())).isEmpty();
    }

    @Test
    void shouldTellOfEveryWord() {
        assertThat(Stream.of(Term.words(EventCause.class), Term.words(EventSubject.class))
                        .flatMap(List::stream))
                .allSatisfy(word -> assertThat(PAGE).contains("`" + word + "`"));
    }
}

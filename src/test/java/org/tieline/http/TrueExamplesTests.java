package org.tieline.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tieline.testing.HeldFile;

/** Holds every example of a page that is a question and its answer to what is answered on the shipped data, and writes it anew. */
class TrueExamplesTests extends ShippedApiTest {
    /** Its example is of a graph that its statements changed before. */
    private static final Path CHANGED = Path.of("docs", "graph.md");

    static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.list(Path.of("docs"))) {
            return Stream.concat(Stream.of(Path.of("README.md")), docs.filter(page -> page.toString()
                            .endsWith(".md")))
                    .filter(page -> !page.equals(CHANGED))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void shouldShowTrueAnswers(Path page) {
        HeldFile.holds(page, new TrueExamples(shipped).page(PageExamples.text(page)));
    }
}

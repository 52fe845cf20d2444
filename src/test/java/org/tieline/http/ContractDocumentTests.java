package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the page on the contract to the API and to the contract. */
class ContractDocumentTests extends ShippedApiTest {
    private static final String PAGE = PageExamples.text(Path.of("docs", "contract.md"));
    private static final Pattern EXTENSION = Pattern.compile("(?<![/\\w])(x-[a-z][a-z-]*):");

    static List<PageExamples.Example> examples() {
        return PageExamples.of(PAGE);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void shouldBeAnsweredAsShown(PageExamples.Example example) {
        assertThat(example.differences(shipped.client())).isEmpty();
    }

    @Test
    void shouldExplainEveryExtension() {
        List<String> used = EXTENSION
                .matcher(Contract.text())
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();

        assertThat(used).hasSizeGreaterThan(5).allSatisfy(name -> assertThat(PAGE)
                .contains("`" + name + "`"));
    }
}

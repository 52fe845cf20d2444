package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tieline.model.Term;
import org.tieline.question.changes.Aspect;
import org.tieline.question.changes.ChangeKind;
import org.tieline.question.changes.ChangeOrigin;
import org.tieline.question.changes.ReasonKind;
import org.tieline.question.scenarios.ScenarioChangeKind;

/** Holds the page on changes and scenarios, and the scenarios that are shipped, to what the API answers. */
class ChangesDocumentTests extends ShippedApiTest {
    private static final String PAGE = PageExamples.text(Path.of("docs", "changes.md"));
    private static final Path EXAMPLES = Path.of("examples");
    private static final Pattern SCENARIO = Pattern.compile(
            "(?ms)^```sh\\ncurl --json @(\\S+) 'http://127.0.0.1:7070(\\S+)'\\n```\\n\\n```json\\n(.*?)^```$");

    static List<PageExamples.Example> examples() {
        return PageExamples.of(PAGE);
    }

    static List<List<String>> scenarios() {
        return SCENARIO.matcher(PAGE)
                .results()
                .map(match -> List.of(match.group(1), match.group(2), match.group(3)))
                .toList();
    }

    @Test
    void shouldHaveAsManyExamplesAsItHad() {
        assertThat(examples()).hasSizeGreaterThanOrEqualTo(4);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void shouldBeAnsweredAsShown(PageExamples.Example example) {
        assertThat(example.differences(shipped.client())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void shouldSupposeAsShown(List<String> scenario) {
        ApiClient.Reply reply = shipped.client()
                .post(scenario.get(1), "application/json", PageExamples.text(Path.of(scenario.getFirst())));

        assertThat(reply.status()).as(String.valueOf(reply.body())).isEqualTo(200);
        assertThat(PageExamples.differences(PageExamples.json(scenario.getLast()), reply.body()))
                .isEmpty();
    }

    @Test
    void shouldShowEveryScenarioThatIsShipped() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            assertThat(scenarios().stream().map(List::getFirst))
                    .containsExactlyInAnyOrderElementsOf(files.map(Path::toString)
                            .filter(file -> file.endsWith(".json"))
                            .toList());
        }
    }

    @Test
    void shouldTellOfEveryWord() {
        List<String> words = Stream.of(
                        Term.words(ChangeKind.class),
                        Term.words(Aspect.class),
                        Term.words(ChangeOrigin.class),
                        Term.words(ReasonKind.class),
                        Term.words(ScenarioChangeKind.class))
                .flatMap(List::stream)
                .toList();

        assertThat(words).allSatisfy(word -> assertThat(PAGE).contains("`" + word + "`"));
    }

    @Test
    void shouldTellOfEveryParameterThatExposuresDoNotHave() {
        Set<String> own = allowed("/v1/changes?from=2018-01-01&to=2018-01-02&perhaps=1");
        own.removeAll(allowed("/v1/exposures?perhaps=1"));

        assertThat(own)
                .containsExactly("aspect", "clock", "evidencedWithin", "from", "kind", "knownFrom", "knownTo", "to")
                .allSatisfy(parameter -> assertThat(PAGE).contains("`" + parameter + "`"));
    }

    private Set<String> allowed(String path) {
        String detail = shipped.client().get(path).at("/detail").textValue();
        return Stream.of(detail.substring(detail.indexOf("allowed are ") + "allowed are ".length())
                        .split(", "))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tieline.dataset.DatasetReader;
import org.tieline.naming.MatchBasis;
import org.tieline.naming.NameCandidate.CountryCheck;
import org.tieline.question.Snapshots;
import org.tieline.question.registry.Inquiries;
import org.tieline.question.screening.ScreeningBody;
import org.tieline.question.screening.ScreeningEntry;
import org.tieline.question.screening.ScreeningFinding;
import org.tieline.question.screening.ScreeningMatcher;
import org.tieline.question.screening.ScreeningResult;
import org.tieline.testing.InMemory;

/** Holds the page on screening to what the API answers on the shipped data. */
class ScreeningDocumentTests {
    private static final String PAGE = PageExamples.text(Path.of("docs", "screening.md"));
    private static final Pattern EXAMPLE =
            Pattern.compile("(?ms)^```http\\nPOST (\\S+)\\n\\n(.*?)^```\\n\\n```json\\n(.*?)^```$");
    private static final Pattern PARAMETERS = Pattern.compile("(?s)The parameters go into the address(.*?)\\n\\n");

    @Test
    void shouldBeAnsweredAsShown() {
        try (Snapshots snapshots = new Snapshots(new InMemory(DatasetReader.read(Path.of("seed-data"))))) {
            snapshots.refresh();
            try (Api server = Api.start("127.0.0.1", 0, new Inquiries(snapshots));
                    ApiClient api = new ApiClient(server.port())) {
                Matcher example = EXAMPLE.matcher(PAGE);
                assertThat(example.find()).isTrue();
                ApiClient.Reply reply = api.post(example.group(1), "application/json", example.group(2));

                assertThat(PageExamples.differences(PageExamples.json(example.group(3)), reply.body()))
                        .isEmpty();

                String refused = api.post("/v1/screenings?perhaps=1", "application/json", example.group(2))
                        .at("/detail")
                        .textValue();
                Matcher parameters = PARAMETERS.matcher(PAGE);
                assertThat(parameters.find()).isTrue();
                assertThat(refused.substring(refused.indexOf("allowed are ") + 12)
                                .split(", "))
                        .hasSizeGreaterThan(10)
                        .allSatisfy(name -> assertThat(parameters.group(1)).contains("`" + name + "`"));
            }
        }
    }

    @Test
    void shouldTellOfEveryWordOfAnAnswer() {
        List<String> words = Stream.of(
                        Arrays.stream(MatchBasis.values()).map(MatchBasis::text),
                        Arrays.stream(CountryCheck.values()).map(CountryCheck::text),
                        Arrays.stream(ScreeningResult.Outcome.values()).map(ScreeningResult.Outcome::text),
                        Arrays.stream(ScreeningFinding.Status.values()).map(ScreeningFinding.Status::text),
                        Arrays.stream(ScreeningBody.values()).map(ScreeningBody::type))
                .flatMap(each -> each)
                .toList();

        assertThat(words).hasSizeGreaterThan(20).allSatisfy(word -> assertThat(PAGE)
                .contains("`" + word + "`"));
        assertThat(PAGE)
                .contains(
                        "has %d or more and is at least %d ahead"
                                .formatted(ScreeningMatcher.MATCHED, ScreeningMatcher.AHEAD),
                        "at most %d of".formatted(ScreeningResult.MOST_CANDIDATES),
                        "up to %,d names".formatted(ScreeningEntry.MOST));
    }
}

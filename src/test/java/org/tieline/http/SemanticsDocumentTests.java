package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tieline.exposure.path.Certainty;
import org.tieline.exposure.path.Direction;
import org.tieline.exposure.path.Flag;
import org.tieline.exposure.path.Relation;
import org.tieline.exposure.path.TieState;
import org.tieline.model.BanNature;
import org.tieline.model.BanState;
import org.tieline.model.Day;
import org.tieline.model.Evidence;
import org.tieline.model.OrganizationKind;
import org.tieline.model.OwnershipRule;
import org.tieline.model.Term;
import org.tieline.model.TieType;
import org.tieline.question.ownership.OwnershipAnswer;
import org.tieline.question.summary.SummaryBy;
import org.tieline.restriction.BanFlag;
import org.tieline.restriction.Conflict;
import org.tieline.restriction.Covers;
import org.tieline.restriction.Jurisdiction;
import org.tieline.restriction.OwnershipVerdict;
import org.tieline.restriction.PastDeadline;
import org.tieline.restriction.RuleForce;

/** Holds the page on the meaning of answers to what the API answers on the shipped data. */
class SemanticsDocumentTests extends ShippedApiTest {
    private static final int EXAMPLES = 43;
    private static final String PAGE = PageExamples.text(Path.of("docs", "semantics.md"));
    private static final Pattern WORD = Pattern.compile("`([\\w-]+)`");

    static List<PageExamples.Example> examples() {
        return PageExamples.of(PAGE);
    }

    @Test
    void shouldHaveAsManyExamplesAsItHad() {
        assertThat(examples()).hasSizeGreaterThanOrEqualTo(EXAMPLES);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void shouldBeAnsweredAsShown(PageExamples.Example example) {
        assertThat(example.request())
                .as("without a day the answer changes by itself")
                .contains("asOf=");
        assertThat(example.differences(shipped.client())).isEmpty();
    }

    @Test
    void shouldTellOfEveryParameterAndNoOther() {
        String detail =
                shipped.client().get("/v1/exposures?perhaps=1").at("/detail").textValue();
        String allowed = detail.substring(detail.indexOf("allowed are ") + "allowed are ".length());

        assertThat(firstColumn("### Options")).isEqualTo(new TreeSet<>(List.of(allowed.split(", "))));
    }

    @Test
    void shouldTellOfEveryParameterOfConflicts() {
        String detail =
                shipped.client().get("/v1/conflicts?perhaps=1").at("/detail").textValue();
        String allowed = detail.substring(detail.indexOf("allowed are ") + "allowed are ".length());
        Set<String> told = new TreeSet<>(firstColumn("### Options"));
        told.addAll(firstColumn("### Conflicts"));
        // It chooses among the bans that are listed with an exposure; a conflict is with one.
        told.remove("jurisdiction");

        assertThat(told).isEqualTo(new TreeSet<>(List.of(allowed.split(", "))));
    }

    @Test
    void shouldTellOfEveryReasonToLeaveOutATie() {
        Set<String> reasons = new TreeSet<>();
        shipped.client()
                .read("/v1/exposures?vendor=huawei&asOf=2018-12-08&limit=1")
                .at("/searched/leftOut")
                .fieldNames()
                .forEachRemaining(reasons::add);

        assertThat(firstColumn("### What was searched and left out")).isEqualTo(reasons);
    }

    @Test
    void shouldTellOfEveryWordOfAnAnswer() {
        List<String> words = Stream.of(
                        Term.words(OrganizationKind.class),
                        Term.words(TieType.class),
                        Term.words(Evidence.class),
                        Term.words(BanNature.class),
                        Term.words(BanState.class),
                        Term.words(BanFlag.class),
                        Term.words(Flag.class),
                        Term.words(Relation.class),
                        Term.words(Certainty.class),
                        Term.words(OwnershipRule.class),
                        Term.words(OwnershipVerdict.class),
                        Term.words(RuleForce.class),
                        Term.words(OwnershipAnswer.Counts.class),
                        Term.words(OwnershipAnswer.Caution.class),
                        Term.words(Jurisdiction.class),
                        Term.words(Covers.class),
                        Term.words(Conflict.class),
                        Term.words(PastDeadline.class),
                        Term.words(TieState.class),
                        Term.words(SummaryBy.class),
                        List.of(Direction.BACKWARD.text()))
                .flatMap(List::stream)
                .toList();

        assertThat(words).allSatisfy(word -> assertThat(PAGE).contains("`" + word + "`"));
        assertThat(PAGE).contains(Day.EPOCH + " to " + Day.LAST);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\": 1}             | {\"a\": 2}          | /a: shown 1, answered 2",
                "{\"a\": null}          | {\"b\": 2}          | /a: the answer has no such field",
                "{\"a\": null}          | {\"a\": \"x\"}      | /a: shown null, answered \"x\"",
                "[{\"a\": 1}]           | [{\"a\": 1}, {}]    | : shown 1 elements, answered [{\"a\":1},{}]",
                "[1, \"…\"]             | [1]                 | : shown 1 elements and more, answered [1]",
                "{\"a\": [1, 3, \"…\"]} | {\"a\": [1, 2, 3]}  | /a/1: shown 3, answered 2",
                "{\"a\": {\"b\": 1}}    | {\"a\": [1]}        | /a: shown {\"b\":1}, answered [1]",
            })
    void shouldNoticeAWrongExample(String shown, String answered, String difference) {
        assertThat(PageExamples.differences(PageExamples.json(shown), PageExamples.json(answered)))
                .containsExactly(difference);
    }

    @Test
    void shouldNoticeARequestWithoutAnAnswer() {
        String lonely = "```http\nGET /v1/catalog\n```\n\ntext\n\n```json\n{\"a\": 1}\n```\n";

        assertThatThrownBy(() -> PageExamples.of(lonely)).hasMessage("1 of 1 requests have no answer beside them");
        assertThatThrownBy(() -> PageExamples.of(lonely.replace("text\n\n", "").replace("\"a\": 1", "")))
                .hasMessageContaining("shows nothing");
        assertThat(PageExamples.of(lonely.replace("text\n\n", ""))).hasSize(1);
    }

    /** The words in the first column of the table that comes first after a heading. */
    private static Set<String> firstColumn(String heading) {
        String table = PAGE.substring(PAGE.indexOf("|---", PAGE.indexOf("\n" + heading + "\n")));
        List<String> rows = new ArrayList<>(
                table.lines().skip(1).takeWhile(line -> line.startsWith("|")).toList());
        Set<String> words = new TreeSet<>();
        for (String row : rows) {
            Matcher matcher = WORD.matcher(row.split("\\|")[1]);
            while (matcher.find()) {
                words.add(matcher.group(1));
            }
        }
        return words;
    }
}

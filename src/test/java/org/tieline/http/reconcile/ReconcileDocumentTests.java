package org.tieline.http.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tieline.dataset.DatasetReader;
import org.tieline.http.PageExamples;
import org.tieline.model.OrganizationKind;
import org.tieline.question.reconciliation.ExtensionQuestion;
import org.tieline.question.reconciliation.OrganizationProperty;
import org.tieline.question.reconciliation.ReconciliationQuery;
import org.tieline.question.screening.ScreeningMatcher;

/** Holds the page on reconciliation to what the service answers on the shipped data. */
class ReconcileDocumentTests {
    private static final String PAGE = PageExamples.text(Path.of("docs", "reconciliation.md"));
    private static final Pattern EXAMPLE = Pattern.compile(
            "(?ms)^```http\\nPOST /reconcile\\n\\S+: (\\S+)\\n\\n(\\w+)=(.*?)^```\\n\\n```json\\n(.*?)^```$");

    @Test
    void shouldBeAnsweredAsShown() {
        try (ReconcileClient service = new ReconcileClient(DatasetReader.read(Path.of("seed-data")))) {
            Matcher example = EXAMPLE.matcher(PAGE);
            int examples = 0;
            while (example.find()) {
                examples++;
                assertThat(example.group(1)).isEqualTo(ReconcileClient.FORM);
                JsonNode answer = example.group(2).equals("queries")
                        ? service.queries(example.group(3))
                        : service.extend(example.group(3));
                assertThat(PageExamples.differences(PageExamples.json(example.group(4)), answer))
                        .isEmpty();
            }
            assertThat(examples).isEqualTo(2);
        }
    }

    @Test
    void shouldTellOfEveryPropertyTypeAndLimit() {
        assertThat(Arrays.stream(OrganizationProperty.values()).map(OrganizationProperty::text))
                .allSatisfy(property -> assertThat(PAGE).contains("`" + property + "`"));
        assertThat(Arrays.stream(OrganizationKind.values()).map(OrganizationKind::text))
                .allSatisfy(kind -> assertThat(PAGE).contains("`" + kind + "`"));
        assertThat(PAGE)
                .contains("that has %d or more and is at least %d ahead"
                        .formatted(ScreeningMatcher.MATCHED, ScreeningMatcher.AHEAD))
                .contains("A batch may have %d queries, else 413; a query %d candidates (%d by default)"
                        .formatted(
                                ReconcileManifest.BATCH,
                                ReconciliationQuery.MOST_CANDIDATES,
                                ReconciliationQuery.DEFAULT_LIMIT))
                .contains("an extension\n%,d ids".formatted(ExtensionQuestion.MOST_IDS));
    }
}

package org.tieline.http.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.http.ApiClient;
import org.tieline.http.PageExamples;
import org.tieline.http.ShippedApi;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.HeldFile;
import org.tieline.testing.Nightly;

/**
 * The page of twenty questions, done: the explorer, the API and Cypher say the same, and what the page prints. The explorer is
 * asked every third of them in each build, and all every night.
 */
class TwentyQuestionsBrowserIT extends ShippedExplorer {
    private static final Path PAGE = Path.of("docs", "twenty-questions.md");
    private static final String TODAY = "2026-12-01T12:00:00Z";
    private static final String ANSWER = "(?m)^\\*\\*Answer\\.\\*\\*.*$";
    private static final int PRINTED = 16;

    private EmbeddedServer server;
    private Map<String, String> names;

    @Override
    ShippedApi serve(Neo4j neo4j, EmbeddedServer embedded) {
        server = embedded;
        ShippedApi api = super.serve(neo4j, embedded);
        names = ApiClient.elements(
                        api.client().read("/v1/organizations?limit=1000").get("results"))
                .stream()
                .collect(Collectors.toMap(
                        each -> each.get("id").textValue(),
                        each -> each.get("name").textValue(),
                        (one, other) -> one,
                        TreeMap::new));
        return api;
    }

    static List<AskedThreeWays> questions() {
        return AskedThreeWays.of(PageExamples.text(PAGE));
    }

    @Test
    void shouldBeTwentyQuestions() {
        assertThat(questions()).hasSize(20);
        assertThat(questions()).extracting(AskedThreeWays::title).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void shouldBeAnsweredTheSameByClicksByTheCallAndInCypher(AskedThreeWays question) {
        List<String> answers = called(question);

        assertThat(answers).isNotEmpty();
        assertThat(inCypher(question.cypher())).containsExactlyInAnyOrderElementsOf(answers);
        assertThat(question.clicks()).hasSizeLessThanOrEqualTo(AskedThreeWays.MOST_CLICKS);
        if (questions().indexOf(question) % Nightly.or(3, 1) != 0) {
            return;
        }
        Page page = chromium.page();
        page.clock().setFixedTime(TODAY);
        page.navigate(shipped.address() + "/");
        Reader reader = new Reader(page);
        question.clicks().forEach(reader::does);
        try {
            page.waitForCondition(() -> reader.has(question.reading(), answers));
        } catch (PlaywrightException e) {
            assertThat(reader.says(question.reading())).as(page.url()).isEqualTo(String.join("\n", answers));
        }
    }

    @Test
    void shouldPrintTheAnswers() {
        List<String> answers =
                questions().stream().map(question -> printed(called(question))).toList();
        List<String> left = new ArrayList<>(answers);

        HeldFile.holds(
                PAGE,
                Pattern.compile(ANSWER)
                        .matcher(PageExamples.text(PAGE))
                        .replaceAll(found -> Matcher.quoteReplacement("**Answer.** " + left.removeFirst())));
    }

    private static String printed(List<String> answers) {
        List<String> different = answers.stream().distinct().toList();
        String first = different.stream().limit(PRINTED).collect(Collectors.joining(", "));
        int more = different.size() - PRINTED;
        return (more > 0 ? "%s and %d more".formatted(first, more) : first) + (first.endsWith(".") ? "" : ".");
    }

    /** What the API answers, sorted; of ids the names. */
    private List<String> called(AskedThreeWays question) {
        ApiClient.Reply reply = question.method().equals("GET")
                ? shipped.client().get(question.address())
                : shipped.client().post(question.address(), "application/json", question.body());
        assertThat(reply.status()).as(() -> reply.body().toString()).isEqualTo(200);
        assertThat(reply.body().path("truncated").asBoolean()
                        && question.taken().getFirst().equals("results"))
                .as("the answer is cut")
                .isFalse();
        List<String> found = new ArrayList<>();
        take(reply.body(), question.taken(), found);
        return question.named()
                ? found.stream().map(names::get).distinct().sorted().toList()
                : found.stream().sorted().toList();
    }

    private static void take(JsonNode node, List<String> fields, List<String> found) {
        if (node.isArray()) {
            node.forEach(element -> take(element, fields, found));
        } else if (fields.isEmpty()) {
            if (!node.isNull() && !node.isMissingNode()) {
                found.add(node.asText());
            }
        } else {
            take(node.path(fields.getFirst()), fields.subList(1, fields.size()), found);
        }
    }

    private List<String> inCypher(String text) {
        try (Transaction tx = server.database().beginTx();
                Result result = tx.execute(text)) {
            assertThat(result.columns()).hasSize(1);
            String column = result.columns().getFirst();
            return result.stream().map(row -> String.valueOf(row.get(column))).toList();
        }
    }
}

package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tieline.gate.Gate;
import org.tieline.http.Contract.Operation;
import org.tieline.http.pages.PageOptions;
import org.tieline.question.Snapshots;
import org.tieline.question.registry.Inquiries;
import org.tieline.testing.InMemory;
import org.tieline.testing.TestFacts;

/**
 * Asks every operation what the contract says can be asked, on the data that is shipped, and holds each answer against it.
 * An operation that is added to the contract is asked too: by the requests of its examples, of its {@code x-tour}, and with
 * each of its parameters.
 */
class ContractTourTests extends ShippedApiTest {
    private static final Contract CONTRACT = Contract.SHIPPED;

    /** Statuses that are not reached by a question alone. */
    private static final Set<String> UNASKED =
            Set.of("401", "405", "408", "413", "414", "417", "421", "429", "431", "500", "503");

    private final ContractAnswers answers = new ContractAnswers(CONTRACT);

    static Collection<Operation> operations() {
        return CONTRACT.operations().values();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void shouldAnswerAsDescribed(Operation operation) {
        List<ContractQuestion> questions = ContractQuestion.of(CONTRACT, operation);

        assertThat(questions).isNotEmpty().allSatisfy(question -> {
            HttpResponse<String> answer = question.ask(shipped);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(question.status());
            assertThat(answers.violations(operation, answer)).isEmpty();
            assertThat(question.isAnsweredOtherwise(ContractAnswers.type(answer)))
                    .as(ContractAnswers.type(answer))
                    .isFalse();
            assertThat(answer.headers().firstValue("ETag").isPresent())
                    .as("what has a tag need not be sent again")
                    .isEqualTo(
                            answer.statusCode() <= 304 && operation.responses().containsKey("304"));
        });
    }

    @ParameterizedTest
    @MethodSource("operations")
    void shouldShowNoAnswerButTheTrueOne(Operation operation) {
        assertThat(ContractQuestion.examples(CONTRACT, operation)).allSatisfy(question -> {
            HttpResponse<String> answer = question.ask(shipped);
            String type = ContractAnswers.type(answer);
            JsonNode content = operation.content(question.status(), type);
            JsonNode shown = question.example().get("value");
            assertThat(answer.statusCode()).isEqualTo(question.status());
            assertThat(ContractAnswers.differences(question.example(), type, answer.body()))
                    .isEmpty();
            assertThat(answers.body(content, type, shown.isTextual() ? shown.textValue() : shown.toString()))
                    .isEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("operations")
    void shouldReachEveryStatusThatItDescribes(Operation operation) {
        Set<String> asked = ContractQuestion.of(CONTRACT, operation).stream()
                .map(question -> Integer.toString(question.status()))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> described = new TreeSet<>(operation.responses().keySet());
        described.removeAll(UNASKED);
        if (operation.node().at("/responses/400/$ref").asText().endsWith("/BadRequest")) {
            described.remove("400");
        }

        assertThat(asked).isEqualTo(described);
    }

    /** The bodies that are shown are such as the contract describes, but for those that are shown to be refused. */
    @ParameterizedTest
    @MethodSource("operations")
    void shouldShowBodiesThatAreAsDescribed(Operation operation) {
        operation
                .node()
                .at("/requestBody/content")
                .properties()
                .forEach(content -> content.getValue().path("examples").properties().stream()
                        .filter(body -> !isRefused(operation, body.getKey()))
                        .forEach(body -> {
                            JsonNode value = body.getValue().get("value");
                            List<String> violations = value.isObject()
                                    ? answers.violations(content.getValue().get("schema"), value.toString())
                                    : answers.body(content.getValue(), content.getKey(), value.textValue());
                            assertThat(violations)
                                    .as("%s of %s", body.getKey(), operation)
                                    .isEmpty();
                        }));
    }

    private static boolean isRefused(Operation operation, String body) {
        for (JsonNode tour : operation.node().path("x-tour")) {
            if (tour.path("x-body").asText().equals(body) && tour.get("status").intValue() == 400) {
                return true;
            }
        }
        return false;
    }

    @ParameterizedTest
    @MethodSource("operations")
    void shouldRefuseABodyThatIsTooLarge(Operation operation) {
        ContractQuestion least = ContractQuestion.least(operation);
        if (least.body() == null) {
            return;
        }
        HttpResponse<String> answer =
                least.withBody(" ".repeat(4 * 1024 * 1024 + 1)).ask(shipped);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answers.violations(operation, answer)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void shouldRefuseWhatCannotBeReadAsDescribed(Operation operation) {
        String target = ContractQuestion.least(operation).target();
        String request = operation.method() + " " + target;
        String tooLong = "x".repeat(40_000);
        RawHttp raw = new RawHttp(shipped.port());

        assertRefused(operation, raw.ask(request, "X Y: a name with a space"), 400);
        assertRefused(operation, raw.ask("BREW " + target), 405);
        assertRefused(operation, raw.ask(request + (target.contains("?") ? "&" : "?") + tooLong), 414);
        assertRefused(operation, raw.ask(request, "Expect: the best"), 417);
        assertRefused(operation, raw.ask("%s http://other.example%s".formatted(operation.method(), target)), 421);
        assertRefused(operation, raw.ask(request, "X: " + tooLong), 431);
    }

    private void assertRefused(Operation operation, RawHttp.Reply reply, int status) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json;charset=utf-8");
        JsonNode schema = operation.content(status, "application/problem+json").path("schema");
        assertThat(schema.isMissingNode()).isFalse();
        assertThat(answers.violations(schema, reply.text())).isEmpty();
        assertThat(reply.json().get("status").intValue()).isEqualTo(status);
    }

    @Test
    void shouldRefuseOtherMethodsAsDescribed() {
        JsonNode refusal = CONTRACT.root().at("/components/responses/MethodNotAllowed/content");
        String type = refusal.fieldNames().next();
        JsonNode example = refusal.get(type).get("examples").iterator().next();
        String[] shown = example.get("summary").textValue().split(" ");
        for (Operation operation : operations()) {
            String target = ContractQuestion.least(operation).target();
            String other = CONTRACT.operations().containsKey("DELETE " + operation.path()) ? "PUT" : "DELETE";
            HttpResponse<String> answer = shipped.client().exchange(other, target, Map.of(), null);

            assertThat(answer.statusCode()).isEqualTo(405);
            assertThat(answer.headers().firstValue("Allow").orElse("")).contains(operation.method());
            assertThat(answers.violations(refusal.get(type).get("schema"), answer.body()))
                    .isEmpty();
        }
        HttpResponse<String> answer = shipped.client().exchange(shown[0], shown[1], Map.of(), null);
        assertThat(ContractAnswers.differences(example, type, answer.body())).isEmpty();
    }

    /** With no snapshot, without keys, and without inquiries that need a database, which is a mistake of the server. */
    @Test
    void shouldFailAsDescribed() {
        Set<Integer> statuses = new HashSet<>();
        try (Snapshots none = new Snapshots(new InMemory(TestFacts.dataset()));
                Api early = Api.start("127.0.0.1", 0, new Inquiries(none));
                ApiClient client = new ApiClient(early.port())) {
            for (Operation operation : operations()) {
                HttpResponse<String> answer = ContractQuestion.least(operation).ask(client);
                statuses.add(answer.statusCode());
                assertThat(answers.violations(operation, answer))
                        .as("%s without a database", operation)
                        .isEmpty();
            }
        }
        assertThat(statuses).containsExactlyInAnyOrder(200, 403, 500, 503);
    }

    /** Where a key is described, one is needed on a server with keys for some question, and nowhere else. */
    @Test
    void shouldAskForAKeyAsDescribed(@TempDir Path folder) throws IOException {
        Path keys = Files.writeString(
                folder.resolve("keys"), ApiKeys.make("nobody-here").line() + "\n");
        try (Snapshots snapshots = new Snapshots(new InMemory(TestFacts.dataset()));
                Api keyed = start(snapshots, options(Duration.ZERO, ApiKeys.of(keys), 0));
                ApiClient client = new ApiClient(keyed.port())) {
            for (Operation operation : operations()) {
                boolean needed = false;
                for (ContractQuestion question : ContractQuestion.of(CONTRACT, operation)) {
                    HttpResponse<String> answer = question.ask(client);
                    if (answer.statusCode() == 401) {
                        needed = true;
                        assertThat(answers.violations(operation, answer)).isEmpty();
                    }
                }
                assertThat(needed)
                        .as("%s needs a key", operation)
                        .isEqualTo(operation.responses().containsKey("401"))
                        .isEqualTo(!operation.node().has("security"));
            }
        }
    }

    @Test
    void shouldLimitRequestsAsDescribed() {
        try (Snapshots snapshots = new Snapshots(new InMemory(TestFacts.dataset()));
                Api limited = start(snapshots, options(Duration.ZERO, null, 1));
                ApiClient client = new ApiClient(limited.port())) {
            for (Operation operation : operations()) {
                boolean refused = false;
                List<ContractQuestion> questions = new ArrayList<>(ContractQuestion.of(CONTRACT, operation));
                // Again, as a new minute may have begun, in which one more is answered.
                questions.addAll(ContractQuestion.of(CONTRACT, operation));
                for (ContractQuestion question : questions) {
                    HttpResponse<String> answer = question.ask(client);
                    if (answer.statusCode() == 429) {
                        refused = true;
                        assertThat(answers.violations(operation, answer)).isEmpty();
                    }
                }
                assertThat(refused)
                        .as("%s is counted", operation)
                        .isEqualTo(operation.responses().containsKey("429"));
            }
        }
    }

    /** Whether an answer is late with so little time is chance, but for all of them together. */
    @Test
    void shouldGiveUpAsDescribed() {
        Set<String> types = new HashSet<>();
        try (Api hasty = start(shipped.snapshots(), options(Duration.ofNanos(1), null, 0));
                ApiClient client = new ApiClient(hasty.port())) {
            for (Operation operation : operations()) {
                HttpResponse<String> answer = ContractQuestion.least(operation).ask(client);
                if (answer.statusCode() == 503) {
                    assertThat(answers.violations(operation, answer))
                            .as("%s in no time", operation)
                            .isEmpty();
                    types.add(ContractAnswers.json(answer.body()).path("type").asText());
                }
            }
        }
        assertThat(types).contains("/problems/took-too-long");
    }

    private static ApiOptions options(Duration timeout, ApiKeys keys, int rateLimit) {
        return new ApiOptions(
                Origins.NONE,
                PageOptions.DEFAULT,
                timeout,
                keys,
                rateLimit,
                32,
                Duration.ofHours(1),
                false,
                Gate.LOOPBACK);
    }

    private static Api start(Snapshots snapshots, ApiOptions options) {
        return Api.start("127.0.0.1", 0, new Inquiries(snapshots), options);
    }

    /** Every path of this server that an answer shows as an example leads to an answer, a feed or a page. */
    @Test
    void shouldLeadSomewhere() {
        Set<String> links = new TreeSet<>();
        operations().forEach(operation -> ContractQuestion.examples(CONTRACT, operation)
                .forEach(question ->
                        question.example().path("value").findValues("links").forEach(found -> addTexts(found, links))));

        assertThat(links).hasSizeGreaterThan(40).allSatisfy(link -> assertThat(
                        shipped.client().exchange("GET", link, Map.of(), null).statusCode())
                .isEqualTo(200));
    }

    private static void addTexts(JsonNode node, Set<String> texts) {
        if (node.isTextual()) {
            texts.add(node.textValue());
        }
        node.forEach(child -> addTexts(child, texts));
    }
}

package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tieline.http.Contract.Operation;

/** Holds parameters, words, limits and defaults of the contract to what the server itself says when it refuses others. */
class ContractParameterTests extends ShippedApiTest {
    private static final String NONSENSE = "no-such-thing";
    private static final Pattern ALLOWED =
            Pattern.compile(NONSENSE + " is not a parameter; (?:allowed are (.+)|there are none here)");
    private static final Pattern WORDS = Pattern.compile("must be one of \\[?([^\\]]+?)]?, was ");

    static Collection<Operation> operations() {
        return Contract.SHIPPED.operations().values();
    }

    /** What an operation knows may depend on what it is asked, so all that it says it knows is put together. */
    @ParameterizedTest
    @MethodSource("operations")
    void shouldNameTheParametersThatTheServerKnows(Operation operation) {
        Set<String> known = new TreeSet<>();
        boolean refuses = false;
        for (ContractQuestion question : ContractQuestion.of(Contract.SHIPPED, operation)) {
            if (question.status() == 200) {
                HttpResponse<String> answer = question.with(NONSENSE, "1").ask(shipped);
                Matcher allowed = ALLOWED.matcher(answer.statusCode() == 400 ? detail(answer) : "");
                if (allowed.find()) {
                    refuses = true;
                    known.addAll(
                            allowed.group(1) == null
                                    ? List.of()
                                    : Arrays.asList(allowed.group(1).split(", ")));
                }
            }
        }

        if (operation.node().path("x-passes-over").booleanValue()) {
            assertThat(refuses).as("whether others are refused").isFalse();
            return;
        }
        assertThat(known).isEqualTo(names(operation));
        assertThat(refuses)
                .as("where others are refused, a refusal is described")
                .isIn(false, operation.responses().containsKey("400"));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void shouldNameTheWordsThatTheServerKnows(Operation operation) {
        for (JsonNode parameter : operation.parameters("query")) {
            JsonNode schema = Contract.SHIPPED.resolved(parameter.get("schema"));
            JsonNode words = schema.has("items")
                    ? Contract.SHIPPED.resolved(schema.get("items")).path("enum")
                    : schema.path("enum");
            if (!words.isEmpty()) {
                HttpResponse<String> answer = asked(operation, parameter, NONSENSE);
                Matcher named = WORDS.matcher(detail(answer));

                assertThat(answer.statusCode()).isEqualTo(400);
                if (named.find()) {
                    assertThat(Set.of(named.group(1).split(", ")))
                            .as("%s of %s", parameter.get("name"), operation)
                            .containsAll(ApiClient.texts(words));
                }
                for (String word : ApiClient.texts(words)) {
                    assertThat(asked(operation, parameter, word).statusCode())
                            .as("%s=%s of %s", parameter.get("name"), word, operation)
                            .isEqualTo(200);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void shouldNameTheLimitsThatTheServerKeeps(Operation operation) {
        for (JsonNode parameter : operation.parameters("query")) {
            JsonNode schema = parameter.get("schema");
            if (schema.has("minimum")) {
                assertKept(operation, parameter, schema.get("minimum").decimalValue(), BigDecimal.ONE.negate());
            }
            if (schema.has("maximum")) {
                assertKept(operation, parameter, schema.get("maximum").decimalValue(), BigDecimal.ONE);
            }
            if (schema.has("maxItems")) {
                HttpResponse<String> more =
                        asked(operation, parameter, ids(schema.get("maxItems").intValue() + 1));
                HttpResponse<String> most =
                        asked(operation, parameter, ids(schema.get("maxItems").intValue()));
                assertThat(more.statusCode()).isEqualTo(400);
                assertThat(detail(more)).contains(schema.get("maxItems").asText());
                assertThat(most.statusCode())
                        .as("as many are allowed, and unknown")
                        .isEqualTo(404);
            }
        }
    }

    private void assertKept(Operation operation, JsonNode parameter, BigDecimal limit, BigDecimal beyond) {
        assertThat(asked(operation, parameter, limit.toPlainString()).statusCode())
                .as("%s=%s of %s", parameter.get("name"), limit, operation)
                .isEqualTo(200);
        assertThat(asked(operation, parameter, limit.add(beyond).toPlainString())
                        .statusCode())
                .as("%s beyond %s of %s", parameter.get("name"), limit, operation)
                .isEqualTo(400);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void shouldNameTheDefaultsThatTheServerHas(Operation operation) {
        for (JsonNode parameter : operation.parameters("query")) {
            JsonNode standard = parameter.get("schema").path("default");
            if (!standard.isMissingNode()) {
                ContractQuestion least = ContractQuestion.least(operation).withOthersOf(parameter);
                assertThat(asked(operation, parameter, ContractQuestion.text(standard))
                                .body())
                        .as("%s=%s of %s", parameter.get("name"), standard, operation)
                        .isEqualTo(least.ask(shipped).body());
            }
        }
    }

    /** With whatever else must be given, and nothing besides. */
    private HttpResponse<String> asked(Operation operation, JsonNode parameter, String value) {
        ContractQuestion least = ContractQuestion.least(operation).withOthersOf(parameter);
        String name = parameter.get("name").textValue();
        if (!parameter.path("required").booleanValue()) {
            return least.with(name, value).ask(shipped);
        }
        String instead = least.target().replaceAll("([?&]%s=)[^&]*".formatted(name), "$1" + value);
        return shipped.client().exchange(operation.method(), instead, least.headers(), least.body());
    }

    private static String ids(int count) {
        return IntStream.range(0, count).mapToObj(i -> "v" + i).collect(Collectors.joining(","));
    }

    private static String detail(HttpResponse<String> answer) {
        return ContractAnswers.json(answer.body()).path("detail").asText();
    }

    private static Set<String> names(Operation operation) {
        return operation.parameters("query").stream()
                .map(parameter -> parameter.get("name").textValue())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

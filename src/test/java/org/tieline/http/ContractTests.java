package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tieline.http.Contract.Operation;
import org.tieline.question.Snapshots;
import org.tieline.question.registry.Inquiries;
import org.tieline.testing.InMemory;
import org.tieline.testing.TestFacts;

/** What of the contract can be told without asking anything. */
class ContractTests {
    private static final Contract CONTRACT = Contract.SHIPPED;

    /**
     * Beginnings of addresses that are for people and not for programs: the pages of the explorer and the files that they
     * load. Files come and go with the pages that name them, and whoever wants to know what a page shows asks the API, as it
     * does. {@code /}, where a program may come too, is described. At {@code /mcp} another protocol is spoken, which describes itself.
     */
    private static final List<String> OF_PAGES = List.of(
            "/browser/",
            "/explorer/",
            "/embed/",
            "/preview/",
            "/carriers/{",
            "/organizations/{",
            "/ties/{",
            "/sources/{",
            "/bans",
            "/countries",
            "/exposures",
            "/matrix",
            "/changes",
            "/compare",
            "/scenario",
            "/events",
            "/screening",
            "/mcp");

    @Test
    void shouldBeReadWithoutAMessage() {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        SwaggerParseResult result = new OpenAPIV3Parser().readContents(Contract.text(), List.of(), options);

        assertThat(result.getMessages()).isEmpty();
        assertThat(result.getOpenAPI().getSpecVersion()).hasToString("V31");
        assertThat(result.getOpenAPI().getPaths()).hasSameSizeAs(CONTRACT.root().get("paths"));
    }

    /** Whatever is answered to GET is answered to HEAD, which the contract says once for all. */
    @Test
    void shouldDescribeTheAddressesThatThereAre() {
        Set<String> described = new TreeSet<>(CONTRACT.operations().keySet());
        described.addAll(described.stream()
                .filter(operation -> operation.startsWith("GET "))
                .map(operation -> "HEAD " + operation.substring(4))
                .toList());
        try (Snapshots snapshots = new Snapshots(new InMemory(TestFacts.dataset()));
                Api api = Api.start("127.0.0.1", 0, new Inquiries(snapshots))) {
            assertThat(api.routes())
                    .filteredOn(route -> OF_PAGES.stream().noneMatch(route.split(" ")[1]::startsWith))
                    .containsExactlyElementsOf(described);
        }
    }

    @Test
    void shouldGiveEveryOperationANameAndAPlace() {
        Set<String> tags = new HashSet<>();
        CONTRACT.root().get("tags").forEach(tag -> tags.add(tag.get("name").textValue()));
        Set<String> names = new HashSet<>();

        assertThat(CONTRACT.operations().values()).isNotEmpty().allSatisfy(operation -> {
            JsonNode node = operation.node();
            assertThat(names.add(node.path("operationId").asText())).isTrue();
            assertThat(node.path("operationId").asText()).matches("[a-z][A-Za-z]+");
            assertThat(node.path("summary").asText()).isNotBlank();
            assertThat(tags).containsAll(ApiClient.texts(node.path("tags"))).isNotEmpty();
            assertThat(node.path("tags")).hasSize(1);
        });
        assertThat(CONTRACT.root().findParents("operationId")).allSatisfy(node -> assertThat(names)
                .contains(node.get("operationId").textValue()));
    }

    @Test
    void shouldExplainEveryParameterAndShowItsUse() {
        assertThat(CONTRACT.operations().values()).allSatisfy(operation -> {
            List<JsonNode> parameters = new ArrayList<>(operation.parameters("query"));
            parameters.addAll(operation.parameters("path"));
            assertThat(parameters).allSatisfy(parameter -> {
                assertThat(parameter.path("description").asText()).isNotBlank();
                assertThat(ContractQuestion.example(parameter).isMissingNode()).isFalse();
                assertThat(parameter.has("example"))
                        .as("what a form is filled with at first")
                        .isEqualTo(parameter.path("required").booleanValue());
                assertThat(parameter.path("schema").isMissingNode()).isFalse();
            });
        });
    }

    @Test
    void shouldShowAnAnswerOfEveryOperationThatAnswersInJson() {
        assertThat(CONTRACT.operations().values())
                .filteredOn(
                        operation -> !operation.content(200, "application/json").isMissingNode())
                .allSatisfy(operation -> assertThat(
                                operation.content(200, "application/json").path("examples"))
                        .isNotEmpty());
    }

    /** So that a field that is not described is found, and one that is described and not there. */
    @Test
    void shouldCloseEveryObjectOfAnAnswer() {
        List<String> open = new ArrayList<>();
        CONTRACT.operations().values().forEach(operation -> operation
                .responses()
                .forEach((status, response) -> response.path("content").forEach(content -> {
                    findOpen(operation + " " + status, content.path("schema"), new HashSet<>(), open);
                    findOpen(operation + " " + status, content.path("x-item-schema"), new HashSet<>(), open);
                })));

        assertThat(open).isEmpty();
    }

    private static void findOpen(String at, JsonNode given, Set<JsonNode> seen, List<String> open) {
        JsonNode schema = CONTRACT.resolved(given);
        if (!seen.add(schema)) {
            return;
        }
        List<JsonNode> own = new ArrayList<>(List.of(schema));
        schema.path("allOf").forEach(part -> own.add(CONTRACT.resolved(part)));
        Map<String, JsonNode> properties = own.stream()
                .flatMap(part -> part.path("properties").properties().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first));
        if (!properties.isEmpty()) {
            String closing = schema.has("allOf") ? "unevaluatedProperties" : "additionalProperties";
            if (!schema.path(closing).isBoolean() || schema.path(closing).booleanValue()) {
                open.add("%s must have %s: false".formatted(at, closing));
            }
            Set<String> required = own.stream()
                    .flatMap(part -> ApiClient.texts(part.path("required")).stream())
                    .collect(Collectors.toSet());
            required.addAll(ApiClient.texts(schema.path("x-optional")));
            boolean isProblem = properties.keySet().containsAll(Set.of("type", "title", "detail", "instance"));
            if (!isProblem && !required.equals(properties.keySet())) {
                open.add("%s must require %s, requires %s".formatted(at, properties.keySet(), required));
            }
        }
        own.forEach(part -> part.path("properties")
                .properties()
                .forEach(field -> findOpen(at + "/" + field.getKey(), field.getValue(), seen, open)));
        own.forEach(part -> findOpen(at + "/*", part.path("items"), seen, open));
        schema.path("anyOf").forEach(choice -> findOpen(at, choice, seen, open));
        schema.path("oneOf").forEach(choice -> findOpen(at, choice, seen, open));
        schema.path("x-one-of").forEach(choice -> findOpen(at, choice, seen, open));
        if (schema.path("additionalProperties").isObject()) {
            findOpen(at + "/*", schema.get("additionalProperties"), seen, open);
        }
    }

    @Test
    void shouldHaveNoPartThatNothingUses() {
        String text = Contract.text();
        List<String> unused = CONTRACT.root().get("components").properties().stream()
                .filter(kind -> !kind.getKey().equals("securitySchemes"))
                .flatMap(kind -> kind.getValue().properties().stream()
                        .map(part -> "'#/components/%s/%s'".formatted(kind.getKey(), part.getKey())))
                .filter(reference -> !text.contains(reference))
                .toList();

        assertThat(unused).isEmpty();
    }

    /** A sentence with a comma that lacks its quotes would become names of fields. */
    @Test
    void shouldHaveNoSentenceThatFellApart() {
        List<String> fallen = new ArrayList<>();
        findFallen(CONTRACT.root(), fallen);

        assertThat(fallen).isEmpty();
    }

    private static void findFallen(JsonNode node, List<String> fallen) {
        node.properties().forEach(field -> {
            if (field.getKey().matches("[^/].*\\s.*")) {
                fallen.add(field.getKey());
            }
            if (!field.getKey().equals("value")) {
                findFallen(field.getValue(), fallen);
            }
        });
        if (node.isArray()) {
            node.forEach(element -> findFallen(element, fallen));
        }
    }

    /** A named path parameter is the only one of a path, and described. */
    @Test
    void shouldDescribeTheParametersOfEveryPath() {
        assertThat(CONTRACT.operations().values()).allSatisfy(operation -> assertThat(names(operation))
                .containsExactlyInAnyOrderElementsOf(Pattern.compile("\\{(\\w+)}")
                        .matcher(operation.path())
                        .results()
                        .map(match -> match.group(1))
                        .toList()));
    }

    private static List<String> names(Operation operation) {
        return operation.parameters("path").stream()
                .map(parameter -> parameter.get("name").textValue())
                .toList();
    }
}

package org.tieline.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tieline.model.Scope;
import org.tieline.question.exposures.ExposureQuestion;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.registry.Questions;
import org.tieline.question.screening.ScreeningQuestion;

/** The contract as it is made, but for the answers that its examples show. */
public final class ContractFile {
    /** What is made. */
    public static final Path FILE =
            Path.of("src", "main", "resources", "org", "tieline", "http", "pages", "openapi.yaml");

    private static final Path FRAME = Path.of("src", "test", "contract");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** How any request may be refused, by status. */
    private static final Map<String, String> OF_ALL = Map.of(
            "405", "MethodNotAllowed",
            "408", "TooSlow",
            "414", "AddressTooLong",
            "417", "NotExpected",
            "421", "OtherHost",
            "431", "HeadersTooLarge",
            "500", "Failed");

    /** How a request may be refused besides where a key may be needed. */
    private static final Map<String, String> OF_KNOWN = Map.of("401", "NoKey", "429", "TooManyRequests");

    /** Parameters of operations that ask no declared question and answer in the forms of lists, by address. */
    private static final Map<String, Parameters> OTHERS = Map.of("/v1/screenings", ScreeningQuestion.PARAMETERS);

    private static final List<String> ORDER = List.of(
            "operationId",
            "tags",
            "summary",
            "description",
            "security",
            "x-passes-over",
            "parameters",
            "requestBody",
            "responses",
            "x-tour");

    private static final List<String> ORDER_OF_RESPONSE = List.of("description", "headers", "content", "links");

    private static final List<String> ORDER_OF_CONTENT =
            List.of("schema", "x-item-schema", "x-columns", "x-headers", "examples");

    private static final ObjectNode OTHER_TAGS = ContractFrame.yaml("""
            tags:
              - {name: %s, description: What else can be asked.}
            """.formatted(QuestionOperation.OTHER_TAG));

    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");

    private final ObjectNode whole = ContractFrame.of(FRAME);
    private final ContractParameters parameters = new ContractParameters(whole.path("x-parameters"));

    private final AnswerSchemas schemas =
            new AnswerSchemas(whole.path("x-schemas"), whole.at("/components/schemas"), ExposureQuestion.COMMON);

    private ContractFile() {}

    /** Of some questions, and all that is none. */
    public static ObjectNode of(Questions questions) {
        return new ContractFile().with(questions);
    }

    /** As the file has it. */
    public static String text(JsonNode contract) {
        return "# Made of what the program declares and of src/test/contract, as docs/contract.md says.\n"
                + ContractYaml.of(contract);
    }

    private ObjectNode with(Questions questions) {
        ObjectNode paths = (ObjectNode) whole.get("paths");
        questions.byAddress().forEach((address, asked) -> lay(address, new QuestionOperation(address, asked)));
        OTHERS.forEach((address, known) -> paths.get(address).forEach(operation -> ((ObjectNode) operation)
                .set(
                        "parameters",
                        parameters.of(known.all(), List.of(), parameter -> false, "format", JSON.missingNode()))));
        paths.forEach(path -> path.properties().stream()
                .filter(field -> METHODS.contains(field.getKey()))
                .forEach(field -> field.setValue(finished((ObjectNode) field.getValue()))));
        parameters.share(whole);
        whole.set("paths", inOrderOfTags(paths));
        schemas.addTo(whole);
        whole.withObject("/components/schemas/Scope").put("pattern", scopes());
        whole.remove(List.of("x-parameters", "x-schemas"));
        return whole;
    }

    /** What an item of scope is, whose words the code has. */
    private static String scopes() {
        String generations = parts(part -> part.matches("\\dg"));
        String segments = parts(part -> !part.matches("\\dg"));
        return "^(%1$s|%2$s|((%2$s):)?(%3$s))$".formatted(String.join("|", Scope.KINDS), generations, segments);
    }

    private static String parts(Predicate<String> wanted) {
        return Scope.PARTS.stream().filter(wanted).collect(Collectors.joining("|"));
    }

    /** Lays what the frame says of an operation over what its questions declare. */
    private void lay(String address, QuestionOperation question) {
        ObjectNode path = whole.withObject(JsonPointer.compile("/paths").appendProperty(address));
        JsonNode besides = path.at("/" + question.method() + "/x-parameters");
        ArrayNode known = question.parameters(parameters, besides);
        if (!path.has(question.method())) {
            path.set(question.method(), question.plain(known));
            if (!whole.get("tags").findValuesAsText("name").contains(QuestionOperation.OTHER_TAG)) {
                ContractFrame.lay(OTHER_TAGS, whole, address);
            }
        }
        ObjectNode operation = (ObjectNode) path.get(question.method());
        operation.set("parameters", known);
        operation.remove("x-parameters");
        ObjectNode responses = question.responses(schemas);
        ContractFrame.lay(operation.get("responses"), responses, address);
        responses
                .at("/200/content")
                .properties()
                .forEach(content -> content.setValue(inOrder(content.getValue(), ORDER_OF_CONTENT)));
        operation.set("responses", responses);
    }

    /** With what all operations have, its parts in order. */
    private static ObjectNode finished(ObjectNode operation) {
        Map<String, JsonNode> responses = new TreeMap<>();
        operation
                .get("responses")
                .properties()
                .forEach(field -> responses.put(field.getKey(), inOrder(field.getValue(), ORDER_OF_RESPONSE)));
        OF_ALL.forEach((status, name) -> responses.put(status, response(name)));
        if (!operation.has("security")) {
            OF_KNOWN.forEach((status, name) -> responses.put(status, response(name)));
        }
        operation.set("responses", JSON.createObjectNode().setAll(responses));
        return inOrder(operation, ORDER);
    }

    private static ObjectNode response(String name) {
        return JSON.createObjectNode().put("$ref", "#/components/responses/" + name);
    }

    /** Parts with those of some names before the others. */
    private static ObjectNode inOrder(JsonNode parts, List<String> first) {
        ObjectNode ordered = JSON.createObjectNode();
        first.stream().filter(parts::has).forEach(name -> ordered.set(name, parts.get(name)));
        parts.properties().stream()
                .filter(part -> !ordered.has(part.getKey()))
                .forEach(part -> ordered.set(part.getKey(), part.getValue()));
        return ordered;
    }

    private ObjectNode inOrderOfTags(ObjectNode paths) {
        List<String> tags = whole.get("tags").findValuesAsText("name");
        List<Map.Entry<String, JsonNode>> sorted = new ArrayList<>(paths.properties());
        sorted.sort(Comparator.comparing(path ->
                tags.indexOf(path.getValue().iterator().next().at("/tags/0").textValue())));
        ObjectNode ordered = JSON.createObjectNode();
        sorted.forEach(path -> ordered.set(path.getKey(), path.getValue()));
        return ordered;
    }
}

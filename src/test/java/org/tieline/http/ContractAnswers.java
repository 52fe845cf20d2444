package org.tieline.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tieline.http.Contract.Operation;

/** Holds answers against what the contract says of them. */
public final class ContractAnswers {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_SHOWN = 10;
    private static final String NO_TYPE = "none";

    /** Beginnings of the names of headers that are the API's own, or that HTTP leaves to it, in lower case. */
    private static final List<String> TOLD = List.of(
            "tieline-", "etag", "link", "location", "allow", "retry-after", "www-authenticate", "content-disposition");

    /** What a reference to a schema of the contract begins with. */
    private static final String SCHEMAS = "#/components/schemas/";

    /** The address of all of those together, a quarter of a megabyte, which is read once. */
    private static final String SHARED = "https://tieline.invalid/schemas";

    private static final String IN_SHARED = "#/$defs/";

    private final Contract contract;
    private final SchemaRegistry registry;
    private final Map<JsonNode, Schema> schemas = new HashMap<>();

    ContractAnswers(Contract contract) {
        this.contract = contract;
        this.registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(SHARED, shared(contract))));
    }

    private static String shared(Contract contract) {
        ObjectNode shared = JSON.createObjectNode();
        shared.set("$defs", contract.root().at("/components/schemas"));
        return shared.toString().replace(SCHEMAS, IN_SHARED);
    }

    /** What of an answer the contract does not describe; nothing if it is as described. */
    List<String> violations(Operation operation, HttpResponse<String> answer) {
        JsonNode response = operation.responses().get(Integer.toString(answer.statusCode()));
        if (response == null) {
            return List.of("the status %d is not described: %s".formatted(answer.statusCode(), answer.body()));
        }
        String type = type(answer);
        JsonNode content = operation.content(answer.statusCode(), type);
        if (!response.has("content")) {
            List<String> violations = new ArrayList<>(headers(response, content, answer));
            if (!type.equals(NO_TYPE) || !answer.body().isEmpty()) {
                violations.add("there is a body, which is not described: " + answer.body());
            }
            return violations;
        }
        if (content.isMissingNode()) {
            return List.of("the type %s is not described for %d".formatted(type, answer.statusCode()));
        }
        List<String> violations = new ArrayList<>(headers(response, content, answer));
        violations.addAll(body(content, type, answer.body()));
        return violations;
    }

    public static String type(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse(NO_TYPE).split(";")[0];
    }

    private List<String> headers(JsonNode response, JsonNode content, HttpResponse<String> answer) {
        Stream<String> required = response.path("headers").properties().stream()
                .filter(header ->
                        contract.resolved(header.getValue()).path("required").booleanValue())
                .map(Map.Entry::getKey);
        Stream<String> ofType = ApiClient.texts(content.path("x-headers")).stream();
        List<String> violations = new ArrayList<>(Stream.concat(required, ofType)
                .filter(name -> answer.headers().firstValue(name).isEmpty())
                .map("there is no header %s"::formatted)
                .toList());
        Map<String, JsonNode> described = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        response.path("headers").properties().forEach(header -> described.put(header.getKey(), header.getValue()));
        answer.headers().map().forEach((name, values) -> {
            if (described.containsKey(name)) {
                JsonNode schema = contract.resolved(described.get(name)).get("schema");
                values.forEach(value -> violations.addAll(violations(schema, header(schema, value))));
            } else if (TOLD.stream().anyMatch(name.toLowerCase(Locale.ROOT)::startsWith)) {
                violations.add("the header %s is not described for %d".formatted(name, answer.statusCode()));
            }
        });
        return violations;
    }

    /** The value of a header as JSON. */
    private static String header(JsonNode schema, String value) {
        return schema.path("type").asText().equals("integer")
                ? value
                : JSON.getNodeFactory().textNode(value).toString();
    }

    /** A text of lines has a schema for each line; a table that always has the same columns names them. */
    List<String> body(JsonNode content, String type, String body) {
        if (content.has("x-item-schema")) {
            return body.lines()
                    .flatMap(line -> violations(content.get("x-item-schema"), line).stream())
                    .toList();
        }
        if (content.has("x-columns")) {
            String columns = String.join(",", ApiClient.texts(content.get("x-columns")));
            String header = body.lines().findFirst().orElse("").replace("\uFEFF", "");
            return header.equals(columns) ? List.of() : List.of("the columns are " + header);
        }
        return type.endsWith("json") ? violations(content.get("schema"), body) : List.of();
    }

    /** What of some JSON does not fit a schema of the contract. */
    List<String> violations(JsonNode schema, String json) {
        return schemas
                .computeIfAbsent(schema, this::compiled)
                .validate(
                        json,
                        InputFormat.JSON,
                        execution -> execution.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .limit(MOST_SHOWN)
                .map(error -> "%s: %s".formatted(error.getInstanceLocation(), error.getMessage()))
                .toList();
    }

    private Schema compiled(JsonNode schema) {
        ObjectNode whole = schema.deepCopy();
        choose(whole);
        return registry.getSchema(whole.toString().replace(SCHEMAS, SHARED + IN_SHARED), InputFormat.JSON);
    }

    /** Generators of clients make nothing of a choice between an object and a map, so the contract names the choice aside. */
    private static void choose(JsonNode node) {
        if (node instanceof ObjectNode object && object.has("x-one-of")) {
            object.set("oneOf", object.remove("x-one-of"));
            object.remove("type");
        }
        node.forEach(ContractAnswers::choose);
    }

    /**
     * What an answer has that an example does not show so. They are equal but for the places that {@code x-varies} points
     * at, and lists at which {@code x-first} points, of which the example shows the first elements and at least one.
     */
    static List<String> differences(JsonNode example, String type, String body) {
        if (!type.endsWith("json")) {
            String answered = body.replace("\r\n", "\n");
            return answered.equals(example.get("value").textValue()) ? List.of() : List.of("answered " + answered);
        }
        List<String> differences = new ArrayList<>();
        compare(
                "",
                example.get("value"),
                json(body),
                ApiClient.texts(example.path("x-varies")),
                ApiClient.texts(example.path("x-first")),
                differences);
        return differences;
    }

    private static void compare(
            String at,
            JsonNode shown,
            JsonNode answered,
            List<String> varying,
            List<String> beginning,
            List<String> differences) {
        if (isAmong(varying, at) && shown.isNull() == answered.isNull()) {
            return;
        }
        boolean sameNames = shown.isObject()
                && answered.isObject()
                && shown.properties().stream()
                        .map(Map.Entry::getKey)
                        .toList()
                        .equals(answered.properties().stream()
                                .map(Map.Entry::getKey)
                                .toList());
        boolean asMany = shown.isArray()
                && answered.isArray()
                && (isAmong(beginning, at)
                        ? !shown.isEmpty() && shown.size() < answered.size()
                        : shown.size() == answered.size());
        if (sameNames) {
            shown.properties()
                    .forEach(field -> compare(
                            at + "/" + field.getKey(),
                            field.getValue(),
                            answered.get(field.getKey()),
                            varying,
                            beginning,
                            differences));
        } else if (asMany) {
            for (int i = 0; i < shown.size(); i++) {
                compare(at + "/" + i, shown.get(i), answered.get(i), varying, beginning, differences);
            }
        } else if (!same(shown, answered)) {
            differences.add("%s: shown %s, answered %s".formatted(at, shown, answered));
        }
    }

    /** Whether a pointer is one of those, which may have {@code *} for any step. */
    static boolean isAmong(List<String> pointers, String at) {
        return pointers.stream().anyMatch(pointer -> at.matches(pointer.replace("*", "[^/]+")));
    }

    private static boolean same(JsonNode shown, JsonNode answered) {
        return shown.isNumber() && answered.isNumber()
                ? shown.decimalValue().compareTo(answered.decimalValue()) == 0
                : !shown.isContainerNode() && shown.equals(answered);
    }

    static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + body, e);
        }
    }
}

package org.tieline.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The contract as it is shipped, its operations, and what they are said to answer. */
public final class Contract {
    private static final Set<String> METHODS =
            Set.of("get", "head", "post", "put", "patch", "delete", "options", "trace");

    static final Contract SHIPPED = new Contract(text());

    private final JsonNode root;
    private final Map<String, Operation> operations = new LinkedHashMap<>();

    Contract(String yaml) {
        this(tree(yaml));
    }

    Contract(JsonNode contract) {
        this.root = contract;
        root.get("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(field -> METHODS.contains(field.getKey()))
                .map(field -> new Operation(field.getKey().toUpperCase(Locale.ROOT), path.getKey(), field.getValue()))
                .forEach(operation -> operations.put(operation.toString(), operation)));
    }

    private static JsonNode tree(String yaml) {
        try {
            return new YAMLMapper().readTree(yaml);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no YAML", e);
        }
    }

    public static String text() {
        try (InputStream file = Contract.class.getResourceAsStream("/org/tieline/http/pages/openapi.yaml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode root() {
        return root;
    }

    /** What a reference within the contract leads to; anything else is itself. */
    JsonNode resolved(JsonNode node) {
        JsonNode at = node;
        while (at.has("$ref")) {
            at = root.at(at.get("$ref").textValue().substring(1));
        }
        return at;
    }

    /** By method and path, like {@code GET /v1}. */
    Map<String, Operation> operations() {
        return operations;
    }

    /** The operation that answers a request, if there is one. */
    Optional<Operation> answering(String method, String target) {
        String path = target.split("\\?", 2)[0];
        String plain = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return operations.values().stream()
                .filter(operation -> operation.method().equals(method)
                        && plain.matches(operation.path().replaceAll("\\{\\w+}", "[^/]+")))
                .min((a, b) -> Boolean.compare(a.path().contains("{"), b.path().contains("{")));
    }

    /** One address with one method. */
    final class Operation {
        private final String method;
        private final String path;
        private final JsonNode node;

        private Operation(String method, String path, JsonNode node) {
            this.method = method;
            this.path = path;
            this.node = node;
        }

        String method() {
            return method;
        }

        String path() {
            return path;
        }

        JsonNode node() {
            return node;
        }

        /** Of one place: {@code query} or {@code path}. */
        List<JsonNode> parameters(String in) {
            List<JsonNode> parameters = new ArrayList<>();
            node.path("parameters").forEach(given -> {
                JsonNode parameter = resolved(given);
                if (in.equals(parameter.path("in").textValue())) {
                    parameters.add(parameter);
                }
            });
            return parameters;
        }

        /** By status. */
        Map<String, JsonNode> responses() {
            Map<String, JsonNode> responses = new LinkedHashMap<>();
            node.get("responses")
                    .properties()
                    .forEach(response -> responses.put(response.getKey(), resolved(response.getValue())));
            return responses;
        }

        /** The content of a response; missing if the contract knows no such response. */
        JsonNode content(int status, String type) {
            JsonNode response = responses().get(Integer.toString(status));
            return response == null
                    ? MissingNode.getInstance()
                    : response.path("content").path(type);
        }

        /** The example of a body with this name, and its media type. */
        Map.Entry<String, JsonNode> body(String name) {
            return node.at("/requestBody/content").properties().stream()
                    .filter(content -> content.getValue().at("/examples").has(name))
                    .map(content -> Map.entry(
                            content.getKey(),
                            content.getValue().at("/examples").get(name).get("value")))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("%s has no body %s".formatted(this, name)));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }
}

package org.tieline.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.tieline.question.parameter.Parameter;

/** Parameters as the contract has them: those of each operation, and what several operations share once for all. */
final class ContractParameters {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REFERENCE = "#/components/parameters/";

    /** Examples of types, by label, where nothing tells more. */
    private static final Map<String, String> EXAMPLES = Map.of(
            "DAY",
            "2018-12-08",
            "DAY|RELEASE",
            "2018-12-08",
            "PERIOD",
            "P1Y",
            "COUNTRY",
            "US",
            "SCOPE",
            "5g",
            "ID",
            "huawei",
            "PERCENT",
            "12.5",
            "TIMEPOINT",
            "2026-11-01");

    private final JsonNode besides;
    private final Map<ObjectNode, Integer> used = new LinkedHashMap<>();

    /** @param besides by name, what parameters do not say of themselves */
    ContractParameters(JsonNode besides) {
        this.besides = besides;
    }

    /**
     * All of an operation, with that for the form of the answer.
     *
     * @param places the names of those whose values stand in the address
     * @param required whether one must be given there
     * @param form the parameter for the form of the answer
     * @param besidesHere in place of what they do not say of themselves elsewhere; missing if nothing
     */
    ArrayNode of(
            List<Parameter<?>> parameters,
            List<String> places,
            Predicate<Parameter<?>> required,
            String form,
            JsonNode besidesHere) {
        ArrayNode made = JSON.createArrayNode();
        for (Parameter<?> parameter : parameters) {
            boolean inPath = places.contains(parameter.name());
            ObjectNode one = JSON.createObjectNode().put("name", parameter.name());
            one.put("in", inPath ? "path" : "query");
            if (inPath || required.test(parameter)) {
                one.put("required", true);
            }
            one.put("description", parameter.sentence());
            if (!inPath && parameter.type().several()) {
                one.put("style", "form").put("explode", false);
            }
            one.set("schema", inPath ? schemaOfOne(parameter) : schema(parameter));
            add(one, parameter, besidesHere.path(parameter.name()));
            used.merge(one, 1, Integer::sum);
            made.add(one);
        }
        made.addObject().put("$ref", REFERENCE + form);
        return made;
    }

    private static ObjectNode schemaOfOne(Parameter<?> parameter) {
        return JSON.valueToTree(parameter.type().schema());
    }

    /** With the default. */
    static ObjectNode schema(Parameter<?> parameter) {
        ObjectNode one = schemaOfOne(parameter);
        List<String> usual = parameter.writtenDefault();
        if (!parameter.type().several()) {
            usual.forEach(text -> one.set("default", typed(text, one)));
            return one;
        }
        ObjectNode several = JSON.createObjectNode().put("type", "array").set("items", one);
        if (!usual.isEmpty()) {
            ArrayNode values = several.putArray("default");
            usual.forEach(text -> values.add(typed(text, one)));
        }
        return several;
    }

    private static JsonNode typed(String text, JsonNode schema) {
        return switch (schema.path("type").asText()) {
            case "integer" -> JSON.getNodeFactory().numberNode(Integer.parseInt(text));
            case "number" -> JSON.getNodeFactory().numberNode(new BigDecimal(text));
            case "boolean" -> JSON.getNodeFactory().booleanNode(Boolean.parseBoolean(text));
            default -> JSON.getNodeFactory().textNode(text);
        };
    }

    /** Adds what a parameter does not say of itself, and an example: beside the schema where it must be given, else in it. */
    private void add(ObjectNode made, Parameter<?> parameter, JsonNode here) {
        JsonNode told = here.isMissingNode() ? besides.path(parameter.name()) : here;
        ObjectNode more = told.isObject() ? told.deepCopy() : JSON.createObjectNode();
        ObjectNode schema = more.withObject("schema");
        if (made.has("required")) {
            schema.removeAll();
            if (!more.has("example")) {
                more.set("example", example(parameter));
            }
        } else {
            more.remove("example");
            if (!schema.has("examples")) {
                JsonNode one = example(parameter);
                schema.putArray("examples")
                        .add(parameter.type().several() ? JSON.createArrayNode().add(one) : one);
            }
        }
        ContractFrame.lay(more, made, "x-parameters/" + parameter);
    }

    private static JsonNode example(Parameter<?> parameter) {
        JsonNode schema = schemaOfOne(parameter);
        List<String> words = parameter.type().words();
        if (!words.isEmpty()) {
            return typed(schema.has("enum") ? words.getLast() : words.getFirst(), schema);
        }
        if (schema.path("type").asText().equals("integer")) {
            return JSON.getNodeFactory().numberNode(schema.path("minimum").asInt() + 1);
        }
        String text = EXAMPLES.get(parameter.type().label());
        if (text == null) {
            throw new AssertionError(
                    "x-parameters must have an example of %s, whose type tells none".formatted(parameter));
        }
        return typed(text, schema);
    }

    /** Puts those that several operations have where all find them; of several of one name the one that most have. */
    void share(ObjectNode contract) {
        Map<String, ObjectNode> shared = shared();
        ObjectNode components = contract.withObject("/components/parameters");
        shared.forEach(components::set);
        contract.get("paths")
                .forEach(path -> path.forEach(operation -> {
                    if (operation.path("parameters") instanceof ArrayNode parameters) {
                        for (int i = 0; i < parameters.size(); i++) {
                            String name = parameters.get(i).path("name").asText();
                            if (parameters.get(i).equals(shared.get(name))) {
                                parameters.set(i, JSON.createObjectNode().put("$ref", REFERENCE + name));
                            }
                        }
                    }
                }));
    }

    private Map<String, ObjectNode> shared() {
        Map<String, ObjectNode> shared = new LinkedHashMap<>();
        used.forEach((parameter, times) -> {
            ObjectNode other = shared.get(parameter.get("name").textValue());
            if (times > 1 && (other == null || used.get(other) < times)) {
                shared.put(parameter.get("name").textValue(), parameter);
            }
        });
        return shared;
    }
}

package org.tieline.question.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tieline.model.TielineException.BadParts;

/**
 * A scenario as it comes in: what is supposed, and the question that is asked.
 *
 * @param name null if it has none
 * @param description null if it has none
 * @param changes null if it does not say
 * @param question parameters of exposures by name; null for all by default
 */
record ScenarioBody(
        @Nullable String name,
        @Nullable String description,
        @Nullable List<Map<String, JsonNode>> changes,
        @Nullable Map<String, JsonNode> question) {

    /** Values as text, as a query has them. What is null counts as absent, what is an object is noted as wrong. */
    ScenarioText text() {
        List<BadParts.Part> wrong = new ArrayList<>();
        List<Map<String, List<String>>> texts = new ArrayList<>();
        for (int i = 0; changes != null && i < changes.size(); i++) {
            texts.add(fields("changes[%d]".formatted(i), changes.get(i), wrong));
        }
        return new ScenarioText(
                name,
                description,
                changes == null ? null : texts,
                question == null ? Map.of() : fields("question", question, wrong),
                wrong);
    }

    private static Map<String, List<String>> fields(
            String place, Map<String, JsonNode> given, List<BadParts.Part> wrong) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        if (given == null) {
            wrong.add(new BadParts.Part(place, "must be an object, was null", List.of()));
            return fields;
        }
        given.forEach((field, value) -> {
            List<String> texts = new ArrayList<>();
            boolean understood = value.isArray() ? addAll(texts, value) : add(texts, value);
            if (!understood) {
                wrong.add(new BadParts.Part(
                        place + "." + field,
                        "%s must be text, a number, true, false, or a list of these".formatted(field),
                        List.of()));
            } else if (!texts.isEmpty()) {
                fields.put(field, texts);
            }
        });
        return fields;
    }

    private static boolean addAll(List<String> texts, JsonNode list) {
        boolean understood = true;
        for (JsonNode value : list) {
            understood &= !value.isNull() && add(texts, value);
        }
        return understood;
    }

    private static boolean add(List<String> texts, JsonNode value) {
        if (!value.isNull()) {
            texts.add(value.asText());
        }
        return value.isValueNode();
    }
}

package org.tieline.mcp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.tieline.question.Question;
import org.tieline.question.parameter.Parameter;
import org.tieline.question.registry.Questions;

/** What a tool may be told, as JSON Schema. */
final class InputSchema {
    private InputSchema() {}

    /**
     * The schema of the parameters of questions that share a name.
     *
     * @param told sentences that tools before this one have told, to which those of this one are added: what several tools may be
     *     told alike is told once, or the list would have four times the size
     */
    static Map<String, Object> of(Questions questions, Set<String> told) {
        Map<String, Object> properties = new LinkedHashMap<>();
        questions.parameters().forEach(parameter -> properties.put(parameter.name(), property(parameter, told)));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        List<String> required = questions.parameters().stream()
                .filter(parameter -> questions.all().stream().allMatch(question -> requires(question, parameter)))
                .map(Parameter::name)
                .toList();
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    /** Whether it describes all that may be told. */
    static boolean isWhole(Map<String, Object> schema) {
        return ((Map<?, ?>) Objects.requireNonNull(schema.get("properties")))
                .values().stream().allMatch(property -> ((Map<?, ?>) property).containsKey("description"));
    }

    private static boolean requires(Question question, Parameter<?> parameter) {
        return question.parameters()
                .named(parameter.name())
                .filter(Parameter::isRequired)
                .isPresent();
    }

    private static Map<String, Object> property(Parameter<?> parameter, Set<String> told) {
        String sentence = sentence(parameter);
        boolean isNew = told.add(parameter.name() + sentence);
        Map<String, Object> value = new LinkedHashMap<>(parameter.type().schema());
        if (!isNew) {
            value.keySet().retainAll(Set.of("type"));
        }
        Map<String, Object> property = new LinkedHashMap<>();
        if (parameter.type().several()) {
            property.put("type", "array");
            property.put("items", value);
        } else {
            property.putAll(value);
        }
        if (isNew) {
            property.put("description", sentence);
        }
        return property;
    }

    /** With the default, in words: as a keyword of the schema some clients send it with each question. */
    private static String sentence(Parameter<?> parameter) {
        return parameter.sentence() + parameter.defaultSentence();
    }
}

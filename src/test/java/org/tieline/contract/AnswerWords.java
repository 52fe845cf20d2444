package org.tieline.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tieline.model.Term;

/** The vocabularies of answers, each with what its words mean. */
final class AnswerWords {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CONSTANT = Pattern.compile("`([A-Z_]+)`");

    private final RecordSentences sentences;
    private final Map<String, Class<?>> vocabularies = new LinkedHashMap<>();

    AnswerWords(RecordSentences sentences) {
        this.sentences = sentences;
    }

    ObjectNode schema(String name, Class<?> vocabulary) {
        vocabularies.put(name, vocabulary);
        ObjectNode schema = JSON.createObjectNode().put("type", "string");
        ArrayNode words = schema.putArray("enum");
        List<String> lines = new ArrayList<>();
        sentences.of(vocabulary).ifPresent(lines::add);
        for (Object constant : vocabulary.getEnumConstants()) {
            String word = ((Term) constant).text();
            words.add(word);
            sentences
                    .of(vocabulary, ((Enum<?>) constant).name())
                    .ifPresent(meaning -> lines.add("- `%s`: %s".formatted(word, meaning)));
        }
        if (!lines.isEmpty()) {
            schema.put("description", lines.size() == 1 ? lines.getFirst() : String.join("\n", lines) + "\n");
        }
        return schema;
    }

    /** Puts the name of a vocabulary wherever its words are listed, unless another has the same, and the word for each constant that a sentence names. */
    void tellIn(ObjectNode contract) {
        JsonNode schemas = contract.at("/components/schemas");
        Map<JsonNode, List<String>> byWords = vocabularies.keySet().stream()
                .collect(Collectors.groupingBy(name -> schemas.get(name).get("enum")));
        contract.findParents("enum").forEach(listed -> {
            List<String> names = byWords.getOrDefault(listed.get("enum"), List.of());
            if (names.size() == 1 && listed != schemas.get(names.getFirst())) {
                ((ObjectNode) listed).remove(List.of("type", "enum"));
                ((ObjectNode) listed).put("$ref", AnswerSchemas.REFERENCE + names.getFirst());
            }
        });
        tellWords(schemas);
    }

    private void tellWords(JsonNode schema) {
        schema.forEach(this::tellWords);
        if (schema.path("description").isTextual()) {
            String told = CONSTANT.matcher(schema.get("description").textValue())
                    .replaceAll(found -> Matcher.quoteReplacement("`" + word(found.group(1)) + "`"));
            ((ObjectNode) schema).put("description", told);
        }
    }

    /** The word for a constant, as all vocabularies that have it write it; itself if there is none. */
    private String word(String constant) {
        Set<String> words = vocabularies.values().stream()
                .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                .filter(word -> ((Enum<?>) word).name().equals(constant))
                .map(word -> ((Term) word).text())
                .collect(Collectors.toSet());
        return words.size() == 1 ? words.iterator().next() : constant;
    }
}

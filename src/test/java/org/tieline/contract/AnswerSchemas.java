package org.tieline.contract;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.tieline.model.Term;
import org.tieline.question.Echo;
import org.tieline.question.Json;
import org.tieline.question.parameter.Parameter;
import org.tieline.question.parameter.Parameters;

/**
 * Schemas of answers, from the types that are serialised: their fields are those that JSON has, in its order; their sentences
 * are those of the Javadoc, and a field may be null if its sentence says when it is, which the compiler must know too.
 */
final class AnswerSchemas {
    private static final ObjectMapper JSON = new ObjectMapper();
    static final String REFERENCE = "#/components/schemas/";
    private static final Set<Class<?>> WHOLE_NUMBERS = Set.of(int.class, long.class, Integer.class, Long.class);
    private static final Set<Class<?>> NUMBERS = Set.of(double.class, Double.class, BigDecimal.class);

    /** How records of paths of the server are called, in which each text is such a path. */
    private static final String LINKS = "Addresses|\\w*Link|\\w+Addresses";

    /** Where a sentence begins to tell when something is null. */
    private static final Pattern NULL = Pattern.compile("(?:^|; |, )null\\b");

    private final RecordSentences sentences = new RecordSentences();
    private final Map<String, ObjectNode> made = new LinkedHashMap<>();
    private final Map<String, JavaType> types = new LinkedHashMap<>();
    private final AnswerWords vocabularies = new AnswerWords(sentences);
    private final Set<String> otherwise = new TreeSet<>();
    private final JsonNode told;
    private final JsonNode byHand;
    private final Parameters nested;

    /**
     * @param told names of types, and what texts and numbers are by the names of their fields
     * @param byHand schemas that are kept by hand, by name
     * @param nested the parameters of an echo that is not that of the question itself
     */
    AnswerSchemas(JsonNode told, JsonNode byHand, Parameters nested) {
        this.told = told;
        this.byHand = byHand;
        this.nested = nested;
    }

    /**
     * Adds all that were needed.
     *
     * @throws AssertionError if fields say otherwise than their types whether they may be null
     */
    void addTo(ObjectNode contract) {
        if (!otherwise.isEmpty()) {
            throw new AssertionError(String.join("\n", otherwise));
        }
        ObjectNode known = contract.withObject("/components/schemas");
        made.forEach(known::set);
        vocabularies.tellIn(contract);
    }

    /**
     * A reference to the schema of an answer.
     *
     * @param asked the parameters of its question
     */
    ObjectNode of(JavaType type, Parameters asked) {
        return object(type, asked, Set.of());
    }

    private ObjectNode schema(JavaType type, AnswerField field, Parameters asked) {
        Class<?> raw = type.getRawClass();
        String simple = raw.getSimpleName();
        if (raw == String.class || field.isWrittenAsText()) {
            return text(field);
        }
        if (told.at("/types").has(simple)) {
            return reference(told.at("/types").get(simple).textValue());
        }
        if (isNumber(raw) && told.at("/numbers").has(field.name())) {
            return reference(told.at("/numbers").get(field.name()).textValue());
        }
        if (WHOLE_NUMBERS.contains(raw)) {
            return reference("Count");
        }
        if (NUMBERS.contains(raw)) {
            return JSON.createObjectNode().put("type", "number");
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return JSON.createObjectNode().put("type", "boolean");
        }
        if (type.isEnumType()) {
            return vocabulary(raw);
        }
        if (type.isCollectionLikeType()) {
            ObjectNode list = JSON.createObjectNode().put("type", "array");
            return list.set("items", schema(type.getContentType(), field, asked));
        }
        if (type.isMapLikeType()) {
            ObjectNode map = JSON.createObjectNode().put("type", "object");
            map.set("propertyNames", schema(type.getKeyType(), field, asked));
            return map.set("additionalProperties", schema(type.getContentType(), field, asked));
        }
        return raw == Echo.class ? echo(type, field, asked) : object(type, asked, field.left());
    }

    private static boolean isNumber(Class<?> type) {
        return WHOLE_NUMBERS.contains(type) || NUMBERS.contains(type);
    }

    private static ObjectNode reference(String name) {
        return JSON.createObjectNode().put("$ref", REFERENCE + name);
    }

    private ObjectNode text(AnswerField field) {
        JsonNode texts = told.at("/texts");
        JsonNode name = texts.path(field.owner().getSimpleName() + "." + field.name());
        if (name.isMissingNode() && field.owner().getSimpleName().matches(LINKS)) {
            return reference("Link");
        }
        if (name.isMissingNode()) {
            name = texts.path(field.name());
        }
        return name.isTextual()
                ? reference(name.textValue())
                : JSON.createObjectNode().put("type", "string");
    }

    private ObjectNode vocabulary(Class<?> words) {
        String name = name(words);
        if (isNew(name, Json.type(words))) {
            keep(name, vocabularies.schema(name, words), words);
        }
        return reference(name);
    }

    /** @throws AssertionError if another type has the name already */
    private boolean isNew(String name, JavaType type) {
        JavaType other = types.putIfAbsent(name, type);
        if (other != null && !other.equals(type)) {
            throw new AssertionError(
                    "%s and %s would both be %s: name one of them in x-schemas/names".formatted(type, other, name));
        }
        return other == null;
    }

    private void keep(String name, ObjectNode schema, Object type) {
        if (byHand.has(name)) {
            throw new AssertionError("the schema %s is kept by hand, and made of %s too".formatted(name, type));
        }
        made.put(name, schema);
    }

    /** @param left names of fields that are left out */
    private ObjectNode object(JavaType type, Parameters asked, Set<String> left) {
        String name = name(type);
        if (isNew(name, type)) {
            ObjectNode object = JSON.createObjectNode();
            keep(name, object, type);
            sentences.of(type.getRawClass()).ifPresent(sentence -> object.put("description", sentence));
            List<AnswerField> fields = AnswerField.of(type);
            Map<String, JsonNode> parts = new LinkedHashMap<>();
            fields.stream()
                    .filter(field -> !left.contains(field.name()))
                    .forEach(field -> parts.put(field.name(), described(field, asked)));
            close(object, parts);
        }
        return reference(name);
    }

    private static void close(ObjectNode object, Map<String, JsonNode> parts) {
        object.put("type", "object").put("additionalProperties", false);
        ArrayNode required = object.putArray("required");
        parts.keySet().forEach(required::add);
        ObjectNode properties = object.putObject("properties");
        parts.forEach(properties::set);
    }

    private JsonNode described(AnswerField field, Parameters asked) {
        ObjectNode schema = schema(field.type(), field, asked);
        Optional<String> sentence = sentences.of(field.owner(), field.member());
        boolean told = sentence.filter(said -> NULL.matcher(said).find()).isPresent();
        if (field.isChecked() && told != field.mayBeAbsent()) {
            otherwise.add("%s.%s %s"
                    .formatted(
                            field.owner().getName(),
                            field.member(),
                            told
                                    ? "is null sometimes, and not @Nullable"
                                    : "is @Nullable, and does not say when it is null"));
        }
        ObjectNode made = told ? orNull(schema) : schema;
        sentence.ifPresent(said -> made.put("description", said));
        return made;
    }

    private ObjectNode orNull(ObjectNode schema) {
        JsonNode type = schema.has("$ref")
                ? byHand.at("/" + schema.get("$ref").textValue().substring(REFERENCE.length()) + "/type")
                : schema.path("type");
        if (type.isArray()) {
            return schema;
        }
        if (schema.has("$ref") || schema.has("enum")) {
            ObjectNode either = JSON.createObjectNode();
            either.putArray("anyOf").add(schema).addObject().put("type", "null");
            return either;
        }
        ArrayNode types = JSON.createArrayNode().add(type).add("null");
        return schema.set("type", types);
    }

    /** The parameters as they were understood, and what was found out. */
    private ObjectNode echo(JavaType type, AnswerField field, Parameters asked) {
        Parameters known = field.name().equals("searched") ? asked : nested;
        String name = field.name().equals("searched") ? name(field.object()) + "Searched" : "ExposureSearched";
        if (!made.containsKey(name)) {
            ObjectNode object = JSON.createObjectNode();
            keep(name, object, type);
            object.put("description", "Every parameter as it was understood, and what was found out besides.");
            Map<String, JsonNode> parts = new LinkedHashMap<>();
            known.all().forEach(parameter -> parts.put(parameter.name(), understood(parameter)));
            if (type.containedType(0).isRecordType()) {
                AnswerField.of(type.containedType(0))
                        .forEach(found -> parts.put(found.name(), described(found, nested)));
            }
            close(object, parts);
        }
        return reference(name);
    }

    private ObjectNode understood(Parameter<?> parameter) {
        ObjectNode one = JSON.valueToTree(parameter.type().schema());
        JsonNode text = told.at("/texts").path(parameter.name());
        if (text.isTextual() && one.size() == 1) {
            one = reference(text.textValue());
        } else if (one.has("enum")) {
            one.set("enum", told(parameter));
        }
        if (parameter.type().several()) {
            ObjectNode several = JSON.createObjectNode().put("type", "array");
            return several.set("items", one);
        }
        return parameter.mayBeNull() ? orNull(one) : one;
    }

    /** The words that an echo can have: what is understood of those that can be given. */
    private static ArrayNode told(Parameter<?> parameter) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : parameter.type().words()) {
            Object understood = parameter.type().read(List.of(word), null);
            Collection<?> several = understood instanceof Collection<?> some ? some : List.of(understood);
            several.forEach(each -> words.add(((Term) each).text()));
        }
        ArrayNode told = JSON.createArrayNode();
        words.forEach(told::add);
        return told;
    }

    private String name(JavaType type) {
        List<JavaType> arguments = type.getBindings().getTypeParameters();
        String own = name(type.getRawClass());
        return arguments.isEmpty() ? own : own.replace("*", name(arguments.getLast()));
    }

    private String name(Class<?> type) {
        String simple = type.getSimpleName();
        Class<?> around = type.getDeclaringClass();
        String qualified = around == null ? simple : around.getSimpleName() + "." + simple;
        JsonNode names = told.at("/names");
        if (names.has(qualified)) {
            return names.get(qualified).textValue();
        }
        String plain = simple.replaceFirst("(?<=.)View$", "").replaceFirst("Addresses$", "Links");
        return around == null ? plain : name(around) + plain;
    }
}

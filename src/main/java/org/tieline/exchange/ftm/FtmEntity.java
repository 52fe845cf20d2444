package org.tieline.exchange.ftm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;
import org.tieline.exchange.imports.ForeignText;
import org.tieline.exchange.imports.RecordPlace;
import org.tieline.model.InvalidValue;
import org.tieline.model.PartialDate;

/**
 * One FollowTheMoney entity.
 *
 * @param properties by name; values are legible, without space around them, not empty, and none is there twice
 */
record FtmEntity(RecordPlace origin, String id, String schema, Map<String, List<String>> properties) {
    private static final int DAY = 10;
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    /** A line or an entity that is not taken, with the reason. */
    static final class Left extends RuntimeException {
        private final String reason;

        Left(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    /** @throws Left if the line is no entity */
    static FtmEntity parse(String file, long number, String line) {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new Left(
                    isPart(line.strip(), e)
                            ? "the line is a part of a JSON text of several lines; jq -c '.[]' of an array, or jq -c . of single "
                                    + "objects, writes one entity a line"
                            : "the line is not JSON");
        }
        String inside = node.isArray() ? "" : inside(node);
        if (inside != null) {
            throw new Left("the line is a JSON array of entities and not one of them; jq -c '.%s[]' writes one a line"
                    .formatted(inside));
        }
        JsonNode properties = node.path("properties");
        if (!node.path("id").isTextual() || !node.path("schema").isTextual() || !properties.isObject()) {
            throw new Left("the line is no object with id, schema and properties");
        }
        Map<String, List<String>> values = new HashMap<>();
        properties.properties().forEach(property -> {
            List<String> texts = texts(property.getValue());
            if (!texts.isEmpty()) {
                values.put(property.getKey(), texts);
            }
        });
        String id = node.path("id").asText();
        return new FtmEntity(
                new RecordPlace(file, number, id), id, node.path("schema").asText(), values);
    }

    /** Whether it looks like a line of an array or an object that goes on. */
    private static boolean isPart(String line, JsonProcessingException failure) {
        return failure instanceof JsonEOFException || line.matches("[\\]}]+,?|\\{.*,|\"[^\"]*\"(: [^{}]*)?,?");
    }

    /** The field of an object that has entities in an array. */
    private static @Nullable String inside(JsonNode node) {
        return node.properties().stream()
                .filter(field -> field.getValue().isArray()
                        && field.getValue().path(0).has("schema")
                        && field.getKey().matches("\\w+"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** A list of texts; one alone is taken for a list of one, and an entity within for its id. */
    private static List<String> texts(JsonNode value) {
        SequencedSet<String> texts = new LinkedHashSet<>();
        for (JsonNode each : value.isArray() ? value : List.of(value)) {
            JsonNode scalar = each.isObject() ? each.path("id") : each;
            String text = scalar.isValueNode() && !scalar.isNull() ? ForeignText.trimmed(scalar.asText()) : "";
            if (!text.isEmpty() && ForeignText.legible(text)) {
                texts.add(text);
            }
        }
        return new ArrayList<>(texts);
    }

    List<String> all(@Nullable String property) {
        return properties.getOrDefault(property, List.of());
    }

    Optional<String> first(String property) {
        return all(property).stream().findFirst();
    }

    /** @throws Left if there is none, or if there are several */
    String only(String property) {
        List<String> values = all(property);
        if (values.size() != 1) {
            throw new Left("%s: %s".formatted(property, values.isEmpty() ? "none is given" : "several are given"));
        }
        return values.getFirst();
    }

    /**
     * A date; of several that say the same with more and with less precision, the most precise.
     *
     * @return null if there is none
     * @throws Left if one cannot be read, or two contradict each other
     */
    @Nullable
    PartialDate date(String property) {
        PartialDate found = null;
        for (String text : all(property)) {
            PartialDate date = date(property, text);
            if (found == null || date.toString().startsWith(found.toString())) {
                found = date;
            } else if (!found.toString().startsWith(date.toString())) {
                throw new Left("%s: several dates that differ".formatted(property));
            }
        }
        return found;
    }

    static PartialDate date(String property, String text) {
        boolean withTime = text.length() > DAY && (text.charAt(DAY) == 'T' || text.charAt(DAY) == ' ');
        try {
            return PartialDate.parse(withTime ? text.substring(0, DAY) : text);
        } catch (InvalidValue e) {
            throw new Left("%s: no date like 2018, 2018-08 or 2018-08-23".formatted(property));
        }
    }

    /** The values of details with a key, which {@link FtmExport} writes. */
    List<String> details(String key) {
        String before = FtmWords.detail(key, "");
        return all("description").stream()
                .filter(text -> text.startsWith(before))
                .map(text -> text.substring(before.length()))
                .toList();
    }

    /**
     * The date in a detail.
     *
     * @throws Left if it cannot be read
     */
    @Nullable
    PartialDate detailDate(String key) {
        return detail(key).map(text -> date(key, text)).orElse(null);
    }

    Optional<String> detail(String key) {
        return details(key).stream().findFirst();
    }

    /** The id of the fact that {@link FtmExport} wrote with this beginning; empty if somebody else wrote the entity. */
    Optional<String> own(String beginning) {
        return first("recordId")
                .filter(record -> id.equals(beginning + record) || id.startsWith(beginning + record + "."));
    }
}

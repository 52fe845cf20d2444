package org.tieline.exchange.ftm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A published FollowTheMoney model, of which the schemata that are written are among the resources of the tests, as they are in
 * the model's package: property names with their types and greatest lengths, what must be there, and what a reference may lead
 * to.
 */
final class FtmSchema {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ID = "[0-9a-zA-Z]([0-9a-zA-Z.\\-]*[0-9a-zA-Z])?";
    private static final int LONGEST_ID = 200;
    private static final String DATE = "[12]\\d{3}(-[01]\\d(-[0-3]\\d)?)?";

    /** Aleph's, which its organization publishes, and the fork that OpenSanctions publishes. */
    private static final List<FtmSchema> MODELS =
            List.of(new FtmSchema("aleph-3.8.4.json"), new FtmSchema("opensanctions-4.5.2.json"));

    private final JsonNode model;

    private FtmSchema(String file) {
        try (InputStream in = FtmSchema.class.getResourceAsStream("/org/tieline/ftm/" + file)) {
            model = JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The entities of a file, which keep to all rules of both models. */
    static List<JsonNode> valid(byte[] file) {
        List<JsonNode> entities = new String(file, StandardCharsets.UTF_8)
                .lines()
                .map(FtmSchema::parse)
                .toList();
        Map<String, String> schemata = new HashMap<>();
        for (JsonNode entity : entities) {
            assertThat(entity.properties()).extracting(Map.Entry::getKey).containsExactly("id", "schema", "properties");
            assertThat(entity.path("id").asText()).matches(ID).hasSizeLessThanOrEqualTo(LONGEST_ID);
            assertThat(schemata.put(
                            entity.path("id").asText(), entity.path("schema").asText()))
                    .as("an earlier entity with the id of %s", entity)
                    .isNull();
        }
        MODELS.forEach(model -> entities.forEach(entity -> model.check(entity, schemata)));
        return entities;
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
    }

    private void check(JsonNode entity, Map<String, String> schemata) {
        String schema = entity.path("schema").asText();
        assertThat(model.has(schema)).as(schema).isTrue();
        for (JsonNode required : model.path(schema).path("required")) {
            assertThat(entity.path("properties").has(required.asText()))
                    .as("%s in %s", required, entity)
                    .isTrue();
        }
        entity.path("properties").properties().forEach(property -> {
            JsonNode declared = declared(schema, property.getKey());
            assertThat(declared).as("%s of %s", property.getKey(), schema).isNotNull();
            assertThat(property.getValue().isArray()).isTrue();
            assertThat(property.getValue()).isNotEmpty().allMatch(JsonNode::isTextual);
            Set<String> seen = new HashSet<>();
            for (JsonNode value : property.getValue()) {
                assertThat(seen.add(value.asText()))
                        .as("%s twice in %s", value, entity)
                        .isTrue();
                assertThat(value.asText())
                        .isNotBlank()
                        .hasSizeLessThanOrEqualTo(declared.path(1).asInt());
                check(declared.path(0).asText(), value.asText(), schemata);
            }
        });
    }

    /** The type and the greatest length of a property, which a schema may have from one that it extends; null if it has none. */
    private JsonNode declared(String schema, String property) {
        JsonNode own = model.path(schema).path("properties").get(property);
        if (own != null) {
            return own;
        }
        for (JsonNode above : model.path(schema).path("extends")) {
            JsonNode inherited = declared(above.asText(), property);
            if (inherited != null) {
                return inherited;
            }
        }
        return null;
    }

    private void check(String type, String value, Map<String, String> schemata) {
        switch (type) {
            case "date" -> assertThat(value).matches(DATE);
            case "country" -> assertThat(value).matches("[a-z]{2}");
            case "url" -> assertThat(value).matches("https?://\\S+");
            case "name", "string", "text", "identifier" -> {}
            default ->
                assertThat(isA(schemata.getOrDefault(value, ""), type))
                        .as("%s is a %s", value, type)
                        .isTrue();
        }
    }

    private boolean isA(String schema, String wanted) {
        if (schema.equals(wanted)) {
            return true;
        }
        for (JsonNode above : model.path(schema).path("extends")) {
            if (isA(above.asText(), wanted)) {
                return true;
            }
        }
        return false;
    }

    /** Those of a schema. */
    static Stream<JsonNode> of(List<JsonNode> entities, String schema) {
        return entities.stream().filter(entity -> entity.path("schema").asText().equals(schema));
    }
}

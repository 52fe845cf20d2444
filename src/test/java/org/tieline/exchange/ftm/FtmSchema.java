package org.tieline.exchange.ftm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rules of the FollowTheMoney model for the schemata that are written, as far as they can be told from a file: property
 * names with their types, what must be there, and what a reference may lead to.
 */
final class FtmSchema {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ID = "[0-9a-zA-Z]([0-9a-zA-Z.\\-]*[0-9a-zA-Z])?";
    private static final String DATE = "[12]\\d{3}(-[01]\\d(-[0-3]\\d)?)?";

    private static final Map<String, String> THING = Map.ofEntries(
            Map.entry("name", "text"),
            Map.entry("alias", "text"),
            Map.entry("previousName", "text"),
            Map.entry("weakAlias", "text"),
            Map.entry("summary", "text"),
            Map.entry("description", "text"),
            Map.entry("country", "country"),
            Map.entry("sourceUrl", "url"),
            Map.entry("publisher", "text"),
            Map.entry("publisherUrl", "url"),
            Map.entry("wikidataId", "text"),
            Map.entry("keywords", "text"),
            Map.entry("topics", "topic"),
            Map.entry("notes", "text"),
            Map.entry("modifiedAt", "date"),
            Map.entry("retrievedAt", "date"));

    private static final Map<String, String> LEGAL_ENTITY = with(
            THING,
            Map.of(
                    "incorporationDate", "date",
                    "dissolutionDate", "date",
                    "legalForm", "text",
                    "status", "text",
                    "sector", "text",
                    "classification", "text",
                    "registrationNumber", "text",
                    "jurisdiction", "country",
                    "mainCountry", "country",
                    "leiCode", "text"));

    private static final Map<String, String> INTERVAL = Map.of(
            "startDate", "date",
            "endDate", "date",
            "date", "date",
            "summary", "text",
            "description", "text",
            "recordId", "text",
            "sourceUrl", "url",
            "publisher", "text",
            "publisherUrl", "url",
            "proof", "Document");

    private static final Map<String, String> INTEREST = with(INTERVAL, Map.of("role", "text", "status", "text"));

    private static final Map<String, Map<String, String>> PROPERTIES = Map.of(
            "Company", with(LEGAL_ENTITY, Map.of("capital", "text", "isinCode", "text", "ticker", "text")),
            "Organization", LEGAL_ENTITY,
            "PublicBody", LEGAL_ENTITY,
            "Document",
                    with(
                            THING,
                            Map.of(
                                    "title", "text",
                                    "author", "text",
                                    "fileName", "text",
                                    "date", "date",
                                    "authoredAt", "date",
                                    "publishedAt", "date")),
            "Ownership",
                    with(
                            INTEREST,
                            Map.of(
                                    "owner", "LegalEntity",
                                    "asset", "Company",
                                    "percentage", "text",
                                    "sharesCount", "text",
                                    "sharesType", "text",
                                    "ownershipType", "text",
                                    "legalBasis", "text")),
            "Succession", with(INTEREST, Map.of("predecessor", "LegalEntity", "successor", "LegalEntity")),
            "UnknownLink", with(INTEREST, Map.of("subject", "Thing", "object", "Thing")),
            "Sanction",
                    with(
                            INTERVAL,
                            Map.of(
                                    "entity", "Thing",
                                    "authority", "text",
                                    "authorityId", "text",
                                    "program", "text",
                                    "provisions", "text",
                                    "status", "text",
                                    "reason", "text",
                                    "country", "country",
                                    "listingDate", "date")));

    private static final Map<String, List<String>> REQUIRED = Map.of(
            "Company", List.of("name"),
            "Organization", List.of("name"),
            "PublicBody", List.of("name"),
            "Document", List.of("name"),
            "Ownership", List.of("owner", "asset"),
            "UnknownLink", List.of("subject", "object"),
            "Succession", List.of("predecessor", "successor"),
            "Sanction", List.of("entity"));

    private static final Map<String, Set<String>> RANGES = Map.of(
            "LegalEntity", Set.of("Company", "Organization", "PublicBody"),
            "Company", Set.of("Company"),
            "Thing", Set.of("Company", "Organization", "PublicBody", "Document"),
            "Document", Set.of("Document"));

    private FtmSchema() {}

    private static Map<String, String> with(Map<String, String> inherited, Map<String, String> own) {
        Map<String, String> all = new HashMap<>(inherited);
        all.putAll(own);
        return Map.copyOf(all);
    }

    /** The entities of a file, which keep to all rules. */
    static List<JsonNode> valid(byte[] file) {
        List<JsonNode> entities = new String(file, StandardCharsets.UTF_8)
                .lines()
                .map(FtmSchema::parse)
                .toList();
        Map<String, String> schemata = new HashMap<>();
        for (JsonNode entity : entities) {
            assertThat(entity.properties()).extracting(Map.Entry::getKey).containsExactly("id", "schema", "properties");
            assertThat(entity.path("id").asText()).matches(ID);
            assertThat(PROPERTIES).containsKey(entity.path("schema").asText());
            assertThat(schemata.put(
                            entity.path("id").asText(), entity.path("schema").asText()))
                    .as("an earlier entity with the id of %s", entity)
                    .isNull();
        }
        entities.forEach(entity -> check(entity, schemata));
        return entities;
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
    }

    private static void check(JsonNode entity, Map<String, String> schemata) {
        String schema = entity.path("schema").asText();
        assertThat(REQUIRED.get(schema)).allMatch(entity.path("properties")::has, "is there in " + entity);
        entity.path("properties").properties().forEach(property -> {
            String type = PROPERTIES.get(schema).get(property.getKey());
            assertThat(type).as("%s of %s", property.getKey(), schema).isNotNull();
            assertThat(property.getValue().isArray()).isTrue();
            assertThat(property.getValue()).isNotEmpty().allMatch(JsonNode::isTextual);
            Set<String> seen = new HashSet<>();
            for (JsonNode value : property.getValue()) {
                assertThat(seen.add(value.asText()))
                        .as("%s twice in %s", value, entity)
                        .isTrue();
                check(type, value.asText(), schemata);
            }
        });
    }

    private static void check(String type, String value, Map<String, String> schemata) {
        assertThat(value).isNotBlank();
        switch (type) {
            case "date" -> assertThat(value).matches(DATE);
            case "country" -> assertThat(value).matches("[a-z]{2}");
            case "url" -> assertThat(value).matches("https?://\\S+");
            case "topic" -> assertThat(value).isIn("sanction", "debarment", "gov", "corp.public");
            case "text" -> {}
            default -> assertThat(schemata.get(value)).as(value).isIn(RANGES.get(type));
        }
    }

    /** Those of a schema. */
    static Stream<JsonNode> of(List<JsonNode> entities, String schema) {
        return entities.stream().filter(entity -> entity.path("schema").asText().equals(schema));
    }
}

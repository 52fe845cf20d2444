package org.tieline.exchange.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.tieline.model.DataError;
import org.tieline.model.TielineException.InvalidData;

/**
 * The description of a data set in the form of MLCommons Croissant 1.1, which data search engines and machine learning tools
 * read: made of the data package beside it, whose tables become sets of records.
 */
final class Croissant {
    static final String CONFORMS_TO = "http://mlcommons.org/croissant/1.1";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PACKAGE = "datapackage.json";

    /** As the specification recommends it, without what is not used here. */
    private static final String CONTEXT = """
            {"@language": "en", "@vocab": "http://schema.org/", "sc": "http://schema.org/", "cr": "http://mlcommons.org/croissant/",
             "dct": "http://purl.org/dc/terms/", "citeAs": "cr:citeAs", "column": "cr:column", "conformsTo": "dct:conformsTo",
             "dataType": {"@id": "cr:dataType", "@type": "@vocab"}, "extract": "cr:extract", "field": "cr:field",
             "fileObject": "cr:fileObject", "isLiveDataset": "cr:isLiveDataset", "key": "cr:key", "recordSet": "cr:recordSet",
             "references": "cr:references", "source": "cr:source"}
            """;

    /**
     * A file of the release.
     *
     * @param bytes how many it has
     * @param sha256 64 lower-case hexadecimal digits
     */
    record Measured(long bytes, String sha256) {}

    private Croissant() {}

    /**
     * Describes.
     *
     * @param description the data package
     * @param sha256 the digest of the content of the tables
     * @param url the page of the data set; null for the folder in which the description stands
     * @param files by name, in order
     * @throws InvalidData if the data package lacks what Croissant requires, with all that it lacks
     */
    static ObjectNode of(JsonNode description, String sha256, @Nullable URI url, Map<String, Measured> files)
            throws IOException {
        requireAll(description);
        String title = description.path("title").asText(description.path("name").asText());
        String version = description.path("version").asText();
        String day = description.path("created").asText().substring(0, 10);
        ObjectNode croissant = JSON.createObjectNode();
        croissant.set("@context", JSON.readTree(CONTEXT));
        croissant.put("@type", "sc:Dataset");
        croissant.put("conformsTo", CONFORMS_TO);
        croissant.put("name", title);
        croissant.put("alternateName", description.path("name").asText());
        croissant.put("description", description.path("description").asText());
        croissant.put("version", version);
        croissant.put("datePublished", day);
        croissant.put("url", url == null ? description.path("homepage").asText("./") : url.toString());
        croissant.put("license", licence(description.path("licenses").path(0)));
        ArrayNode creators = croissant.putArray("creator");
        description.path("contributors").forEach(each -> creators.addObject()
                .put("@type", "sc:Organization")
                .put("name", each.path("title").asText()));
        if (description.path("keywords").isArray()) {
            croissant.set("keywords", description.path("keywords"));
        }
        croissant.put("inLanguage", "en");
        croissant.put("isLiveDataset", false);
        croissant.put("citeAs", bibtex(description, title, version, sha256, day));
        ArrayNode distribution = croissant.putArray("distribution");
        files.forEach((name, file) -> distribution.add(file(description, name, file)));
        ArrayNode sets = croissant.putArray("recordSet");
        for (JsonNode resource : description.path("resources")) {
            if (files.containsKey(resource.path("path").asText())) {
                sets.add(recordSet(resource));
            }
        }
        return croissant;
    }

    private static void requireAll(JsonNode description) {
        List<DataError> lacking = Map.of(
                        "name", "must be there: a short name in lower kebab case",
                        "description", "must be there: what the data hold and where they come from",
                        "created", "must be there: the day of the release, like 2026-11-29T00:00:00Z",
                        "licenses", "must be there, with a path or a name: under which terms the data may be used",
                        "contributors", "must be there, with a title: who made the data")
                .entrySet()
                .stream()
                .filter(each -> !isThere(description, each.getKey()))
                .map(each -> new DataError(PACKAGE, 0, each.getKey(), "", each.getValue()))
                .sorted(Comparator.comparing(DataError::column))
                .toList();
        if (!lacking.isEmpty()) {
            throw new InvalidData(lacking);
        }
    }

    private static boolean isThere(JsonNode description, String field) {
        JsonNode value = description.path(field);
        return switch (field) {
            case "licenses" -> !licence(value.path(0)).isBlank();
            case "contributors" -> !value.path(0).path("title").asText().isBlank();
            case "created" -> value.asText().matches("\\d{4}-\\d{2}-\\d{2}(T.*)?");
            default -> !value.asText().isBlank();
        };
    }

    private static String licence(JsonNode license) {
        String path = license.path("path").asText();
        String name = license.path("name").asText();
        return !path.isBlank() || name.isBlank() ? path : "https://spdx.org/licenses/" + name;
    }

    private static String bibtex(JsonNode description, String title, String version, String sha256, String day) {
        return "@misc{%s-%s, title = {{%s}}, author = {{%s}}, year = {%s}, version = {%s}, note = {SHA-256 %s}}"
                .formatted(
                        description.path("name").asText(),
                        version.replaceAll("[^A-Za-z0-9]+", "-"),
                        title,
                        description.path("contributors").path(0).path("title").asText(),
                        day.substring(0, 4),
                        version,
                        sha256);
    }

    private static ObjectNode file(JsonNode description, String name, Measured measured) {
        ObjectNode file = JSON.createObjectNode();
        file.put("@type", "cr:FileObject");
        file.put("@id", name);
        file.put("name", name);
        resource(description, name)
                .ifPresent(resource ->
                        file.put("description", resource.path("description").asText()));
        file.put("contentUrl", name);
        file.put("contentSize", "%d B".formatted(measured.bytes()));
        file.put("encodingFormat", type(name));
        file.put("sha256", measured.sha256());
        return file;
    }

    private static Optional<JsonNode> resource(JsonNode description, String path) {
        return StreamSupport.stream(description.path("resources").spliterator(), false)
                .filter(each -> each.path("path").asText().equals(path))
                .findFirst();
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "csv" -> "text/csv";
            case "json" -> "application/json";
            case "jsonl" -> "application/jsonl";
            case "md" -> "text/markdown";
            case "txt" -> "text/plain";
            default -> "application/octet-stream";
        };
    }

    private static ObjectNode recordSet(JsonNode resource) {
        String table = resource.path("name").asText();
        JsonNode schema = resource.path("schema");
        ObjectNode set = JSON.createObjectNode();
        set.put("@type", "cr:RecordSet");
        set.put("@id", table);
        set.put("name", table);
        set.put("description", resource.path("description").asText());
        ArrayNode key = set.putArray("key");
        schema.path("primaryKey").forEach(column -> key.addObject().put("@id", table + "/" + column.asText()));
        ArrayNode fields = set.putArray("field");
        for (JsonNode column : schema.path("fields")) {
            fields.add(field(table, resource, column));
        }
        return set;
    }

    private static ObjectNode field(String table, JsonNode resource, JsonNode column) {
        String name = column.path("name").asText();
        ObjectNode field = JSON.createObjectNode();
        field.put("@type", "cr:Field");
        field.put("@id", table + "/" + name);
        field.put("name", name);
        field.put("description", column.path("description").asText());
        field.put("dataType", dataType(column.path("type").asText()));
        ObjectNode source = field.putObject("source");
        source.putObject("fileObject").put("@id", resource.path("path").asText());
        source.putObject("extract").put("column", name);
        for (JsonNode key : resource.path("schema").path("foreignKeys")) {
            JsonNode to = key.path("reference");
            if (only(key.path("fields")).equals(name)
                    && !only(to.path("fields")).isEmpty()) {
                String other = to.path("resource").asText();
                field.putObject("references")
                        .put("@id", (other.isEmpty() ? table : other) + "/" + only(to.path("fields")));
            }
        }
        return field;
    }

    /** The one column of a key; empty if it has several. */
    private static String only(JsonNode fields) {
        return fields.isArray() ? (fields.size() == 1 ? fields.get(0).asText() : "") : fields.asText();
    }

    /** Dates of reduced precision are no dates there, and stay texts. */
    private static String dataType(String type) {
        return switch (type) {
            case "number" -> "sc:Float";
            case "integer" -> "sc:Integer";
            case "boolean" -> "sc:Boolean";
            case "date" -> "sc:Date";
            default -> "sc:Text";
        };
    }
}

package org.tieline.question.screening;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.tieline.model.InvalidValue;
import org.tieline.model.TielineException.BadParts;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.question.Json;

/**
 * The entries of a screening as they are sent or kept in a file. Field by field and by no binding of Jackson, since an entry has
 * one of two shapes and what is wrong with it is told by its place in any of the forms.
 */
public enum ScreeningBody {
    /** {@code {"entries": ["KDDI", {"name": "华为", "country": "CN", "reference": "row 7"}, {"id": "kddi"}]}}. */
    JSON("application/json") {
        @Override
        List<ScreeningEntry> parse(byte[] body) {
            JsonNode whole = Json.read(body, JsonNode.class);
            if (!whole.path("entries").isArray() || whole.size() > 1) {
                throw new InvalidValue(
                        "entries",
                        null,
                        "must be given and nothing else: {\"entries\": [a name in quotes, or an object with name, id "
                                + "or identifier, ...]}");
            }
            List<JsonNode> entries = new ArrayList<>();
            whole.get("entries").forEach(entries::add);
            List<ScreeningEntry> read = new ArrayList<>();
            for (JsonNode entry : refuseTooMany(entries)) {
                read.add(entry(entry, read.size() + 1, "entries[%d]".formatted(read.size())));
            }
            return read;
        }
    },

    /** A name in quotes or an object on each line. */
    LINES("application/x-ndjson") {
        @Override
        List<ScreeningEntry> parse(byte[] body) {
            List<ScreeningEntry> read = new ArrayList<>();
            int line = 0;
            for (String text : new String(body, StandardCharsets.UTF_8).split("\\R", -1)) {
                line++;
                if (text.isBlank()) {
                    continue;
                }
                String place = "line " + line;
                read.add(entry(json(text, place), read.size() + 1, place));
                refuseTooMany(read);
            }
            return read;
        }
    },

    /** A header with some of the columns {@code name}, {@code id}, {@code identifier}, {@code country}, {@code reference}, and rows. */
    CSV("text/csv") {
        @Override
        List<ScreeningEntry> parse(byte[] body) {
            return new ScreeningCsv().read(body);
        }
    };

    private final String type;

    ScreeningBody(String type) {
        this.type = type;
    }

    private static final List<String> FIELDS = List.of("name", "id", "identifier", "country", "reference");

    /** The media type that says so. */
    public String type() {
        return type;
    }

    /**
     * All entries, in their order.
     *
     * @throws BadQuestion if they are none or too many
     * @throws BadParts if some cannot be read, with the line or element of each
     */
    public List<ScreeningEntry> read(byte[] body) {
        try {
            List<ScreeningEntry> entries = parse(body);
            if (entries.isEmpty()) {
                throw bad("were none");
            }
            return List.copyOf(entries);
        } catch (InvalidValue e) {
            throw new BadQuestion(e);
        }
    }

    private static InvalidValue bad(String were) {
        return new InvalidValue("entries", null, "must be 1 to %d, %s".formatted(ScreeningEntry.MOST, were));
    }

    /**
     * @throws InvalidValue if the whole is wrong
     * @throws BadParts if some entries are
     */
    abstract List<ScreeningEntry> parse(byte[] body);

    static <T> List<T> refuseTooMany(List<T> entries) {
        if (entries.size() > ScreeningEntry.MOST) {
            throw bad("were more; send the rest apart");
        }
        return entries;
    }

    private static JsonNode json(String text, String place) {
        try {
            return Json.read(text.getBytes(StandardCharsets.UTF_8), JsonNode.class);
        } catch (BadQuestion e) {
            throw new BadParts(List.of(new BadParts.Part(place, e.getMessage(), List.of())));
        }
    }

    private static ScreeningEntry entry(JsonNode entry, int number, String place) {
        try {
            return entry.isTextual()
                    ? entry(JsonNodeFactory.instance.objectNode().set("name", entry), number)
                    : entry(entry, number);
        } catch (InvalidValue e) {
            throw new BadParts(List.of(new BadParts.Part(place, e)));
        }
    }

    private static ScreeningEntry entry(JsonNode entry, int number) {
        if (!entry.isObject()) {
            throw new InvalidValue("", entry, "must be a name in quotes, or an object with name, id or identifier");
        }
        entry.properties().forEach(field -> {
            if (!FIELDS.contains(field.getKey())) {
                throw new InvalidValue(
                        field.getKey(), null, "is not known here; known are " + String.join(", ", FIELDS));
            }
            if (!field.getValue().isTextual() && !field.getValue().isNull()) {
                throw new InvalidValue(field.getKey(), field.getValue(), "must be a text");
            }
        });
        return new ScreeningEntry(
                number,
                entry.path("identifier").textValue(),
                entry.path("id").textValue(),
                entry.path("name").textValue(),
                entry.path("country").textValue(),
                entry.path("reference").textValue());
    }
}

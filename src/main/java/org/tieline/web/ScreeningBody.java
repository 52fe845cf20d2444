package org.tieline.web;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.tieline.inquiry.ScreeningEntry;
import org.tieline.model.TielineException.BadQuestion;

/** The entries of a screening as they are sent or kept in a file. */
public enum ScreeningBody {
    /** {@code {"entries": ["KDDI", {"name": "华为", "country": "CN", "reference": "row 7"}, {"id": "kddi"}]}}. */
    JSON("application/json") {
        @Override
        List<ScreeningEntry> parse(byte[] body) {
            List<Entry> entries = Json.read(body, Request.class).entries();
            if (entries == null) {
                throw new BadQuestion(
                        "entries", "entries must be given: a list of names or of objects with name or id");
            }
            List<ScreeningEntry> read = new ArrayList<>();
            for (Entry entry : refuseTooMany(entries)) {
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
                try {
                    Entry entry = Json.read(text.getBytes(StandardCharsets.UTF_8), Entry.class);
                    read.add(entry(entry, read.size() + 1, place));
                } catch (BadQuestion e) {
                    throw e.getMessage().startsWith(place)
                            ? e
                            : new BadQuestion("body", "%s: %s".formatted(place, e.getMessage()));
                }
                refuseTooMany(read);
            }
            return read;
        }
    },

    /** A header with some of the columns {@code name}, {@code id}, {@code country}, {@code reference}, and rows. */
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

    private record Request(List<Entry> entries) {}

    /** An object, or a name alone. */
    private record Entry(String id, String name, String country, String reference) {
        @JsonCreator
        Entry(
                @JsonProperty("id") String id,
                @JsonProperty("name") String name,
                @JsonProperty("country") String country,
                @JsonProperty("reference") String reference) {
            this.id = id;
            this.name = name;
            this.country = country;
            this.reference = reference;
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Entry named(String name) {
            return new Entry(null, name, null, null);
        }
    }

    /** The media type that says so. */
    public String type() {
        return type;
    }

    /**
     * All entries, in their order.
     *
     * @throws BadQuestion if they are none or too many, or cannot be read; the message says at which line or element, and
     *     which column or field
     */
    public List<ScreeningEntry> read(byte[] body) {
        List<ScreeningEntry> entries = parse(body);
        if (entries.isEmpty()) {
            throw new BadQuestion("entries", "entries must be 1 to %d, were none".formatted(ScreeningEntry.MOST));
        }
        return List.copyOf(entries);
    }

    abstract List<ScreeningEntry> parse(byte[] body);

    static <T> List<T> refuseTooMany(List<T> entries) {
        if (entries.size() > ScreeningEntry.MOST) {
            throw new BadQuestion(
                    "entries",
                    "entries must be 1 to %d, were more; send the rest apart".formatted(ScreeningEntry.MOST));
        }
        return entries;
    }

    private static ScreeningEntry entry(Entry entry, int number, String place) {
        if (entry == null) {
            throw new BadQuestion(place, place + " must be a name, or an object with name or id, was null");
        }
        try {
            return new ScreeningEntry(number, entry.id, entry.name, entry.country, entry.reference);
        } catch (IllegalArgumentException e) {
            throw new BadQuestion(place, "%s: %s".formatted(place, e.getMessage()));
        }
    }
}

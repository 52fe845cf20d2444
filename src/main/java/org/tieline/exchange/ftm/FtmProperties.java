package org.tieline.exchange.ftm;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tieline.model.PartialDate;

/** The properties of an entity to be written, in the order in which they were given; none is empty. */
final class FtmProperties {
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    FtmProperties with(String name, @Nullable String value) {
        return with(name, value == null || value.isBlank() ? List.of() : List.of(value));
    }

    FtmProperties with(String name, @Nullable PartialDate date) {
        return with(name, date == null ? null : date.toString());
    }

    FtmProperties with(String name, List<String> more) {
        if (!more.isEmpty()) {
            values.merge(name, more, (one, other) -> Stream.concat(one.stream(), other.stream())
                    .toList());
        }
        return this;
    }

    /** What the models have no property for; null is left out. */
    FtmProperties detail(String key, @Nullable Object value) {
        return value == null ? this : with("description", FtmWords.detail(key, value.toString()));
    }

    /** Writes them as fields of the object that was begun, each a list of texts. */
    void writeTo(JsonGenerator json) throws IOException {
        for (Map.Entry<String, List<String>> property : values.entrySet()) {
            json.writeArrayFieldStart(property.getKey());
            for (String value : property.getValue()) {
                json.writeString(value);
            }
            json.writeEndArray();
        }
    }
}

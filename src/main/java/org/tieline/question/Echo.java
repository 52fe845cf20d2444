package org.tieline.question;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tieline.question.parameter.Values;

/**
 * What an answer was asked with: every parameter by its name, as it was understood, and what the question found out besides. So
 * an answer tells a parameter as soon as its question declares it. Immutable.
 *
 * @param fields by name, in order; a value may be null
 */
public record Echo(@JsonValue Map<String, Object> fields) {
    public Echo {
        fields = Collections.unmodifiableMap(fields);
    }

    public static Echo of(Values values) {
        return new Echo(values.echo());
    }

    /** This and something that was found out, in place of a parameter of the same name: an organization for its id. */
    public Echo and(String name, Object found) {
        Map<String, Object> more = new LinkedHashMap<>(fields);
        more.put(name, found);
        return new Echo(more);
    }
}

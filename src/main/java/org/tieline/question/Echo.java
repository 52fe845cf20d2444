package org.tieline.question;

import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.RecordComponent;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tieline.question.parameter.Values;

/**
 * What an answer was asked with: every parameter by its name, as it was understood, and what the question found out besides. So
 * an answer tells a parameter as soon as its question declares it. Immutable.
 *
 * @param fields by name, in order; a value may be null
 * @param <F> what was found out besides, a record; unknown where nothing was
 */
public record Echo<F>(@JsonValue Map<String, @Nullable Object> fields) {
    public Echo {
        fields = Collections.unmodifiableMap(fields);
    }

    public static Echo<?> of(Values values) {
        return new Echo<>(values.echo());
    }

    /**
     * With what was found out.
     *
     * @param found whose components stand behind the parameters, or in place of one of the same name: an organization for its id
     */
    public static <F extends Record> Echo<F> of(Values values, F found) {
        Map<String, Object> fields = values.echo();
        for (RecordComponent component : found.getClass().getRecordComponents()) {
            fields.put(component.getName(), value(found, component));
        }
        return new Echo<>(fields);
    }

    private static Object value(Record found, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(found);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record has no %s".formatted(component), e);
        }
    }
}

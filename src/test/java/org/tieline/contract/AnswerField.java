package org.tieline.contract;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonObjectFormatVisitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.tieline.question.Json;

/**
 * A field of an object of JSON.
 *
 * @param object the type of the object
 * @param property what is written under its name; of another type where its fields stand among those of the object
 */
record AnswerField(JavaType object, BeanProperty property) {
    /** The fields that JSON has of an object, in its order. */
    static List<AnswerField> of(JavaType object) {
        List<AnswerField> fields = new ArrayList<>();
        Json.describe(object, new JsonFormatVisitorWrapper.Base() {
            @Override
            public JsonObjectFormatVisitor expectObjectFormat(JavaType type) {
                return new JsonObjectFormatVisitor.Base(getProvider()) {
                    @Override
                    public void property(BeanProperty property) {
                        fields.add(new AnswerField(object, property));
                    }

                    @Override
                    public void optionalProperty(BeanProperty property) {
                        property(property);
                    }
                };
            }
        });
        if (fields.isEmpty()) {
            throw new AssertionError("JSON has no field of " + object);
        }
        return fields;
    }

    String name() {
        return property.getName();
    }

    JavaType type() {
        return property.getType();
    }

    /** The type of which it is a part. */
    Class<?> owner() {
        return property.getMember().getDeclaringClass();
    }

    /** The component or method that it is there. */
    String member() {
        return property.getMember().getName();
    }

    /** Whether the compiler checks that it is there where its type does not say that it may be absent. */
    boolean isChecked() {
        return owner().getPackage().isAnnotationPresent(NullMarked.class);
    }

    /** Whether its type says that it may be absent. */
    boolean mayBeAbsent() {
        return Stream.of(owner().getDeclaredMethods())
                .filter(method -> method.getName().equals(member()) && method.getParameterCount() == 0)
                .anyMatch(method -> method.getAnnotatedReturnType().isAnnotationPresent(Nullable.class));
    }

    /** Whether something else than a text is written as one, its id. */
    boolean isWrittenAsText() {
        return property.getAnnotation(JsonSerialize.class) != null;
    }

    /** Names of fields of its value that are left out here. */
    Set<String> left() {
        JsonIgnoreProperties ignored = property.getAnnotation(JsonIgnoreProperties.class);
        return ignored == null ? Set.of() : Set.of(ignored.value());
    }
}

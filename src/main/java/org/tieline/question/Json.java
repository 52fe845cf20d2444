package org.tieline.question;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tieline.model.PartialDate;
import org.tieline.model.Scope;
import org.tieline.model.Term;
import org.tieline.model.Tie;
import org.tieline.model.TielineException.BadQuestion;

/** Values as JSON: dates in ISO 8601 as the source gave them, words of vocabularies as they are written, nothing left out. */
public final class Json {
    public static final String CONTENT = "application/json;charset=utf-8";

    /** How to read any answer that speaks of ties. */
    public static final String NOTICE = Tie.NOTICE;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            // RFC 8259 leaves open which of two would count.
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // Results may come while they are written; what fails then fails as it does elsewhere.
            .disable(SerializationFeature.WRAP_EXCEPTIONS)
            .addModule(new SimpleModule()
                    .addSerializer(PartialDate.class, ToStringSerializer.instance)
                    .addSerializer(LocalDate.class, ToStringSerializer.instance)
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addSerializer(Scope.class, ToStringSerializer.instance)
                    .addSerializer(Period.class, ToStringSerializer.instance)
                    .addSerializer(written(Term.class, (term, json, provider) -> json.writeString(term.text())))
                    .addSerializer(written(
                            Set.class, (set, json, provider) -> provider.defaultSerializeValue(sorted(set), json)))
                    .addKeySerializer(
                            Term.class,
                            written(Term.class, (term, json, provider) -> json.writeFieldName(term.text()))))
            .addModule(WireForms.module())
            .build();

    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private Json() {}

    /** How values of a type are written. */
    @FunctionalInterface
    private interface Form<T> {
        void write(T value, JsonGenerator json, SerializerProvider provider) throws IOException;
    }

    private static <T> StdSerializer<T> written(Class<T> type, Form<T> form) {
        return new StdSerializer<>(type) {
            @Override
            public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
                form.write(value, json, provider);
            }
        };
    }

    /** A set has no order, and equal answers are equal bytes. */
    private static List<?> sorted(Set<?> set) {
        return set.stream().sorted().toList();
    }

    /**
     * Tells how values of a type are written.
     *
     * @param to is told
     */
    public static void describe(JavaType type, JsonFormatVisitorWrapper to) {
        try {
            MAPPER.acceptJsonFormatVisitor(type, to);
        } catch (JsonMappingException e) {
            throw new IllegalStateException("cannot be described as JSON: " + type, e);
        }
    }

    /**
     * A type as JSON knows it.
     *
     * @param arguments what its type parameters are
     */
    public static JavaType type(Class<?> type, Class<?>... arguments) {
        return arguments.length == 0
                ? MAPPER.constructType(type)
                : MAPPER.getTypeFactory().constructParametricType(type, arguments);
    }

    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as JSON: " + value.getClass(), e);
        }
    }

    /** The fields of a value as its JSON has them: texts, numbers, lists and maps of them; what is null stays null. */
    public static Map<String, Object> fields(Object value) {
        try {
            return MAPPER.readValue(bytes(value), FIELDS);
        } catch (IOException e) {
            throw new IllegalStateException("is no JSON object: " + value.getClass(), e);
        }
    }

    /**
     * Writes values one after the other. Flushing it hands everything to the writer and leaves that one's flushing, and its
     * closing, to the caller.
     */
    public static JsonGenerator generator(Writer out) {
        try {
            return leavingTheRest(MAPPER.createGenerator(out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same to a stream, in UTF-8. */
    public static JsonGenerator generator(OutputStream out) {
        try {
            return leavingTheRest(MAPPER.createGenerator(out, JsonEncoding.UTF8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonGenerator leavingTheRest(JsonGenerator json) {
        return json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .setRootValueSeparator(null);
    }

    /**
     * JSON as a value. Every field that is given must be known; those that are absent are null.
     *
     * @throws BadQuestion saying where in the body what is wrong; its parameter is the path of the field, or {@code body}
     */
    public static <T> T read(byte @Nullable [] json, Class<T> type) {
        try {
            T value = MAPPER.readValue(json, type);
            if (value == null) {
                throw new BadQuestion("body", "body must be a JSON object, was null");
            }
            return value;
        } catch (UnrecognizedPropertyException e) {
            throw new BadQuestion(
                    path(e), "%s is not known here; known are %s".formatted(path(e), e.getKnownPropertyIds()));
        } catch (MismatchedInputException e) {
            throw new BadQuestion(path(e), "%s must be %s%s".formatted(path(e), shape(e.getTargetType()), place(e)));
        } catch (JsonMappingException e) {
            throw new BadQuestion(path(e), "%s: %s%s".formatted(path(e), e.getOriginalMessage(), place(e)));
        } catch (JsonProcessingException e) {
            // Where a place is told within, it says of what that it is not shown.
            String message = e.getOriginalMessage().replaceAll("\\[Source: REDACTED[^;]*; ", "[");
            throw new BadQuestion("body", "body cannot be read as JSON: %s%s".formatted(message, place(e)));
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory failed", e);
        }
    }

    /** What JSON has for a Java type. */
    private static String shape(Class<?> type) {
        if (type == null) {
            return "of another shape";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "text";
        }
        return type.isPrimitive() || Number.class.isAssignableFrom(type) ? "a number" : "an object";
    }

    /** {@code changes[3].tie}, or {@code body} for the whole. */
    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        e.getPath()
                .forEach(step -> path.append(
                        step.getFieldName() == null
                                ? "[" + step.getIndex() + "]"
                                : (path.isEmpty() ? "" : ".") + step.getFieldName()));
        return path.isEmpty() ? "body" : path.toString();
    }

    private static String place(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        return at == null ? "" : ", at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
    }
}

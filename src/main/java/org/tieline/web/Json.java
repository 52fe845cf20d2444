package org.tieline.web;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import org.tieline.model.PartialDate;
import org.tieline.model.Scope;
import org.tieline.model.Term;

/** Values as JSON: dates in ISO 8601 as the source gave them, words of vocabularies as they are written, nothing left out. */
final class Json {
    static final String CONTENT = "application/json;charset=utf-8";
    static final String PROBLEM = "application/problem+json;charset=utf-8";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .addModule(new SimpleModule()
                    .addSerializer(PartialDate.class, ToStringSerializer.instance)
                    .addSerializer(LocalDate.class, ToStringSerializer.instance)
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addSerializer(Scope.class, ToStringSerializer.instance)
                    .addSerializer(new TermSerializer()))
            .build();

    private Json() {}

    private static final class TermSerializer extends StdSerializer<Term> {
        TermSerializer() {
            super(Term.class);
        }

        @Override
        public void serialize(Term term, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(term.text());
        }
    }

    static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as JSON: " + value.getClass(), e);
        }
    }

    static void answer(Context context, Object value) {
        context.contentType(CONTENT).result(bytes(value));
    }
}

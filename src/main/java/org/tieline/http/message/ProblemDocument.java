package org.tieline.http.message;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A problem document of RFC 9457.
 *
 * @param type where the kind of problem is explained
 * @param title the kind of problem in words
 * @param status the status of the response
 * @param detail what was wrong this time, and what would be right
 * @param instance the path that was asked for
 * @param members what a program may want to read besides
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "instance"})
public record ProblemDocument(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        @JsonAnyGetter Map<String, Object> members) {

    public static ProblemDocument of(ProblemType type, String detail, Map<String, Object> members) {
        return new ProblemDocument(type.address(), type.title(), type.status(), detail, null, members);
    }

    public static ProblemDocument of(ProblemType type, String detail) {
        return of(type, detail, Map.of());
    }

    /** A status that HTTP knows and this API has no more to say about. */
    public static ProblemDocument ofStatus(int status, String title, String detail) {
        return new ProblemDocument("about:blank", title, status, detail, null, Map.of());
    }

    /** The same for a path that was asked for. */
    public ProblemDocument at(@Nullable String path) {
        return new ProblemDocument(type, title, status, detail, path, members);
    }

    /** The same with one thing more that a program may want to read. */
    ProblemDocument with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new ProblemDocument(type, title, status, detail, instance, more);
    }
}

package org.tieline.web;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;

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
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        @JsonAnyGetter Map<String, Object> members) {

    static Problem of(ProblemType type, String detail, String instance, Map<String, Object> members) {
        return new Problem(type.address(), type.title(), type.status(), detail, instance, members);
    }

    static Problem of(ProblemType type, String detail, String instance) {
        return of(type, detail, instance, Map.of());
    }

    /** A status that HTTP knows and this API has no more to say about. */
    static Problem ofStatus(int status, String title, String detail, String instance) {
        return new Problem("about:blank", title, status, detail, instance, Map.of());
    }
}

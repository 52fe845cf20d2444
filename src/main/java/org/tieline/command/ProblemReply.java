package org.tieline.command;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tieline.model.TielineException.BadParts;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.model.TielineException.DatabaseUnavailable;
import org.tieline.model.TielineException.NotFound;
import org.tieline.model.TielineException.TooOld;

/** Turns the problem documents of the API back into the failures that they are made of. */
final class ProblemReply {
    private ProblemReply() {}

    /** An answer that says no more than its status, which the program cannot do anything about. */
    static final class Refused extends RuntimeException {
        Refused(String message) {
            super(message);
        }
    }

    /** What a problem document may have of use here; null or 0 if it has none. */
    private record Problem(
            @Nullable String detail,
            @Nullable String parameter,
            @Nullable List<BadParts.Part> problems,
            int total,
            @Nullable List<String> nearest,
            @Nullable String oldest) {
        static final Problem NONE = new Problem(null, null, null, 0, null, null);
    }

    /** @param body of the answer; a problem document of RFC 9457, or anything else */
    static RuntimeException failure(int status, byte[] body) {
        Problem problem = read(body);
        String detail = Objects.requireNonNullElse(problem.detail, "it answers with the status " + status);
        return switch (status) {
            case HttpURLConnection.HTTP_BAD_REQUEST, HttpURLConnection.HTTP_ENTITY_TOO_LARGE ->
                problem.problems != null
                        ? new BadParts(detail, problem.problems, problem.total)
                        : new BadQuestion(Objects.requireNonNullElse(problem.parameter, "body"), detail);
            case HttpURLConnection.HTTP_NOT_FOUND ->
                new NotFound(detail, Objects.requireNonNullElse(problem.nearest, List.of()));
            case HttpURLConnection.HTTP_GONE ->
                new TooOld(
                        Objects.requireNonNullElse(problem.parameter, "body"),
                        detail,
                        Objects.requireNonNullElse(problem.oldest, ""));
            case HttpURLConnection.HTTP_UNAVAILABLE -> new DatabaseUnavailable(detail, null);
            default -> new Refused(detail);
        };
    }

    /** Whatever is no such document, as of a proxy in between, tells nothing. */
    private static Problem read(byte[] body) {
        try {
            Problem problem = JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(body, Problem.class);
            return problem == null ? Problem.NONE : problem;
        } catch (IOException e) {
            return Problem.NONE;
        }
    }
}

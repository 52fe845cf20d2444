package org.tieline.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.ArrayList;
import java.util.List;
import org.tieline.model.TielineException.BadParts;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.model.TielineException.DatabaseUnavailable;
import org.tieline.model.TielineException.NotFound;

/** Turns the problem documents of the API back into the failures that they are made of. */
final class ProblemReply {
    private static final String DETAIL = "detail";

    private ProblemReply() {}

    /** An answer that says no more than its status, which the program cannot do anything about. */
    static final class Refused extends RuntimeException {
        Refused(String message) {
            super(message);
        }
    }

    /** @param body of the answer; a problem document of RFC 9457, or anything else */
    static RuntimeException failure(int status, byte[] body) {
        JsonNode problem = read(body);
        String detail = problem.path(DETAIL).asText("it answers with the status " + status);
        return switch (status) {
            case HttpURLConnection.HTTP_BAD_REQUEST, HttpURLConnection.HTTP_ENTITY_TOO_LARGE ->
                problem.has("problems")
                        ? new BadParts(
                                detail, parts(problem), problem.path("total").asInt())
                        : new BadQuestion(problem.path("parameter").asText("body"), detail);
            case HttpURLConnection.HTTP_NOT_FOUND -> new NotFound(detail, texts(problem.path("nearest")));
            case HttpURLConnection.HTTP_UNAVAILABLE -> new DatabaseUnavailable(detail, null);
            default -> new Refused(detail);
        };
    }

    private static JsonNode read(byte[] body) {
        ObjectMapper mapper = new ObjectMapper();
        try {
            return mapper.readTree(body);
        } catch (IOException e) {
            return mapper.createObjectNode();
        }
    }

    private static List<BadParts.Part> parts(JsonNode problem) {
        List<BadParts.Part> parts = new ArrayList<>();
        for (JsonNode part : problem.path("problems")) {
            parts.add(new BadParts.Part(
                    part.path("place").asText(), part.path("message").asText(), texts(part.path("nearest"))));
        }
        return parts;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}

package org.tieline.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * The examples of a page in Markdown: a fenced block {@code http} with a GET, then one {@code json} with a part of the
 * answer. An object shows some of its fields; a list all of its elements, or the first ones if it ends in {@code "…"}.
 */
public final class PageExamples {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String AND_MORE = "…";
    private static final Pattern REQUEST = Pattern.compile("(?m)^```http$");
    static final Pattern EXAMPLE = Pattern.compile("(?ms)^```http\\nGET (\\S+)\\n```\\n\\n```json\\n(.*?)^```$");

    private PageExamples() {}

    /** One example. */
    record Example(String request, JsonNode shown) {
        /** What the API answers that the page does not show so; empty if they agree. */
        List<String> differences(ApiClient api) {
            ApiClient.Reply reply = api.get(request);
            int status = shown.path("status").asInt(200);
            if (reply.status() != status) {
                return List.of("status: shown %d, answered %d %s".formatted(status, reply.status(), reply.body()));
            }
            return PageExamples.differences(shown, reply.body());
        }

        @Override
        public String toString() {
            return request;
        }
    }

    public static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws AssertionError if a request has no answer, or one that says nothing */
    static List<Example> of(String text) {
        List<Example> examples = new ArrayList<>();
        Matcher matcher = EXAMPLE.matcher(text);
        while (matcher.find()) {
            Example example = new Example(matcher.group(1), json(matcher.group(2)));
            if (example.shown().isEmpty()) {
                throw new AssertionError(example + " shows nothing of its answer");
            }
            examples.add(example);
        }
        long requests = REQUEST.matcher(text).results().count();
        if (requests != examples.size()) {
            throw new AssertionError(
                    "%d of %d requests have no answer beside them".formatted(requests - examples.size(), requests));
        }
        return examples;
    }

    public static List<String> differences(JsonNode shown, JsonNode answered) {
        List<String> differences = new ArrayList<>();
        compare("", shown, answered, differences);
        return differences;
    }

    private static void compare(String at, JsonNode shown, JsonNode answered, List<String> differences) {
        if (shown.isObject() && answered.isObject()) {
            shown.properties().forEach(field -> {
                String name = at + "/" + field.getKey();
                if (answered.has(field.getKey())) {
                    compare(name, field.getValue(), answered.get(field.getKey()), differences);
                } else {
                    differences.add(name + ": the answer has no such field");
                }
            });
        } else if (shown.isArray() && answered.isArray()) {
            List<JsonNode> elements =
                    StreamSupport.stream(shown.spliterator(), false).toList();
            boolean more =
                    !elements.isEmpty() && AND_MORE.equals(elements.getLast().textValue());
            int count = more ? elements.size() - 1 : elements.size();
            if (more ? answered.size() <= count : answered.size() != count) {
                differences.add(
                        "%s: shown %d elements%s, answered %s".formatted(at, count, more ? " and more" : "", answered));
                return;
            }
            for (int i = 0; i < count; i++) {
                compare(at + "/" + i, elements.get(i), answered.get(i), differences);
            }
        } else if (!same(shown, answered)) {
            differences.add("%s: shown %s, answered %s".formatted(at, shown, answered));
        }
    }

    private static boolean same(JsonNode shown, JsonNode answered) {
        if (shown.isNumber() && answered.isNumber()) {
            return shown.decimalValue().compareTo(answered.decimalValue()) == 0;
        }
        return shown.equals(answered);
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + text, e);
        }
    }
}

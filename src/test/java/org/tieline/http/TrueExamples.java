package org.tieline.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/** Sets the answers of a server into examples, each in the shape that it has. An example that is true stays as it is. */
final class TrueExamples {
    private static final String AND_MORE = "…";

    private final ShippedApi shipped;
    private final ApiClient api;

    TrueExamples(ShippedApi shipped) {
        this.shipped = shipped;
        api = shipped.client();
    }

    /** A page in Markdown with examples as {@link PageExamples} has them. */
    String page(String text) {
        Matcher matcher = PageExamples.EXAMPLE.matcher(text);
        return matcher.replaceAll(found -> {
            PageExamples.Example example = new PageExamples.Example(found.group(1), PageExamples.json(found.group(2)));
            if (example.differences(api).isEmpty()) {
                return Matcher.quoteReplacement(found.group());
            }
            JsonNode shown = shownOf(example.shown(), api.get(example.request()).body());
            return Matcher.quoteReplacement(found.group().replace(found.group(2), CompactJson.of(shown, 0) + "\n"));
        });
    }

    /** Of an answer what an example shows of it. */
    private static JsonNode shownOf(JsonNode shown, JsonNode answered) {
        if (shown.isObject() && answered.isObject()) {
            ObjectNode some = ((ObjectNode) shown).objectNode();
            shown.properties().stream()
                    .filter(field -> answered.has(field.getKey()))
                    .forEach(
                            field -> some.set(field.getKey(), shownOf(field.getValue(), answered.get(field.getKey()))));
            return some;
        }
        if (shown.isArray() && answered.isArray() && !shown.isEmpty()) {
            ArrayNode some = ((ArrayNode) shown).arrayNode();
            boolean more = AND_MORE.equals(shown.get(shown.size() - 1).textValue());
            int most = Math.max(1, more ? shown.size() - 1 : shown.size());
            for (int i = 0; i < Math.min(most, answered.size()); i++) {
                some.add(i < shown.size() ? shownOf(shown.get(i), answered.get(i)) : answered.get(i));
            }
            if (some.size() < answered.size()) {
                some.add(AND_MORE);
            }
            return some;
        }
        return answered;
    }

    /**
     * Sets the answers of a contract's examples: those that are shown already where they are true, else those of the server.
     *
     * @param made whose examples show nothing yet
     * @param shown what shows them already
     */
    void show(ObjectNode made, Contract shown) {
        Map<List<String>, JsonNode> before = new HashMap<>();
        examples(shown)
                .forEach(question ->
                        before.put(asked(question), question.example().get("value")));
        examples(new Contract(made)).forEach(question -> {
            ObjectNode example = (ObjectNode) question.example();
            example.set("value", before.get(asked(question)));
            HttpResponse<String> answer = question.ask(shipped);
            if (example.get("value").isNull() || isFalse(example, answer)) {
                example.set("value", valueOf(example, answer));
            }
        });
    }

    private static List<ContractQuestion> examples(Contract contract) {
        return contract.operations().values().stream()
                .flatMap(operation -> ContractQuestion.examples(contract, operation).stream())
                .toList();
    }

    private static List<String> asked(ContractQuestion question) {
        return List.of(question.toString(), String.valueOf(question.body()));
    }

    private static boolean isFalse(JsonNode example, HttpResponse<String> answer) {
        return !ContractAnswers.differences(example, ContractAnswers.type(answer), answer.body())
                .isEmpty();
    }

    private static JsonNode valueOf(JsonNode example, HttpResponse<String> answer) {
        return ContractAnswers.type(answer).endsWith("json")
                ? kept(
                        "",
                        example.get("value"),
                        ContractAnswers.json(answer.body()),
                        ApiClient.texts(example.path("x-varies")),
                        ApiClient.texts(example.path("x-first")))
                : TextNode.valueOf(answer.body().replace("\r\n", "\n"));
    }

    /** An answer with what varies as it was shown, and lists as long as they were shown where they are only begun. */
    private static JsonNode kept(
            String at, JsonNode shown, JsonNode answered, List<String> varying, List<String> beginning) {
        if (ContractAnswers.isAmong(varying, at) && shown != null && shown.isNull() == answered.isNull()) {
            return shown;
        }
        if (answered.isObject()) {
            ObjectNode all = ((ObjectNode) answered).objectNode();
            answered.properties()
                    .forEach(field -> all.set(
                            field.getKey(),
                            kept(
                                    at + "/" + field.getKey(),
                                    shown == null ? null : shown.get(field.getKey()),
                                    field.getValue(),
                                    varying,
                                    beginning)));
            return all;
        }
        if (answered.isArray()) {
            ArrayNode some = ((ArrayNode) answered).arrayNode();
            int most = ContractAnswers.isAmong(beginning, at)
                    ? Math.max(1, Math.min(shown == null ? 1 : shown.size(), answered.size() - 1))
                    : answered.size();
            for (int i = 0; i < Math.min(most, answered.size()); i++) {
                JsonNode element = shown == null ? null : shown.get(i);
                some.add(kept(at + "/" + i, element, answered.get(i), varying, beginning));
            }
            return some;
        }
        return answered;
    }
}

package org.tieline.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.tieline.http.Contract.Operation;

/**
 * A request that the contract gives: of an example, of the rest of an operation's {@code x-tour}, or made of the examples of
 * its parameters.
 *
 * @param operation the operation that answers it
 * @param target path and query
 * @param body null for none
 * @param status the status that the answer is said to have
 * @param example the example of the answer; null if there is none
 * @param key the name of the key of {@link KeyedApi} with which it is asked; null for none
 */
record ContractQuestion(
        Operation operation,
        String target,
        Map<String, String> headers,
        String body,
        int status,
        JsonNode example,
        String key) {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String NO_KEY = "none";
    private static final String OF_OTHER_METHODS = "405";
    private static final Pattern BEYOND_ASCII = Pattern.compile("[^\\x21-\\x7e]");

    HttpResponse<String> ask(ApiClient api) {
        return api.exchange(operation.method(), target, headers, body);
    }

    /** With its key, where it needs one. */
    HttpResponse<String> ask(ShippedApi shipped) {
        return key == null ? ask(shipped.client()) : shipped.keyed().ask(this);
    }

    ContractQuestion withHeader(String name, String value) {
        return with(status, name, value);
    }

    ContractQuestion withBody(String other) {
        return new ContractQuestion(operation, target, headers, other, status, null, key);
    }

    /** The same with one more parameter. */
    ContractQuestion with(String name, String value) {
        return new ContractQuestion(operation, with(target, name, value), headers, body, status, null, key);
    }

    /** All that is to be asked of an operation. */
    static List<ContractQuestion> of(Contract contract, Operation operation) {
        List<ContractQuestion> questions = new ArrayList<>(examples(contract, operation));
        operation.node().path("x-tour").forEach(tour -> questions.add(tour(contract, operation, tour)));
        questions.addAll(parameters(operation));
        questions.addAll(forms(operation));
        if (operation.responses().containsKey("304")) {
            questions.add(least(operation).with(304, "If-None-Match", "*"));
        }
        if (operation.responses().containsKey("406")) {
            questions.add(least(operation).with(406, "Accept", "image/png"));
        }
        return questions;
    }

    /** One question for each form of an answer that has several by {@code Accept}. */
    private static List<ContractQuestion> forms(Operation operation) {
        return operation.responses().containsKey("406")
                ? operation.responses().get("200").path("content").properties().stream()
                        .map(content -> least(operation).with(200, "Accept", content.getKey()))
                        .toList()
                : List.of();
    }

    /** The same with the other parameters without which one cannot be asked. */
    ContractQuestion withOthersOf(JsonNode parameter) {
        ContractQuestion question = this;
        for (JsonNode other : parameter.path("x-with")) {
            String name = other.textValue();
            question = question.with(name, text(example(parameter(operation, name))));
        }
        return question;
    }

    /** The same with one more header, which makes the status another. */
    private ContractQuestion with(int other, String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new ContractQuestion(operation, target, more, body, other, null, key);
    }

    /** Whether the answer is of a type that is not the only one that was welcome. */
    boolean isAnsweredOtherwise(String type) {
        String accepted = headers.get("Accept");
        return status == 200
                && accepted != null
                && !operation.content(200, accepted).isMissingNode()
                && !accepted.equals(type);
    }

    /** Those whose answer is shown. */
    static List<ContractQuestion> examples(Contract contract, Operation operation) {
        List<ContractQuestion> questions = new ArrayList<>();
        Map<String, JsonNode> responses = operation.responses();
        responses.remove(OF_OTHER_METHODS);
        responses.forEach(
                (status, response) -> response.path("content").properties().forEach(content -> content.getValue()
                        .path("examples")
                        .forEach(example ->
                                questions.add(example(contract, operation, status, content.getKey(), example)))));
        return questions.stream()
                .filter(question -> question.operation.equals(operation))
                .toList();
    }

    /** A response that several operations share has an example of one of them. */
    private static ContractQuestion example(
            Contract contract, Operation operation, String status, String type, JsonNode example) {
        String[] request = example.get("summary").textValue().split(" ", 2);
        Operation asked = contract.answering(request[0], request[1])
                .orElseThrow(() -> new AssertionError("nothing answers %s".formatted(example.get("summary"))));
        String accepted = status.equals("200") ? type : "application/json, " + type;
        Map<String, String> headers = new LinkedHashMap<>(Map.of("Accept", accepted));
        String body = body(operation, example, headers);
        return new ContractQuestion(
                asked, encoded(request[1]), headers, body, Integer.parseInt(status), example, key(asked, example));
    }

    private static ContractQuestion tour(Contract contract, Operation operation, JsonNode tour) {
        String[] request = tour.get("ask").textValue().split(" ", 2);
        if (contract.answering(request[0], request[1]).filter(operation::equals).isEmpty()) {
            throw new AssertionError("%s is no request of %s".formatted(tour.get("ask"), operation));
        }
        Map<String, String> headers = new LinkedHashMap<>();
        if (tour.has("accept")) {
            headers.put("Accept", tour.get("accept").textValue());
        }
        String body = body(operation, tour, headers);
        return new ContractQuestion(
                operation,
                encoded(request[1]),
                headers,
                body,
                tour.get("status").intValue(),
                null,
                key(operation, tour));
    }

    /** What is asked tells its {@code x-key}, which may be {@code none}, else its operation does. */
    private static String key(Operation operation, JsonNode asked) {
        String key = asked.path("x-key").asText(operation.node().path("x-key").asText(NO_KEY));
        return key.equals(NO_KEY) ? null : key;
    }

    private static String body(Operation operation, JsonNode asked, Map<String, String> headers) {
        if (asked.has("content")) {
            headers.put("Content-Type", asked.get("type").textValue());
            return asked.get("content").textValue();
        }
        if (!asked.has("x-body")) {
            return null;
        }
        Map.Entry<String, JsonNode> body = operation.body(asked.get("x-body").textValue());
        headers.put("Content-Type", body.getKey());
        return sent(body.getKey(), body.getValue());
    }

    /** A body as it is sent: a text as it is, the fields of a form with their values as JSON, anything else as JSON. */
    private static String sent(String type, JsonNode value) {
        if (value.isTextual()) {
            return value.textValue();
        }
        return type.equals(FORM)
                ? value.properties().stream()
                        .map(field -> field.getKey() + "="
                                + URLEncoder.encode(field.getValue().toString(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))
                : value.toString();
    }

    /** One question for each parameter, with those that must be given. */
    private static List<ContractQuestion> parameters(Operation operation) {
        List<ContractQuestion> questions = new ArrayList<>();
        for (JsonNode parameter : operation.parameters("query")) {
            ContractQuestion least = least(operation);
            ContractQuestion question = least;
            if (!parameter.path("required").booleanValue()) {
                question = question.with(parameter.get("name").textValue(), text(example(parameter)));
            }
            questions.add(question.withOthersOf(parameter));
        }
        return questions;
    }

    /** What must be given and nothing else, with the first body that is shown. */
    static ContractQuestion least(Operation operation) {
        String path = operation.path();
        for (JsonNode parameter : operation.parameters("path")) {
            path = path.replace("{" + parameter.get("name").textValue() + "}", text(example(parameter)));
        }
        Map<String, String> headers = new LinkedHashMap<>();
        String body = null;
        JsonNode contents = operation.node().at("/requestBody/content");
        if (!contents.isEmpty()) {
            Map.Entry<String, JsonNode> content =
                    contents.properties().iterator().next();
            headers.put("Content-Type", content.getKey());
            body = sent(
                    content.getKey(),
                    content.getValue().get("examples").iterator().next().get("value"));
        }
        ContractQuestion least =
                new ContractQuestion(operation, path, headers, body, 200, null, key(operation, operation.node()));
        for (JsonNode parameter : operation.parameters("query")) {
            if (parameter.path("required").booleanValue()) {
                least = least.with(parameter.get("name").textValue(), text(example(parameter)));
            }
        }
        return least;
    }

    private static JsonNode parameter(Operation operation, String name) {
        return operation.parameters("query").stream()
                .filter(parameter -> parameter.get("name").textValue().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("%s has no parameter %s".formatted(operation, name)));
    }

    /** One that must be given has its example beside its schema, where forms take it from; others have it in the schema. */
    static JsonNode example(JsonNode parameter) {
        return parameter.path("required").booleanValue()
                ? parameter.path("example")
                : parameter.at("/schema/examples/0");
    }

    /** A value as a query has it: a list by commas. */
    static String text(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(","))
                : value.asText();
    }

    private static String with(String target, String name, String value) {
        return target + (target.contains("?") ? "&" : "?") + name + "="
                + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** As a client would send what people read. */
    private static String encoded(String target) {
        return BEYOND_ASCII
                .matcher(target)
                .replaceAll(match -> URLEncoder.encode(match.group(), StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "%s %s%s".formatted(operation.method(), target, headers.isEmpty() ? "" : " " + headers);
    }
}

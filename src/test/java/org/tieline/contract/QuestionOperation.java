package org.tieline.contract;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.Function;
import org.tieline.http.message.FeedForm;
import org.tieline.question.AnswerForm;
import org.tieline.question.Question;
import org.tieline.question.Question.AnswerShape;
import org.tieline.question.parameter.Parameter;
import org.tieline.question.registry.Questions;

/** What the questions of one address declare of its operation. */
final class QuestionOperation {
    /** The place of operations of which the frame says nothing. */
    static final String OTHER_TAG = "Other";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String AN_ID = "ID";

    private final String address;
    private final Questions questions;

    QuestionOperation(String address, Questions questions) {
        this.address = address;
        // What is meant unless a parameter chooses another comes first.
        this.questions = new Questions(questions.all().stream()
                .sorted(Comparator.comparing(question -> question.choice().isPresent()))
                .toList());
    }

    String method() {
        return isPosted() ? "post" : "get";
    }

    private boolean isFed() {
        return questions.all().stream().anyMatch(Question::isFed);
    }

    private boolean isPosted() {
        return questions.all().getFirst().posted();
    }

    /**
     * What it is where the frame says nothing of it: its only example is asked with what must be given and no more; what is
     * refused is asked too.
     *
     * @param parameters as {@link #parameters} has them
     */
    ObjectNode plain(ArrayNode parameters) {
        Question first = questions.all().getFirst();
        ObjectNode operation = JSON.createObjectNode().put("operationId", first.name());
        operation.putArray("tags").add(OTHER_TAG);
        operation.put("summary", first.sentence().replaceFirst("\\.$", ""));
        ObjectNode example = operation
                .putObject("responses")
                .putObject("200")
                .put("description", "what was found")
                .putObject("content")
                .putObject("application/json")
                .putObject("examples")
                .putObject("least");
        String least = least(parameters);
        example.put("summary", least);
        example.putArray("x-varies").add("/searched/snapshot");
        String more = least + (least.contains("?") ? "&" : "?");
        ArrayNode tour = operation.putArray("x-tour");
        tour.addObject().put("ask", more + "no-such-parameter=1").put("status", 400);
        questions.parameters().stream()
                .filter(parameter -> isId(parameter) && !parameter.isRequired())
                .findFirst()
                .ifPresent(parameter -> tour.addObject()
                        .put("ask", more + parameter + "=no-such-id")
                        .put("status", 404));
        return operation;
    }

    private String least(ArrayNode parameters) {
        String target = address;
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        for (JsonNode parameter : parameters) {
            String name = parameter.path("name").asText();
            String value = parameter.path("example").asText();
            if (parameter.path("in").asText().equals("path")) {
                target = target.replace("{" + name + "}", value);
            } else if (parameter.path("required").asBoolean()) {
                query.add(name + "=" + value);
            }
        }
        return "GET " + target + query;
    }

    /** @param besides what the operation adds to its parameters, by name */
    ArrayNode parameters(ContractParameters made, JsonNode besides) {
        return made.of(
                questions.parameters(),
                Question.placesOf(address),
                this::isRequired,
                isFed() ? "feedFormat" : "format",
                besides);
    }

    private boolean isRequired(Parameter<?> parameter) {
        return questions.all().stream().allMatch(question -> question.parameters()
                .named(parameter.name())
                .filter(Parameter::isRequired)
                .isPresent());
    }

    /**
     * What is answered, by status; but for what refuses any request.
     *
     * @param schemas takes those of the answers
     */
    ObjectNode responses(AnswerSchemas schemas) {
        ObjectNode responses = JSON.createObjectNode();
        ObjectNode found = responses.putObject("200");
        ObjectNode headers = found.putObject("headers");
        if (!isPosted()) {
            refer(headers, "ETag", "headers/ETag");
            refer(headers, "Link", "headers/Link");
        }
        refer(headers, "Tieline-Snapshot", "headers/Snapshot");
        refer(headers, "Tieline-Notice", "headers/Notice");
        refer(headers, "Tieline-Total", "headers/Total");
        ObjectNode content = found.putObject("content");
        for (AnswerForm form : AnswerForm.values()) {
            // Its type is that of the other CSV.
            if (form != AnswerForm.MARKED_CSV) {
                form.types().forEach(type -> content(content.putObject(type), form, schemas));
            }
        }
        if (isFed()) {
            for (FeedForm form : FeedForm.values()) {
                ObjectNode feed = content.putObject(form.type());
                feed.putObject("schema").put("type", form == FeedForm.ATOM ? "string" : "object");
            }
        }
        refusals().forEach((status, name) -> refer(responses, status, "responses/" + name));
        return responses;
    }

    private void content(ObjectNode content, AnswerForm form, AnswerSchemas schemas) {
        if (form == AnswerForm.JSON) {
            content.set("schema", either(AnswerShape::whole, schemas));
            return;
        }
        content.putObject("schema").put("type", "string");
        if (form == AnswerForm.LINES) {
            content.set("x-item-schema", either(AnswerShape::result, schemas));
        }
        List<String> columns = shape(questions.all().getFirst()).columns();
        if (form == AnswerForm.CSV && questions.all().size() == 1 && !columns.isEmpty()) {
            columns.forEach(content.putArray("x-columns")::add);
        }
        if (!isPosted()) {
            content.putArray("x-headers").add("Link");
        }
    }

    /** What one of the questions is answered with. */
    private JsonNode either(Function<AnswerShape, JavaType> part, AnswerSchemas schemas) {
        List<ObjectNode> choices = questions.all().stream()
                .map(question -> schemas.of(part.apply(shape(question)), question.parameters()))
                .distinct()
                .toList();
        if (choices.size() == 1) {
            return choices.getFirst();
        }
        ObjectNode either = JSON.createObjectNode();
        choices.forEach(either.putArray("anyOf")::add);
        return either;
    }

    private static AnswerShape shape(Question question) {
        if (question.shape() == null) {
            throw new AssertionError("%s must say what it is answering".formatted(question.name()));
        }
        return question.shape();
    }

    private Map<String, String> refusals() {
        Map<String, String> refusals =
                new TreeMap<>(Map.of("400", "BadQuestion", "406", "NotAcceptable", "503", "Unavailable"));
        if (isPosted()) {
            refusals.put("413", "TooLarge");
            refusals.put("415", "UnsupportedMediaType");
        } else {
            refusals.put("304", "NotModified");
        }
        List<String> places = Question.placesOf(address);
        if (!places.isEmpty() || questions.parameters().stream().anyMatch(QuestionOperation::isId)) {
            refusals.put("404", "UnknownId");
        }
        if (isFed()) {
            refusals.put("410", "TooOld");
        }
        if (questions.parameters().stream()
                .anyMatch(parameter -> places.contains(parameter.name()) && isId(parameter))) {
            refusals.put("308", "Moved");
        }
        return refusals;
    }

    private static boolean isId(Parameter<?> parameter) {
        return parameter.type().label().equals(AN_ID);
    }

    private static void refer(ObjectNode to, String name, String component) {
        to.putObject(name).put("$ref", "#/components/" + component);
    }
}

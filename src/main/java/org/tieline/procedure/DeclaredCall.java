package org.tieline.procedure;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.procedure.TerminationGuard;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.question.Answer;
import org.tieline.question.Json;
import org.tieline.question.Question;
import org.tieline.question.Snapshot;
import org.tieline.question.parameter.Given;
import org.tieline.question.parameter.Reading;
import org.tieline.question.registry.Questions;

/**
 * A call that asks one of some questions by its name, as it is declared.
 *
 * @param questions those that can be asked
 * @param database which is asked
 * @param termination ends the call at its next row when the transaction ended
 */
record DeclaredCall(Questions questions, GraphDatabaseService database, TerminationGuard termination) {

    /**
     * Asks.
     *
     * @param options by the names of the question's parameters
     * @param body what the API is posted
     * @throws Failure with the words of the API
     */
    Stream<AnswerRow> ask(String name, Map<String, Object> options, @Nullable Map<String, Object> body) {
        return Failure.telling(() -> {
            Given given = Given.of(options);
            Question question = named(name).meant(given);
            if (question.posted() == (body == null)) {
                throw new BadQuestion(
                        "body", question.posted() ? "body must be given: a map" : "body must be left out here");
            }
            Snapshot snapshot = SharedSnapshots.of(database).fresh();
            Reading reading = snapshot.reading(LocalDate.now(ZoneOffset.UTC));
            byte[] posted = body == null ? null : Json.bytes(Objects.requireNonNull(plain(body)));
            Answer<?> answer = question.understand(given, posted, reading).in(snapshot);
            return answer.results().stream().map(result -> row(result, answer.total()));
        });
    }

    private Questions named(String name) {
        Map<String, Questions> byName = questions.byName();
        if (!byName.containsKey(name)) {
            throw new BadQuestion("question", "question must be one of %s, was %s".formatted(byName.keySet(), name));
        }
        return byName.get(name);
    }

    private AnswerRow row(Object result, @Nullable Long total) {
        termination.check();
        return new AnswerRow(Json.fields(result), total);
    }

    /** A value of Cypher as JSON can have it. */
    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text;
            case Number number -> number;
            case Boolean flag -> flag;
            case Temporal date -> date.toString();
            case List<?> list -> {
                List<Object> elements = new ArrayList<>();
                list.forEach(element -> elements.add(plain(element)));
                yield elements;
            }
            case Map<?, ?> map -> {
                Map<Object, Object> fields = new LinkedHashMap<>();
                map.forEach((name, field) -> fields.put(name, plain(field)));
                yield fields;
            }
            default ->
                throw new BadQuestion(
                        "body", "body must hold texts, numbers, dates, lists and maps alone, nodes by their id");
        };
    }
}

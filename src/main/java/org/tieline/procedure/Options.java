package org.tieline.procedure;

import java.math.BigDecimal;
import java.time.temporal.Temporal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Entity;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.question.parameter.Given;

/** Arguments and options of a procedure, gathered as the parameters that the API takes. */
final class Options {
    private final Map<String, List<String>> given = new HashMap<>();

    /** @throws BadQuestion if an option has a value that is no parameter */
    Options(Map<String, Object> options) {
        options.forEach((name, value) -> {
            if (value != null) {
                given.put(name, texts(name, value));
            }
        });
    }

    /**
     * Adds an argument under the name that the API has for it; null for one that was left out.
     *
     * @throws BadQuestion if it was given as an option too
     */
    Options argument(String name, @Nullable Object value) {
        if (given.containsKey(name)) {
            throw new BadQuestion(name, "%s is an argument before the options, and no option".formatted(name));
        }
        if (value != null) {
            given.put(name, texts(name, value));
        }
        return this;
    }

    boolean has(String name) {
        return given.containsKey(name);
    }

    /** All of them, as a question reads them. */
    Given given() {
        return new Given(given);
    }

    /** An empty list is often a list of nothing found, and must not turn into everything. */
    private static List<String> texts(String name, Object value) {
        if (!(value instanceof List<?> list)) {
            return List.of(text(name, value));
        }
        if (list.isEmpty()) {
            throw new BadQuestion(
                    name, name + " must not be an empty list; null or leaving it out stands for its default");
        }
        return list.stream().map(element -> text(name, element)).toList();
    }

    private static String text(String name, Object value) {
        return switch (value) {
            case String text -> text;
            case Double number -> plain(number);
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            case Temporal date -> date.toString();
            case null -> throw bad(name, "a list with null in it");
            case Entity entity -> throw bad(name, "a node or relationship; give its id");
            case Map<?, ?> map -> throw bad(name, "a map");
            default -> throw bad(name, "something else");
        };
    }

    /** 20.0 and never 2.0E1, which is no number to the parameters; nor are the infinite ones. */
    private static String plain(double number) {
        return Double.isFinite(number) ? BigDecimal.valueOf(number).toPlainString() : Double.toString(number);
    }

    private static BadQuestion bad(String name, String was) {
        return new BadQuestion(
                name, "%s must be a text, number or date, or a list of these, was %s".formatted(name, was));
    }
}

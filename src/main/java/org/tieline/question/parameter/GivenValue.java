package org.tieline.question.parameter;

import java.math.BigDecimal;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tieline.model.TielineException.BadQuestion;

/** A value that a program gave of a parameter, as texts, which all doors read alike. */
final class GivenValue {
    private GivenValue() {}

    /** An empty list is often one of nothing found, and must not turn into everything. */
    static List<String> texts(String name, Object value) {
        if (!(value instanceof List<?> list)) {
            return List.of(text(name, value));
        }
        if (list.isEmpty()) {
            throw new BadQuestion(name, name + " must not be an empty list; leave it out to use its default");
        }
        return list.stream().map(element -> text(name, element)).toList();
    }

    private static String text(String name, @Nullable Object value) {
        return switch (value) {
            case String text -> text;
            case Double number when Double.isFinite(number) -> plain(BigDecimal.valueOf(number));
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            case Temporal date -> date.toString();
            case null -> throw bad(name, "a list with null in it");
            case List<?> list -> throw bad(name, "a list in a list");
            case Map<?, ?> map -> throw bad(name, "a map");
            default -> throw bad(name, "something else; of a node or relationship give the id");
        };
    }

    /** 20 for 20.0, as many programs know no whole numbers, and never 2.0E1, which is no number to the parameters. */
    private static String plain(BigDecimal number) {
        return (number.stripTrailingZeros().scale() <= 0 ? number.setScale(0) : number).toPlainString();
    }

    private static BadQuestion bad(String name, String was) {
        return new BadQuestion(
                name, "%s must be a text, number or date, or a list of these, was %s".formatted(name, was));
    }
}

package org.tieline.mcp;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.question.parameter.Given;

/** What an assistant gave of the parameters of a question, as texts, which all doors read alike. */
final class Arguments {
    private Arguments() {}

    /**
     * What was given. Null stands for nothing; an empty list is often one of nothing found, and must not turn into everything.
     *
     * @throws BadQuestion if a value can be that of no parameter
     */
    static Given given(Map<String, Object> arguments) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        arguments.forEach((name, value) -> {
            if (value != null) {
                given.put(name, texts(name, value));
            }
        });
        return new Given(given);
    }

    private static List<String> texts(String name, Object value) {
        if (!(value instanceof List<?> list)) {
            return List.of(text(name, value));
        }
        if (list.isEmpty()) {
            throw new BadQuestion(name, name + " must not be an empty list; leave it out to use its default");
        }
        return list.stream().map(element -> text(name, element)).toList();
    }

    private static String text(String name, Object value) {
        return switch (value) {
            case String text -> text;
            case Double number when Double.isFinite(number) -> plain(BigDecimal.valueOf(number));
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            case null, default ->
                throw new BadQuestion(name, "%s must be a text or a number, or a list of these".formatted(name));
        };
    }

    /** 20 for 20.0: many clients know no whole numbers. */
    private static String plain(BigDecimal number) {
        return (number.stripTrailingZeros().scale() <= 0 ? number.setScale(0) : number).toPlainString();
    }
}

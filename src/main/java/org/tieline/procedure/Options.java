package org.tieline.procedure;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.question.parameter.Given;

/** Arguments and options of a procedure, gathered as the parameters that the API takes. */
final class Options {
    private final Map<String, @Nullable Object> values;

    Options(Map<String, Object> options) {
        values = new HashMap<>(options);
    }

    /**
     * Adds an argument under the name that the API has for it; null for one that was left out.
     *
     * @throws BadQuestion if it was given as an option too
     */
    Options argument(String name, @Nullable Object value) {
        if (values.get(name) != null) {
            throw new BadQuestion(name, "%s is an argument before the options, and no option".formatted(name));
        }
        values.put(name, value);
        return this;
    }

    /**
     * All of them, as a question reads them.
     *
     * @throws BadQuestion if one has a value that is no parameter
     */
    Given given() {
        return Given.of(values);
    }
}

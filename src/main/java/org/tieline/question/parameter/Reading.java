package org.tieline.question.parameter;

import java.time.LocalDate;
import java.util.function.UnaryOperator;

/**
 * What reading a value may depend on.
 *
 * @param today the day that a question means which names none, the same for everybody everywhere (UTC)
 * @param currentId the id under which an organization is found today, for an id that it has or had
 */
public record Reading(LocalDate today, UnaryOperator<String> currentId) {
    /** For who has no snapshot yet: every id is taken for one of today. */
    public static Reading on(LocalDate today) {
        return new Reading(today, UnaryOperator.identity());
    }
}

package org.tieline.command;

import java.util.Locale;
import org.tieline.question.AnswerForm;

/** How answers are printed. */
enum Output {
    /** For people: a line each, and what was searched. */
    TABLE,

    /** For programs: the same as the API answers. */
    JSON,

    /** For spreadsheets: a line each. */
    CSV;

    /** What it is among the forms of answers. */
    AnswerForm form() {
        return switch (this) {
            case TABLE -> AnswerForm.TABLE;
            case JSON -> AnswerForm.JSON;
            case CSV -> AnswerForm.CSV;
        };
    }

    /** The media type that the API has for it. */
    String type() {
        return form().types().getFirst();
    }

    /** As it is typed, and as the parameter {@code format} of the API has it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

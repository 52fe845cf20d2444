package org.tieline.command;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    /** What to tell people beside rows that are not all, as rows tell nothing of it; empty where they are all, or another form. */
    Optional<String> beside(boolean hasNext, boolean isCut, @Nullable String total) {
        if (this != CSV || !hasNext && !isCut) {
            return Optional.empty();
        }
        return Optional.of(
                hasNext
                        ? "these rows are not all: there are %s results, and --limit and --offset choose others"
                                .formatted(total)
                        : "these rows are not all: a larger --limit may give more");
    }

    /** As it is typed, and as the parameter {@code format} of the API has it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

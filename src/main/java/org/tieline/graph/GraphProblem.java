package org.tieline.graph;

import org.jspecify.annotations.Nullable;
import org.tieline.model.InvalidValue;

/**
 * Something in the graph that was written badly: a property that is left out, or, where nothing stands without it, the whole.
 *
 * @param what the kind of thing: "organization", "tie", "ban", "source", "membership", "identifier", "subscribers",
 *     "country" or "dataset"
 * @param where its id; without one, where to find it, as in {@code huawei -SUPPLIES-> bt}
 * @param property the name of the property that is wrong; empty if no single one is
 * @param value what it was, as far as it is shown; null if it is not
 * @param remedy what would be right
 * @param message all of that in a sentence, and what is done about it
 */
public record GraphProblem(
        String what,
        String where,
        String property,
        @Nullable String value,
        String remedy,
        String message) {
    /** Somebody may keep a whole document in a property. */
    private static final int LONGEST = 200;

    /** Something that is no single property's fault. */
    public static GraphProblem of(String what, String where, String message) {
        return new GraphProblem(what, where, "", null, message, message);
    }

    /** @param instead what is done about it, as a part of a sentence */
    public static GraphProblem of(String what, String where, InvalidValue refusal, String instead) {
        return new GraphProblem(
                what,
                where,
                refusal.field(),
                refusal.value() == null ? null : shortened(refusal.value()),
                refusal.remedy(),
                "%s; %s".formatted(shortened(refusal.getMessage()), instead));
    }

    /** What keeps the whole from being taken. */
    public static GraphProblem ofWhole(String what, String where, InvalidValue refusal) {
        return of(what, where, refusal, "the %s is left out".formatted(what));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}

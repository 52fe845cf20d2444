package org.tieline.procedure;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.procedure.Description;

/** One result of a question. */
public record AnswerRow(
        @Description("The result, with the fields that the API has for it.")
        Map<String, Object> result,

        @Description("How many results there are in all; null if nobody counted them.") @Nullable
        Long total) {}

package org.tieline.question.scenarios;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tieline.model.TielineException.BadParts;

/**
 * A scenario as somebody wrote it: words, not yet understood.
 *
 * @param name what its author calls it; null if nothing
 * @param description what its author says of it; null if nothing
 * @param changes what is supposed, in order, each as fields with their values; null if the scenario does not say
 * @param question the parameters of the exposures that are asked for
 * @param wrong what could not even be read as fields with values
 */
public record ScenarioText(
        @Nullable String name,
        @Nullable String description,
        @Nullable List<Map<String, List<String>>> changes,
        Map<String, List<String>> question,
        List<BadParts.Part> wrong) {}

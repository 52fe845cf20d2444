package org.tieline.question.reconciliation;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tieline.model.InvalidValue;
import org.tieline.model.Term;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.question.parameter.Given;
import org.tieline.question.parameter.Parameter;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.parameter.Reading;
import org.tieline.question.parameter.Types;
import org.tieline.question.parameter.Values;
import org.tieline.question.screening.ScreeningQuestion;

/**
 * Properties of organizations that somebody wants beside their ids.
 *
 * @param ids of the organizations, each once, at most {@link #MOST_IDS}; there need not be one with each
 * @param wanted each property once
 */
public record ExtensionQuestion(Set<String> ids, List<Wanted> wanted) {
    public static final int MOST_IDS = 1_000;

    /** The most values of a property that can be had. */
    public static final int MOST_VALUES = 100;

    public static final int DEFAULT_LIMIT = 10;

    private static final Parameter<Integer> LIMIT = Parameter.of(
                    "limit", Types.whole(1, MOST_VALUES), "The most values of the property for each organization.")
            .orElse(DEFAULT_LIMIT);

    private static final Parameters SETTINGS = Parameters.of(LIMIT).and(ScreeningQuestion.PARAMETERS);

    /**
     * A property.
     *
     * @param on the day and all else that decides on its values; what does not concern it has no effect
     * @param limit the most values, 1 to {@link #MOST_VALUES}
     */
    public record Wanted(OrganizationProperty property, ScreeningQuestion on, int limit) {
        /**
         * @param today the day that {@code asOf} means when it is absent
         * @throws BadQuestion if there is no such property, or a setting is unknown or its value is
         */
        public static Wanted read(String property, Given settings, LocalDate today) {
            Values values = settings.read(SETTINGS, Reading.on(today));
            if (values.release() != null) {
                throw new BadQuestion("knownAt", "knownAt must be a day like 2018-12-08 here, was " + values.release());
            }
            return new Wanted(
                    known(property), ScreeningQuestion.of(values.as(ScreeningQuestion.PARAMETERS)), values.get(LIMIT));
        }

        private static OrganizationProperty known(String property) {
            try {
                return Term.parse(OrganizationProperty.class, property);
            } catch (InvalidValue e) {
                throw new BadQuestion(e.in("id"));
            }
        }
    }

    /** @throws BadQuestion if there are too many ids, or a property is wanted twice */
    public ExtensionQuestion {
        if (ids.size() > MOST_IDS) {
            throw new BadQuestion("ids", "ids may be %d at most, were %d".formatted(MOST_IDS, ids.size()));
        }
        Set<OrganizationProperty> seen = EnumSet.noneOf(OrganizationProperty.class);
        for (Wanted each : wanted) {
            if (!seen.add(each.property())) {
                throw new BadQuestion(
                        "properties",
                        "properties must name each once, %s was named twice"
                                .formatted(each.property().text()));
            }
        }
        ids = new LinkedHashSet<>(ids);
        wanted = List.copyOf(wanted);
    }
}

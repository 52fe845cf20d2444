package org.tieline.question.ownership;

import java.time.LocalDate;
import java.util.List;
import org.tieline.question.Answer;
import org.tieline.question.Question;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.parameter.SearchParameters;
import org.tieline.restriction.RuleProfiles;

/** Which ownership rules there are. */
public final class RulesQuestion {
    public static final Question DECLARED = Question.of(
                    "rules",
                    "Which ownership rules there are, and how they stood on a day.",
                    Parameters.of(SearchParameters.AS_OF),
                    values -> {
                        Rules rules = Rules.on(values.get(SearchParameters.AS_OF));
                        return snapshot -> Answer.of(rules, rules.results(), RuleOnDay.COLUMNS);
                    },
                    "/v1/ownership/rules")
            .answering(Rules.class, RuleOnDay.class, RuleOnDay.COLUMNS);

    private RulesQuestion() {}

    /** The rules as they stood on a day. */
    private record Rules(LocalDate asOf, List<RuleOnDay> results) {
        static Rules on(LocalDate asOf) {
            return new Rules(
                    asOf,
                    RuleProfiles.all().stream()
                            .map(profile -> RuleOnDay.of(profile, asOf))
                            .toList());
        }
    }
}

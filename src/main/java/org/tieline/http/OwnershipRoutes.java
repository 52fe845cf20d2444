package org.tieline.http;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import org.tieline.http.message.Answers;
import org.tieline.question.Answer;
import org.tieline.question.Snapshots;
import org.tieline.question.ownership.RuleOnDay;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.parameter.SearchParameters;
import org.tieline.restriction.RuleProfiles;

/** The rules of ownership. */
final class OwnershipRoutes {
    private static final Parameters PARAMETERS = Parameters.of(SearchParameters.AS_OF);

    private final Answers answers;

    OwnershipRoutes(Snapshots snapshots) {
        answers = Answers.ofSnapshot(snapshots);
    }

    /** The rules as they stood on a day. */
    record Rules(LocalDate asOf, List<RuleOnDay> results) {}

    void rules(Context context) {
        answers.list(context, asked -> {
            LocalDate asOf = asked.read(PARAMETERS).get(SearchParameters.AS_OF);
            Rules rules = new Rules(
                    asOf,
                    RuleProfiles.all().stream()
                            .map(profile -> RuleOnDay.of(profile, asOf))
                            .toList());
            return Answer.of(rules, rules.results(), RuleOnDay.COLUMNS);
        });
    }
}

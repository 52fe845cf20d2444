package org.tieline.handbook.later;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tieline.model.OrganizationKind;
import org.tieline.question.Answer;
import org.tieline.question.Columns;
import org.tieline.question.Echo;
import org.tieline.question.Question;
import org.tieline.question.Snapshot;
import org.tieline.question.parameter.Parameter;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.parameter.Types;
import org.tieline.question.parameter.Values;

/** How many organizations are of which kind. */
public final class KindQuestion {
    private static final Parameter<Set<OrganizationKind>> KIND = Parameter.of(
                    "kind", Types.words(OrganizationKind.class), "The kinds that are counted.")
            .orElse(EnumSet.allOf(OrganizationKind.class));

    private static final Parameter<Set<String>> COUNTRY =
            Parameter.of("country", Types.COUNTRIES, "Only organizations of these countries; of any if absent.");

    private static final Parameters PARAMETERS = Parameters.of(KIND, COUNTRY);

    public static final Question DECLARED = Question.of(
                    "kinds",
                    "How many organizations there are of a kind.",
                    PARAMETERS,
                    values -> snapshot -> answer(snapshot, values),
                    "/v1/kinds")
            .answering(Counts.class, Count.class, Count.COLUMNS);

    private KindQuestion() {}

    private record Counts(Echo<?> searched, List<Count> results) {}

    private record Count(OrganizationKind kind, long organizations) {
        static final Columns<Count> COLUMNS =
                Columns.<Count>none().and("kind", Count::kind).and("organizations", Count::organizations);
    }

    private static Answer<Count> answer(Snapshot snapshot, Values values) {
        Set<String> countries = values.get(COUNTRY);
        List<Count> counts = values.get(KIND).stream()
                .sorted()
                .map(kind -> count(snapshot, kind, countries))
                .toList();
        return Answer.of(new Counts(Echo.of(values), counts), counts, Count.COLUMNS);
    }

    private static Count count(Snapshot snapshot, OrganizationKind kind, Set<String> countries) {
        return new Count(
                kind,
                snapshot.organizations().values().stream()
                        .filter(organization -> organization.kind() == kind)
                        .filter(organization -> countries.isEmpty() || countries.contains(organization.country()))
                        .count());
    }
}

package org.tieline.handbook;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tieline.model.OrganizationKind;
import org.tieline.question.Answer;
import org.tieline.question.Columns;
import org.tieline.question.Parameter;
import org.tieline.question.Parameters;
import org.tieline.question.Question;
import org.tieline.question.Snapshot;
import org.tieline.question.Types;

/** How many organizations are of which kind. */
public final class KindQuestion {
    private static final Parameter<Set<OrganizationKind>> KIND = Parameter.of(
                    "kind", Types.words(OrganizationKind.class), "The kinds that are counted.")
            .orElse(EnumSet.allOf(OrganizationKind.class));

    public static final Question DECLARED = Question.of(
            "kinds",
            "How many organizations there are of a kind.",
            Parameters.of(KIND),
            values -> snapshot -> answer(snapshot, values.get(KIND)),
            "/v1/kinds");

    private KindQuestion() {}

    private record Counts(Searched searched, List<Count> results) {}

    private record Searched(List<OrganizationKind> kind) {}

    private record Count(OrganizationKind kind, long organizations) {
        static final Columns<Count> COLUMNS =
                Columns.<Count>none().and("kind", Count::kind).and("organizations", Count::organizations);

        static Count of(OrganizationKind kind, Snapshot snapshot) {
            return new Count(
                    kind,
                    snapshot.organizations().values().stream()
                            .filter(organization -> organization.kind() == kind)
                            .count());
        }
    }

    private static Answer<Count> answer(Snapshot snapshot, Set<OrganizationKind> kinds) {
        List<OrganizationKind> asked = kinds.stream().sorted().toList();
        List<Count> counts =
                asked.stream().map(kind -> Count.of(kind, snapshot)).toList();
        return Answer.of(new Counts(new Searched(asked), counts), counts, Count.COLUMNS);
    }
}

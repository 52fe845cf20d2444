package org.tieline.question.ownership;

import java.util.List;
import java.util.Objects;
import org.tieline.question.Answer;
import org.tieline.question.Question;
import org.tieline.question.Snapshot;
import org.tieline.question.ownership.CaughtAnswer.Caught;
import org.tieline.question.parameter.Parameter;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.parameter.Types;
import org.tieline.question.parameter.Values;

/**
 * Whether an organization counts as owned by listed ones.
 *
 * @param organization its id
 * @param basis the rule, and what counts
 */
public record OwnershipQuestion(String organization, OwnershipBasis basis) {
    public OwnershipQuestion {
        Objects.requireNonNull(organization, "organization");
        Objects.requireNonNull(basis, "basis");
    }

    private static final Parameter<String> ORGANIZATION = Parameter.of(
                    "organization", Types.ID, "The organization that is asked about; all that are caught if absent.")
            .required("the id of an organization, like hmn-tech");

    public static final Parameters PARAMETERS = Parameters.of(ORGANIZATION).and(OwnershipBasis.COMMON);

    private static final String ADDRESS = "/v1/organizations/{organization}/ownership";

    public static final Question DECLARED = Question.of(
                    "ownership",
                    "Who counts as owned by listed organizations under a rule, on a day.",
                    PARAMETERS,
                    values -> {
                        OwnershipQuestion question = of(values);
                        return question::answer;
                    },
                    ADDRESS)
            .chosenBy(ORGANIZATION)
            .answering(OwnershipAnswer.class, Caught.class, Caught.COLUMNS)
            .offering();

    public static OwnershipQuestion of(Values values) {
        return new OwnershipQuestion(values.get(ORGANIZATION), OwnershipBasis.of(values));
    }

    /** As a list, the steps of the cascade, with the organization that is asked about at the end. */
    private Answer<Caught> answer(Snapshot snapshot) {
        OwnershipAnswer answer = OwnershipInquiry.ask(snapshot, this);
        List<Caught> steps = answer.steps().results().stream()
                .map(step -> Caught.of(answer.searched().rule().force().on(step.ifInForce()), step, basis))
                .toList();
        return Answer.of(answer, steps, Caught.COLUMNS, answer.steps().total(), null)
                .told(() -> OwnershipText.of(answer, steps));
    }

    /** The address of the verdict on an organization, with every option that is not as by default, and its day. */
    public static String address(OwnershipBasis basis, String organization) {
        return basis.set(Values.usual(PARAMETERS))
                .with(ORGANIZATION, organization)
                .address(ADDRESS);
    }
}

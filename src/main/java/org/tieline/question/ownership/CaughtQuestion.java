package org.tieline.question.ownership;

import java.util.EnumSet;
import java.util.Set;
import org.tieline.question.Answer;
import org.tieline.question.Question;
import org.tieline.question.Snapshot;
import org.tieline.question.ownership.CaughtAnswer.Caught;
import org.tieline.question.parameter.PageParameters;
import org.tieline.question.parameter.Paging;
import org.tieline.question.parameter.Parameter;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.parameter.Types;
import org.tieline.question.parameter.Values;
import org.tieline.restriction.OwnershipVerdict;

/**
 * Which organizations count as owned by listed ones.
 *
 * @param basis the rule, and what counts
 * @param verdicts the only verdicts of interest; with {@code no}, organizations in which a listed or caught one holds a stake
 *     that does not suffice
 * @param page which part of the list
 */
public record CaughtQuestion(OwnershipBasis basis, Set<OwnershipVerdict> verdicts, Paging page) {
    private static final Set<OwnershipVerdict> ALL_BUT_NO = EnumSet.complementOf(EnumSet.of(OwnershipVerdict.NO));

    public CaughtQuestion {
        verdicts = Set.copyOf(verdicts);
    }

    private static final Parameter<Set<OwnershipVerdict>> VERDICT = Parameter.of(
                    "verdict", Types.words(OwnershipVerdict.class), "The only verdicts of interest.")
            .orElse(ALL_BUT_NO);

    public static final Parameters PARAMETERS =
            OwnershipBasis.COMMON.and(VERDICT).and(PageParameters.ALL);

    public static final Question DECLARED = Question.of(
                    "ownership",
                    "Who counts as owned by listed organizations under a rule, on a day.",
                    PARAMETERS,
                    values -> {
                        CaughtQuestion question = of(values);
                        return question::answer;
                    },
                    "/v1/ownership")
            .answering(CaughtAnswer.class, Caught.class, Caught.COLUMNS)
            .offering();

    /** Of the values of {@link #PARAMETERS}. */
    public static CaughtQuestion of(Values values) {
        return new CaughtQuestion(OwnershipBasis.of(values), values.get(VERDICT), PageParameters.page(values));
    }

    private Answer<Caught> answer(Snapshot snapshot) {
        CaughtAnswer answer = OwnershipInquiry.caught(snapshot, this);
        return Answer.of(answer, answer.results(), Caught.COLUMNS, answer.total(), page)
                .told(() -> OwnershipText.of(answer));
    }
}

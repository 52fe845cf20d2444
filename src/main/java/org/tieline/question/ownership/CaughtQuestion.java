package org.tieline.question.ownership;



import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.tieline.question.GivenParameters;
import org.tieline.question.Paging;
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

    /**
     * @param today the day that {@code asOf} means when it is absent
     * @throws org.tieline.model.TielineException.BadQuestion if a parameter is unknown or its value is, or there is no rule
     */
    public static CaughtQuestion read(GivenParameters parameters, LocalDate today) {
        OwnershipBasis basis = OwnershipBasis.read(parameters, today);
        Set<OwnershipVerdict> verdicts = parameters.terms("verdict", OwnershipVerdict.class);
        CaughtQuestion question =
                new CaughtQuestion(basis, verdicts.isEmpty() ? ALL_BUT_NO : verdicts, Paging.read(parameters));
        parameters.refuseOthers();
        return question;
    }
}

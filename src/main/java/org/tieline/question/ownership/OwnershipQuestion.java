package org.tieline.question.ownership;



import java.time.LocalDate;
import java.util.Objects;
import org.tieline.question.GivenParameters;


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

    /**
     * Reads all parameters of the question but the organization, which is a part of the address in the web.
     *
     * @param today the day that {@code asOf} means when it is absent
     * @throws org.tieline.model.TielineException.BadQuestion if a parameter is unknown or its value is, or there is no rule
     */
    public static OwnershipQuestion read(String organization, GivenParameters parameters, LocalDate today) {
        OwnershipQuestion question = new OwnershipQuestion(organization, OwnershipBasis.read(parameters, today));
        parameters.refuseOthers();
        return question;
    }
}

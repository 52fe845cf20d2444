package org.tieline.question.ownership;

import java.math.BigDecimal;
import org.tieline.question.FirstResults;
import org.tieline.question.Json;
import org.tieline.question.Links;
import org.tieline.question.OrganizationRef;
import org.tieline.question.ownership.OwnershipAnswer.Caution;
import org.tieline.question.ownership.OwnershipAnswer.Counts;
import org.tieline.question.ownership.OwnershipAnswer.Interval;
import org.tieline.restriction.OwnershipVerdict;

/**
 * Whether an organization counts as owned by listed ones, with its working.
 *
 * @param listed whether it is listed itself
 * @param ifInForce what the verdict would be if the rule were in force
 * @param steps whom the cascade caught on its way to the organization, by step, and the organization itself
 * @param open what leaves the verdict open, and what it would have to be
 */
public record OwnershipView(
        String notice,
        OrganizationRef organization,
        OwnershipVerdict verdict,
        OwnershipVerdict ifInForce,
        boolean listed,
        String explanation,
        OwnershipSearched searched,
        FirstResults<AdditionView> steps,
        FirstResults<Open> open,
        FirstResults<Warning> warnings,
        Addresses links) {

    /**
     * A share that leaves a verdict open.
     *
     * @param organization the id of the organization on which the verdict is open
     * @param owner the id of the organization whose share it is
     * @param needed in percent, with all other shares at their lowest
     * @param enough whether the share may be as much as that
     */
    record Open(
            String organization,
            String owner,
            Counts counts,
            Interval share,
            String comparison,
            BigDecimal needed,
            boolean enough,
            String text) {
        static Open of(OwnershipAnswer.Open open) {
            return new Open(
                    open.organization().id(),
                    open.owner().id(),
                    open.counts(),
                    open.share(),
                    open.comparison(),
                    open.needed(),
                    open.enough(),
                    open.text());
        }
    }

    /**
     * Something to know before relying on the answer.
     *
     * @param organization the id of the organization that it is about
     */
    record Warning(Caution warning, String organization, String text) {
        static Warning of(OwnershipAnswer.Warning warning) {
            return new Warning(warning.caution(), warning.organization().id(), warning.text());
        }
    }

    /** Where to read on. */
    record Addresses(String self, String organization) {
        static Addresses of(OwnershipBasis basis, String organization) {
            return new Addresses(OwnershipQuestion.address(basis, organization), Links.organization(organization));
        }
    }

    static OwnershipView of(OwnershipAnswer answer) {
        return new OwnershipView(
                Json.NOTICE,
                OrganizationRef.of(answer.organization()),
                answer.verdict(),
                answer.ifInForce(),
                answer.listed(),
                answer.explanation(),
                OwnershipSearched.of(answer.searched()),
                FirstResults.of(answer.steps(), AdditionView::of),
                FirstResults.of(answer.open(), Open::of),
                FirstResults.of(answer.warnings(), Warning::of),
                Addresses.of(answer.searched().basis(), answer.organization().id()));
    }
}

package org.tieline.question.exposures;

import java.util.List;
import org.tieline.model.OrganizationKind;
import org.tieline.question.FirstResults;
import org.tieline.question.OrganizationRef;
import org.tieline.question.ownership.OwnershipBasis;
import org.tieline.question.ownership.OwnershipQuestion;
import org.tieline.question.ownership.RuleOnDay;
import org.tieline.restriction.RuleProfiles;

/**
 * The organizations that the searched vendors catch under a rule.
 *
 * @param added those that are caught; the search started at them too, as many as are listed here
 * @param unknown those on which the verdict is open; the search did not start at them
 */
record AffiliatesView(RuleOnDay rule, FirstResults<Affiliate> added, FirstResults<Affiliate> unknown) {

    /** One of them, and who catches it. */
    record Affiliate(OrganizationRef organization, OrganizationKind kind, List<CaughtBy> caughtBy) {}

    /** @param working where the verdict is worked out with this vendor as the only listed organization */
    record CaughtBy(String vendor, String working) {}

    static AffiliatesView of(Affiliates affiliates) {
        OwnershipBasis basis = affiliates.basis();
        return new AffiliatesView(
                RuleOnDay.of(RuleProfiles.of(basis.rule()), basis.asOf()),
                FirstResults.of(affiliates.added(), affiliate -> affiliate(basis, affiliate)),
                FirstResults.of(affiliates.unknown(), affiliate -> affiliate(basis, affiliate)));
    }

    private static Affiliate affiliate(OwnershipBasis basis, Affiliates.Affiliate affiliate) {
        String id = affiliate.organization().id();
        return new Affiliate(
                OrganizationRef.of(affiliate.organization()),
                affiliate.organization().kind(),
                affiliate.caughtBy().stream()
                        .map(vendor -> new CaughtBy(vendor, OwnershipQuestion.address(basis.by(vendor), id)))
                        .toList());
    }
}

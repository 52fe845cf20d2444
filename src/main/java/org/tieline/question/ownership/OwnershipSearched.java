package org.tieline.question.ownership;

import java.time.LocalDate;
import java.util.List;
import org.tieline.model.BanState;
import org.tieline.model.Evidence;
import org.tieline.question.OrganizationRef;
import org.tieline.question.ownership.OwnershipAnswer.Searched;
import org.tieline.question.parameter.BanParameters;
import org.tieline.restriction.BanFilter;

/**
 * What ownership was asked by.
 *
 * @param rule the rule as it stood on {@code asOf}
 * @param knownAt null for everything on record
 * @param listed the organizations that counted as listed
 * @param restricted which bans made them restricted; null if the question named them
 * @param ignored parameters that choose among restricted organizations and did nothing because the question named them
 * @param minBan the weakest state of the bans in {@code carriedBy}
 * @param carriedBy ids of the bans on the listed organizations that carry the rule
 * @param snapshot the state of the graph that was asked
 * @param problems how many things in the graph are badly made and left out; {@code /v1/catalog} lists them
 */
record OwnershipSearched(
        RuleView rule,
        LocalDate asOf,
        LocalDate knownAt,
        Evidence minEvidence,
        List<OrganizationRef> listed,
        BanFilter restricted,
        List<String> ignored,
        BanState minBan,
        List<String> carriedBy,
        String snapshot,
        int problems) {
    static OwnershipSearched of(Searched searched) {
        OwnershipBasis basis = searched.basis();
        return new OwnershipSearched(
                RuleView.of(searched.profile(), basis.asOf()),
                basis.asOf(),
                basis.knownAt(),
                basis.minEvidence(),
                searched.listed().stream().map(OrganizationRef::of).toList(),
                searched.allRestricted() ? basis.bans() : null,
                searched.allRestricted() ? List.of() : BanParameters.chosen(basis.bans()),
                basis.bans().minBan(),
                searched.carriedBy(),
                searched.snapshot(),
                searched.problems());
    }
}

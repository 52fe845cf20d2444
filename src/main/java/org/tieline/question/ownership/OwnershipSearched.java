package org.tieline.question.ownership;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tieline.model.BanState;
import org.tieline.model.Evidence;
import org.tieline.question.OrganizationRef;
import org.tieline.question.Snapshot;
import org.tieline.question.parameter.BanParameters;
import org.tieline.question.parameter.KnownAt;
import org.tieline.restriction.BanFilter;
import org.tieline.restriction.RuleProfiles;

/**
 * What ownership was asked by.
 *
 * @param rule the rule as it stood on {@code asOf}
 * @param knownAt null for everything on record
 * @param listed the organizations that counted as listed, by id
 * @param restricted which bans made them restricted; null if the question named them
 * @param ignored parameters that choose among restricted organizations and did nothing because the question named them
 * @param minBan the weakest state of the bans in {@code carriedBy}
 * @param carriedBy ids of the bans on the listed organizations that carry the rule
 * @param snapshot the state of the graph that was asked
 * @param problems how many things in the graph are badly made and left out; {@code /v1/catalog} lists them
 */
public record OwnershipSearched(
        RuleOnDay rule,
        LocalDate asOf,
        @Nullable KnownAt knownAt,
        Evidence minEvidence,
        List<OrganizationRef> listed,
        @Nullable BanFilter restricted,
        List<String> ignored,
        BanState minBan,
        List<String> carriedBy,
        String snapshot,
        int problems) {
    static OwnershipSearched of(ListedOrganizations listed, Snapshot snapshot) {
        OwnershipBasis basis = listed.basis();
        boolean named = !basis.listed().isEmpty();
        return new OwnershipSearched(
                RuleOnDay.of(RuleProfiles.of(basis.rule()), basis.asOf()),
                basis.asOf(),
                basis.known(),
                basis.minEvidence(),
                listed.all(),
                named ? null : basis.bans(),
                named ? BanParameters.chosen(basis.bans()) : List.of(),
                basis.bans().minBan(),
                listed.carriedBy(),
                snapshot.version(),
                snapshot.problems().size());
    }
}

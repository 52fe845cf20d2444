package org.tieline.question.ownership;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tieline.question.FirstResults;
import org.tieline.question.Json;
import org.tieline.question.ListPart;
import org.tieline.question.OrganizationRef;
import org.tieline.question.ownership.OwnershipAnswer.Addition;
import org.tieline.question.ownership.OwnershipAnswer.Addresses;
import org.tieline.question.ownership.OwnershipAnswer.Open;
import org.tieline.question.parameter.Paging;
import org.tieline.restriction.OwnershipVerdict;

/** Spells out how a rule comes to its verdict on one organization. */
final class OwnershipWorking {
    private final AppliedRule rule;
    private final ListedOrganizations listed;

    /** @param rule has run with the listed organizations */
    OwnershipWorking(AppliedRule rule, ListedOrganizations listed) {
        this.rule = rule;
        this.listed = listed;
    }

    OwnershipAnswer of(String id, OwnershipSearched searched) {
        int asked = rule.number(id);
        OrganizationRef organization = OrganizationRef.of(rule.organization(asked));
        OwnershipVerdict verdict = rule.verdict(asked);
        OwnershipVerdict ifInForce = rule.cascade().verdict(asked);
        boolean isListed = rule.cascade().isListed(asked);
        FirstResults<Addition> steps = isListed ? FirstResults.of(List.of()) : steps(asked);
        List<Open> open = steps.results().stream()
                .filter(step -> step.ifInForce() == OwnershipVerdict.UNKNOWN)
                .flatMap(step -> new OpenShares(step, rule.version()).list().stream())
                .toList();
        OwnershipSentences words = new OwnershipSentences(rule);
        return new OwnershipAnswer(
                Json.NOTICE,
                organization,
                verdict,
                ifInForce,
                isListed,
                isListed
                        ? words.ofListed(organization)
                        : words.of(steps.results().getLast(), verdict, ifInForce, open),
                searched,
                steps,
                FirstResults.of(open),
                FirstResults.of(new OwnershipWarnings(rule, listed).of(steps.results())),
                Addresses.of(rule.basis(), id));
    }

    /** Whom the cascade caught on its way to an organization, by step and id, and that organization last. */
    private FirstResults<Addition> steps(int asked) {
        Set<Integer> found = new LinkedHashSet<>(Set.of(asked));
        List<Integer> queue = new ArrayList<>(found);
        for (int at = 0; at < queue.size(); at++) {
            for (int owner : rule.added(queue.get(at))) {
                if (!rule.cascade().isListed(owner) && found.add(owner)) {
                    queue.add(owner);
                }
            }
        }
        List<Addition> nearest = queue.stream()
                .limit(Paging.DEFAULT_LIMIT)
                .filter(organization -> organization != asked)
                .map(rule::addition)
                .sorted(Comparator.comparing(Addition::step)
                        .thenComparing(addition -> addition.organization().id()))
                .toList();
        List<Addition> steps = new ArrayList<>(nearest);
        steps.add(rule.addition(asked));
        return FirstResults.of(new ListPart<>(steps, queue.size(), Paging.FIRST));
    }
}

package org.tieline.question.ownership;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tieline.model.Organization;
import org.tieline.question.ListPart;
import org.tieline.question.ownership.OwnershipAnswer.Addition;
import org.tieline.question.ownership.OwnershipAnswer.Open;
import org.tieline.question.ownership.OwnershipAnswer.Searched;
import org.tieline.question.ownership.OwnershipAnswer.Warning;
import org.tieline.question.parameter.Paging;
import org.tieline.restriction.OwnershipVerdict;

/** Spells out how a rule comes to its verdict on one organization. */
final class OwnershipWorking {
    private final AppliedRule rule;
    private final Searched searched;

    /** @param rule has run with the listed organizations of the search */
    OwnershipWorking(AppliedRule rule, Searched searched) {
        this.rule = rule;
        this.searched = searched;
    }

    OwnershipAnswer of(String id) {
        int asked = rule.number(id);
        Organization organization = rule.organization(asked);
        OwnershipVerdict verdict = rule.verdict(asked);
        OwnershipVerdict ifInForce = rule.cascade().verdict(asked);
        boolean listed = rule.cascade().isListed(asked);
        OwnershipSentences words = new OwnershipSentences(searched);
        ListPart<Addition> steps = listed ? ListPart.of(List.of(), Paging.FIRST) : steps(asked);
        List<Open> open = steps.results().stream()
                .filter(step -> step.ifInForce() == OwnershipVerdict.UNKNOWN)
                .flatMap(step -> new OpenShares(step, searched.version()).list().stream())
                .toList();
        List<Warning> warnings = new OwnershipWarnings(rule, searched).of(steps.results());
        String explanation =
                listed ? words.ofListed(organization) : words.of(steps.results().getLast(), verdict, ifInForce, open);
        return new OwnershipAnswer(
                organization,
                listed,
                verdict,
                ifInForce,
                searched,
                steps,
                ListPart.of(open, Paging.FIRST),
                ListPart.of(warnings, Paging.FIRST),
                explanation);
    }

    /** Whom the cascade caught on its way to an organization, by step and id, and that organization last. */
    private ListPart<Addition> steps(int asked) {
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
                .sorted(Comparator.comparingInt(Addition::step)
                        .thenComparing(addition -> addition.organization().id()))
                .toList();
        List<Addition> steps = new ArrayList<>(nearest);
        steps.add(rule.addition(asked));
        return new ListPart<>(steps, queue.size(), Paging.FIRST);
    }
}

package org.tieline.question.ownership;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tieline.question.ListPart;
import org.tieline.question.Snapshot;
import org.tieline.question.ownership.OwnershipAnswer.Searched;
import org.tieline.question.parameter.Paging;
import org.tieline.restriction.Restrictions;
import org.tieline.restriction.RuleProfile;
import org.tieline.restriction.RuleProfiles;

/** Answers who counts as owned by listed organizations under a rule. */
public final class OwnershipInquiry {
    private OwnershipInquiry() {}

    /**
     * Asks one snapshot about one organization.
     *
     * @throws org.tieline.model.TielineException.NotFound if the question names an organization that is not there
     */
    public static OwnershipAnswer ask(Snapshot snapshot, OwnershipQuestion question) {
        snapshot.organization(question.organization());
        Searched searched = searched(snapshot, question.basis());
        return new OwnershipWorking(ran(snapshot, searched), searched).of(question.organization());
    }

    /**
     * Asks one snapshot about all organizations.
     *
     * @throws org.tieline.model.TielineException.NotFound if the question names an organization that is not there
     */
    public static CaughtAnswer caught(Snapshot snapshot, CaughtQuestion question) {
        Searched searched = searched(snapshot, question.basis());
        AppliedRule rule = ran(snapshot, searched);
        List<Integer> wanted = Arrays.stream(rule.touched())
                .filter(organization -> !rule.cascade().isListed(organization))
                .filter(organization -> question.verdicts().contains(rule.verdict(organization)))
                .boxed()
                .sorted(Comparator.<Integer, Integer>comparing(
                                organization -> rule.verdict(organization).ordinal())
                        .thenComparing(organization -> stepOrLast(rule, organization))
                        .thenComparing(
                                organization -> rule.organization(organization).id()))
                .toList();
        List<CaughtAnswer.Caught> page = question.page().of(wanted).stream()
                .map(organization -> new CaughtAnswer.Caught(rule.verdict(organization), rule.addition(organization)))
                .toList();
        return new CaughtAnswer(
                searched,
                new ListPart<>(page, wanted.size(), question.page()),
                ListPart.of(OwnershipWarnings.ofListed(searched), Paging.FIRST));
    }

    private static int stepOrLast(AppliedRule rule, int organization) {
        return rule.cascade().counts(organization) ? rule.cascade().step(organization) : Integer.MAX_VALUE;
    }

    private static AppliedRule ran(Snapshot snapshot, Searched searched) {
        AppliedRule rule = new AppliedRule(snapshot, searched.basis());
        rule.run(searched.listed().stream().map(listed -> listed.id()).toList());
        return rule;
    }

    private static Searched searched(Snapshot snapshot, OwnershipBasis basis) {
        basis.listed().forEach(snapshot::organization);
        basis.bans().governments().forEach(snapshot::organization);
        Restrictions restrictions = snapshot.restrictions(basis.asOf(), basis.knownAt());
        boolean allRestricted = basis.listed().isEmpty();
        SortedSet<String> restricted = allRestricted
                ? restrictions.restricted(basis.bans(), snapshot.organizations()::containsKey)
                : Collections.emptySortedSet();
        List<String> listed = allRestricted
                ? restricted.stream()
                        .filter(each -> restrictions.restricting(each, basis.bans()).stream()
                                .anyMatch(onDay -> onDay.ban().ownershipRule() == basis.rule()))
                        .toList()
                : basis.listedInOrder();
        Map<String, List<String>> carriedBy = new TreeMap<>();
        for (String each : listed) {
            restrictions.on(each, basis.bans().minBan()).stream()
                    .filter(onDay -> onDay.ban().ownershipRule() == basis.rule())
                    .forEach(onDay -> carriedBy
                            .computeIfAbsent(onDay.ban().id(), none -> new ArrayList<>())
                            .add(each));
        }
        RuleProfile profile = RuleProfiles.of(basis.rule());
        return new Searched(
                basis,
                profile,
                profile.versionOn(basis.asOf()),
                profile.periodOn(basis.asOf()),
                listed.stream().map(snapshot::organization).toList(),
                allRestricted,
                List.copyOf(carriedBy.keySet()),
                carriedBy.values().stream().flatMap(List::stream).collect(Collectors.toUnmodifiableSet()),
                restricted.stream()
                        .filter(each -> !listed.contains(each))
                        .map(snapshot::organization)
                        .toList(),
                snapshot.version(),
                snapshot.problems().size());
    }
}

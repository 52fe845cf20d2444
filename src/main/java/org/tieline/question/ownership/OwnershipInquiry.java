package org.tieline.question.ownership;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.tieline.question.FirstResults;
import org.tieline.question.Json;
import org.tieline.question.OrganizationRef;
import org.tieline.question.Snapshot;
import org.tieline.question.ownership.CaughtAnswer.Caught;

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
        ListedOrganizations listed = ListedOrganizations.of(snapshot, question.basis());
        return new OwnershipWorking(ran(snapshot, listed), listed)
                .of(question.organization(), OwnershipSearched.of(listed, snapshot));
    }

    /**
     * Asks one snapshot about all organizations.
     *
     * @throws org.tieline.model.TielineException.NotFound if the question names an organization that is not there
     */
    public static CaughtAnswer caught(Snapshot snapshot, CaughtQuestion question) {
        ListedOrganizations listed = ListedOrganizations.of(snapshot, question.basis());
        AppliedRule rule = ran(snapshot, listed);
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
        return new CaughtAnswer(
                Json.NOTICE,
                OwnershipSearched.of(listed, snapshot),
                question.verdicts().stream().sorted().toList(),
                wanted.size(),
                question.page().limit(),
                question.page().offset(),
                FirstResults.of(new OwnershipWarnings(rule, listed).ofListed()),
                question.page().of(wanted).stream()
                        .map(organization ->
                                Caught.of(rule.verdict(organization), rule.addition(organization), question.basis()))
                        .toList());
    }

    private static int stepOrLast(AppliedRule rule, int organization) {
        return rule.cascade().counts(organization) ? rule.cascade().step(organization) : Integer.MAX_VALUE;
    }

    private static AppliedRule ran(Snapshot snapshot, ListedOrganizations listed) {
        AppliedRule rule = new AppliedRule(snapshot, listed.basis());
        rule.run(listed.all().stream().map(OrganizationRef::id).toList());
        return rule;
    }
}

package org.tieline.question.ownership;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.StakesOnDay;
import org.tieline.exposure.path.Stake;
import org.tieline.model.Organization;
import org.tieline.question.FirstResults;
import org.tieline.question.OrganizationRef;
import org.tieline.question.Snapshot;
import org.tieline.question.ownership.OwnershipAnswer.Addition;
import org.tieline.question.ownership.OwnershipAnswer.Counts;
import org.tieline.question.ownership.OwnershipAnswer.Holding;
import org.tieline.question.ownership.OwnershipAnswer.Interval;
import org.tieline.question.ownership.OwnershipAnswer.LinkedStake;
import org.tieline.restriction.Cascade;
import org.tieline.restriction.Holdings;
import org.tieline.restriction.OwnershipVerdict;
import org.tieline.restriction.RuleProfile;
import org.tieline.restriction.RuleProfiles;

/** One rule on the stakes of one day, by the numbers that the snapshot has for organizations. For one thread. */
public final class AppliedRule {
    private final Snapshot snapshot;
    private final StakesOnDay stakes;
    private final Holdings holdings;
    private final Cascade cascade;
    private final OwnershipBasis basis;
    private final RuleProfile.Version version;
    private final RuleProfile.Period period;

    public AppliedRule(Snapshot snapshot, OwnershipBasis basis) {
        this.snapshot = snapshot;
        this.basis = basis;
        RuleProfile profile = RuleProfiles.of(basis.rule());
        version = profile.versionOn(basis.asOf());
        period = profile.periodOn(basis.asOf());
        stakes = new StakesOnDay(snapshot.search().graph(), basis.asOf(), basis.knownAt(), basis.minEvidence());
        Holdings.Builder builder = Holdings.builder();
        stakes.each((owner, owned, percent, certain) -> builder.add(
                owner, owned, percent == StakesOnDay.UNKNOWN_PERCENT ? Holdings.UNKNOWN : percent, certain));
        holdings = builder.build();
        cascade = new Cascade(holdings, version);
    }

    OwnershipBasis basis() {
        return basis;
    }

    RuleProfile.Version version() {
        return version;
    }

    RuleProfile.Period period() {
        return period;
    }

    /** Whom the latest run caught. */
    Cascade cascade() {
        return cascade;
    }

    Holdings holdings() {
        return holdings;
    }

    /** Forgets the run before and finds whom these organizations catch. */
    public void run(Collection<String> listed) {
        cascade.run(listed.stream().mapToInt(stakes::number).toArray());
    }

    int number(String id) {
        return stakes.number(id);
    }

    public Organization organization(int number) {
        return snapshot.organization(stakes.id(number));
    }

    /** The verdict on the day: who is listed needs no rule. */
    public OwnershipVerdict verdict(int organization) {
        return cascade.isListed(organization)
                ? OwnershipVerdict.YES
                : period.force().on(cascade.verdict(organization));
    }

    /** Organizations that are listed or caught, or in which such a one holds a stake; in no order. */
    public int[] touched() {
        return cascade.touched();
    }

    /**
     * The owners whose stakes bear on an organization: with one that is caught those who were there a step before, so that
     * nobody counts because of it; with one caught for certain only those who are so too.
     */
    int[] added(int organization) {
        return Arrays.stream(stakes.owners(organization))
                .filter(owner -> cascade.counts(owner)
                        && holdings.holds(owner, organization)
                        && (!cascade.counts(organization) || cascade.step(owner) < cascade.step(organization))
                        && (!cascade.isCertain(organization) || cascade.isCertain(owner)))
                .toArray();
    }

    /** How the stakes in an organization add up. */
    Addition addition(int organization) {
        int[] owners = added(organization);
        Set<Integer> bearing = Arrays.stream(owners).boxed().collect(Collectors.toSet());
        Map<String, List<Stake>> byOwner =
                stakes.in(organization).stream().collect(Collectors.groupingBy(Stake::owner));
        List<Holding> added = new ArrayList<>();
        List<Holding> others = new ArrayList<>();
        for (int owner : stakes.owners(organization)) {
            (bearing.contains(owner) ? added : others)
                    .add(holding(owner, organization, byOwner.getOrDefault(stakes.id(owner), List.of())));
        }
        Comparator<Holding> byId =
                Comparator.comparing(holding -> holding.owner().id());
        added.sort(byId);
        others.sort(byId);
        Cascade.Sum sum = cascade.sum(organization, owners);
        return new Addition(
                OrganizationRef.of(organization(organization)),
                step(organization),
                cascade.verdict(organization),
                new Interval(Percent.of(sum.lowest()), Percent.of(sum.highest())),
                FirstResults.of(added),
                FirstResults.of(others));
    }

    private Holding holding(int owner, int organization, List<Stake> held) {
        return new Holding(
                OrganizationRef.of(organization(owner)),
                counts(owner),
                step(owner),
                new Interval(
                        Percent.of(holdings.lowest(owner, organization)),
                        Percent.of(holdings.highest(owner, organization))),
                held.stream().map(LinkedStake::of).toList());
    }

    /** Null for who is listed or not caught. */
    private @Nullable Integer step(int organization) {
        int step = cascade.step(organization);
        return step > 0 ? step : null;
    }

    private Counts counts(int owner) {
        if (cascade.isListed(owner)) {
            return Counts.LISTED;
        }
        if (cascade.isCertain(owner)) {
            return Counts.CAUGHT;
        }
        return cascade.counts(owner) ? Counts.POSSIBLY_CAUGHT : Counts.NO;
    }
}

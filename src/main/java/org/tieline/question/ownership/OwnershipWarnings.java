package org.tieline.question.ownership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tieline.exposure.path.Certainty;
import org.tieline.exposure.path.Flag;
import org.tieline.question.OrganizationRef;
import org.tieline.question.ownership.OwnershipAnswer.Addition;
import org.tieline.question.ownership.OwnershipAnswer.Caution;
import org.tieline.question.ownership.OwnershipAnswer.Counts;
import org.tieline.question.ownership.OwnershipAnswer.Holding;
import org.tieline.question.ownership.OwnershipAnswer.LinkedStake;
import org.tieline.question.ownership.OwnershipAnswer.Warning;
import org.tieline.restriction.Holdings;
import org.tieline.restriction.OwnershipVerdict;

/** Says what in the working of a rule should be known before relying on it. */
final class OwnershipWarnings {
    private final AppliedRule rule;
    private final ListedOrganizations listed;
    private final List<Warning> warnings = new ArrayList<>();

    OwnershipWarnings(AppliedRule rule, ListedOrganizations listed) {
        this.rule = rule;
        this.listed = listed;
    }

    List<Warning> of(List<Addition> steps) {
        for (Addition step : steps) {
            step.added().results().forEach(holding -> ofOwner(step, holding));
            step.others().results().forEach(holding -> ofSeveral(step, holding));
            ofTotal(step);
        }
        warnListed(steps.stream()
                .flatMap(step -> step.added().results().stream())
                .filter(holding -> holding.counts() == Counts.LISTED)
                .map(Holding::owner)
                .distinct()
                .toList());
        return List.copyOf(warnings);
    }

    /** What is to be said of the listed alone, and of those who are restricted and not listed. */
    List<Warning> ofListed() {
        warnListed(listed.all());
        return List.copyOf(warnings);
    }

    private void warnListed(List<OrganizationRef> bearing) {
        for (OrganizationRef owner : bearing) {
            if (!listed.carriedFor().contains(owner.id())) {
                warn(
                        Caution.RULE_NOT_CARRIED,
                        owner,
                        "no ban on %s on record on %s carries %s: the answer is what the rule would say"
                                .formatted(
                                        owner.name(), day(), rule.basis().rule().text()));
            }
        }
        for (OrganizationRef organization : listed.passedOver()) {
            warn(
                    Caution.RESTRICTED_OTHERWISE,
                    organization,
                    "%s is restricted on %s, but by no ban that carries %s: it does not count as listed unless listed names it"
                            .formatted(
                                    organization.name(),
                                    day(),
                                    rule.basis().rule().text()));
        }
    }

    private void ofOwner(Addition step, Holding holding) {
        String owner = holding.owner().name();
        String owned = step.organization().name();
        if (holding.stakes().stream().anyMatch(held -> held.stake().percent() == null)) {
            warn(
                    Caution.UNKNOWN_STAKE,
                    step.organization(),
                    "%s holds a stake of unknown size in %s".formatted(owner, owned));
        }
        boolean possible = holding.stakes().stream().noneMatch(OwnershipWarnings::isCertain);
        if (possible && holding.stakes().size() == 1) {
            warn(
                    Caution.POSSIBLE_STAKE,
                    step.organization(),
                    "the stake of %s in %s only possibly holds on %s, as far as its dates tell"
                            .formatted(owner, owned, day()));
        }
        if (holding.stakes().stream().anyMatch(held -> held.stake().flags().contains(Flag.STALE_EVIDENCE))) {
            warn(
                    Caution.STALE_EVIDENCE,
                    step.organization(),
                    "nobody on record has said lately that %s holds its stake in %s; it is taken to hold it still"
                            .formatted(owner, owned));
        }
        ofSeveral(step, holding);
        if (step.ifInForce() == OwnershipVerdict.NO || step.ifInForce() == OwnershipVerdict.RED_FLAG) {
            warn(
                    Caution.MINORITY_STAKE,
                    step.organization(),
                    "%s, %s, holds %s of %s; whether it decides there by other means is not on record and does not count"
                            .formatted(owner, why(holding), Percent.text(holding.share()), owned));
        }
    }

    private void ofSeveral(Addition step, Holding holding) {
        int stakes = holding.stakes().size();
        if (stakes < 2) {
            return;
        }
        String owner = holding.owner().name();
        String owned = step.organization().name();
        boolean contradicting =
                holding.stakes().stream().filter(OwnershipWarnings::isCertain).count() > 1;
        if (contradicting) {
            warn(
                    Caution.CONTRADICTING_STAKES,
                    step.organization(),
                    "several stakes of %s in %s certainly hold on %s, which cannot be; the interval between them is taken"
                            .formatted(owner, owned, day()));
        } else {
            warn(
                    Caution.SEVERAL_STAKES,
                    step.organization(),
                    "which of %d stakes of %s in %s holds on %s is open, as far as their dates tell; the interval between them is taken"
                            .formatted(stakes, owner, owned, day()));
        }
    }

    private void ofTotal(Addition step) {
        long total = rule.holdings().total(rule.number(step.organization().id()));
        if (total > Holdings.WHOLE) {
            warn(
                    Caution.ABOVE_HUNDRED,
                    step.organization(),
                    "the stakes that certainly hold in %s add up to %s, which cannot be"
                            .formatted(step.organization().name(), Percent.text(Percent.of(total))));
        }
    }

    private static String why(Holding holding) {
        return switch (holding.counts()) {
            case LISTED -> "which is listed";
            case CAUGHT -> "which is caught";
            case POSSIBLY_CAUGHT -> "which is possibly caught";
            case NO -> throw new IllegalArgumentException(Counts.NO + " is not added");
        };
    }

    private static boolean isCertain(LinkedStake held) {
        return held.stake().certainty() == Certainty.CERTAIN;
    }

    private LocalDate day() {
        return rule.basis().asOf();
    }

    private void warn(Caution caution, OrganizationRef organization, String text) {
        warnings.add(new Warning(caution, organization.id(), text));
    }
}

package org.tieline.question.ownership;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.tieline.exposure.path.Stake;
import org.tieline.model.Organization;
import org.tieline.model.Term;
import org.tieline.question.ListPart;
import org.tieline.restriction.OwnershipVerdict;
import org.tieline.restriction.RuleProfile;

/**
 * Whether an organization counts as owned by listed ones, with everything that is needed to follow it by hand.
 *
 * @param listed whether it is itself listed, so that no stake is needed
 * @param verdict the verdict on the day
 * @param ifInForce what it would be if the rule were in force; the same where it is
 * @param searched what was asked by
 * @param steps how the cascade came to the organization: whom it caught on the way, by step, then the organization itself;
 *     those farthest from it are left out first; empty if it is listed
 * @param open what leaves the verdict open, and what it would have to be
 * @param warnings what to know before relying on it
 * @param explanation the same in words
 */
public record OwnershipAnswer(
        Organization organization,
        boolean listed,
        OwnershipVerdict verdict,
        OwnershipVerdict ifInForce,
        Searched searched,
        ListPart<Addition> steps,
        ListPart<Open> open,
        ListPart<Warning> warnings,
        String explanation) {

    /** The verdict on an organization of the cascade, on the day. */
    public OwnershipVerdict verdict(Addition step) {
        return searched.period().force().on(step.ifInForce());
    }

    /**
     * What was asked by.
     *
     * @param version what the rule asked for on the day
     * @param period how it stood on the day
     * @param listed the organizations that counted as listed, by id
     * @param allRestricted whether these are all that were restricted on the day by bans that carry the rule, and not named in
     *     the question
     * @param carriedBy ids of the bans on them that carry the rule, as strong as asked for on the day
     * @param carriedFor ids of the listed organizations that these bans target
     * @param passedOver the organizations that were restricted on the day by bans of which none carries the rule, by id; none
     *     where the question names the listed
     * @param snapshot the version of the snapshot
     * @param problems how many things in the graph are badly made and left out
     */
    public record Searched(
            OwnershipBasis basis,
            RuleProfile profile,
            RuleProfile.Version version,
            RuleProfile.Period period,
            List<Organization> listed,
            boolean allRestricted,
            List<String> carriedBy,
            Set<String> carriedFor,
            List<Organization> passedOver,
            String snapshot,
            int problems) {}

    /** What may be held, in percent: as much as {@code lowest} for certain, and no more than {@code highest}. */
    public record Interval(BigDecimal lowest, BigDecimal highest) {}

    /** Whether the stakes of an owner count with those of the listed. */
    public enum Counts implements Term {
        /** It is listed. */
        LISTED("listed"),
        /** It is caught with every share at its lowest. */
        CAUGHT("caught"),
        /** It is caught if what is not known is as high as it may be. */
        POSSIBLY_CAUGHT("possibly-caught"),
        /** It is none of these. */
        NO("no");

        private final String text;

        Counts(String text) {
            this.text = text;
        }

        @Override
        public String text() {
            return text;
        }
    }

    /**
     * How the stakes in one organization add up.
     *
     * @param step the step in which it is caught, from 1; 0 if it is not
     * @param ifInForce the verdict on it if the rule were in force
     * @param sum what the rule compares with its threshold
     * @param added the owners whose stakes were added up, or compared where the rule does not add up, by id
     * @param others its other owners, by id: those who do not count, and those who were caught later only
     */
    public record Addition(
            Organization organization,
            int step,
            OwnershipVerdict ifInForce,
            Interval sum,
            ListPart<Holding> added,
            ListPart<Holding> others) {}

    /**
     * What one owner holds.
     *
     * @param counts why its stakes count
     * @param step the step in which it is caught; 0 if it is listed or does not count
     * @param share what all stakes of it come to
     * @param stakes the stakes that possibly hold on the day
     */
    public record Holding(Organization owner, Counts counts, int step, Interval share, List<Stake> stakes) {}

    /**
     * A share that leaves a verdict open.
     *
     * @param organization the organization on which the verdict is open
     * @param owner whose share it is
     * @param counts whether the owner counts for certain, or possibly only
     * @param share what it may be
     * @param needed what it would have to be, in percent, with all others at their lowest
     * @param comparison how it would have to compare with {@code needed}
     * @param enough whether it may be as much as that
     * @param text the same in words
     */
    public record Open(
            Organization organization,
            Organization owner,
            Counts counts,
            Interval share,
            BigDecimal needed,
            String comparison,
            boolean enough,
            String text) {}

    /** Something to know before relying on the answer: a word for programs, the organization it is about, and words. */
    public record Warning(Caution caution, Organization organization, String text) {}

    /** What a warning is of. */
    public enum Caution implements Term {
        /** An owner that counts holds a stake of unknown size. */
        UNKNOWN_STAKE("unknownStake"),
        /** The stake of an owner that counts only possibly holds on the day. */
        POSSIBLE_STAKE("possibleStake"),
        /** Several stakes of one owner possibly hold on the day. */
        SEVERAL_STAKES("severalStakes"),
        /** Several stakes of one owner certainly hold on the day, which cannot be. */
        CONTRADICTING_STAKES("contradictingStakes"),
        /** The stakes that certainly hold add up to more than 100, which cannot be. */
        ABOVE_HUNDRED("above100"),
        /** An owner that counts holds a stake that does not suffice; whatever else it may decide there is not on record. */
        MINORITY_STAKE("minorityStake"),
        /** A listed owner that bears on the answer has no ban on record that carries the rule. */
        RULE_NOT_CARRIED("ruleNotCarried"),
        /** A restricted organization does not count as listed, as no ban that restricts it carries the rule. */
        RESTRICTED_OTHERWISE("restrictedOtherwise");

        private final String text;

        Caution(String text) {
            this.text = text;
        }

        @Override
        public String text() {
            return text;
        }
    }
}

package org.tieline.question.ownership;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.path.Stake;
import org.tieline.model.Term;
import org.tieline.question.FirstResults;
import org.tieline.question.Links;
import org.tieline.question.OrganizationRef;
import org.tieline.restriction.OwnershipVerdict;

/**
 * Whether an organization counts as owned by listed ones, with everything that is needed to follow it by hand.
 *
 * @param verdict the verdict on the day
 * @param ifInForce what it would be if the rule were in force; the same where it is
 * @param listed whether it is itself listed, so that no stake is needed
 * @param explanation the same in words
 * @param searched what was asked by
 * @param steps how the cascade came to the organization: whom it caught on the way, by step, then the organization itself;
 *     those farthest from it are left out first; empty if it is listed
 * @param open what leaves the verdict open, and what it would have to be
 * @param warnings what to know before relying on it
 */
public record OwnershipAnswer(
        String notice,
        OrganizationRef organization,
        OwnershipVerdict verdict,
        OwnershipVerdict ifInForce,
        boolean listed,
        String explanation,
        OwnershipSearched searched,
        FirstResults<Addition> steps,
        FirstResults<Open> open,
        FirstResults<Warning> warnings,
        Addresses links) {

    /** What may be held, in percent: as much as {@code lowest} for certain, and no more than {@code highest}. */
    public record Interval(BigDecimal lowest, BigDecimal highest) {}

    /** Whether the stakes of an owner count with those of the listed. */
    public enum Counts implements Term {
        /** It is listed. */
        LISTED,
        /** It is caught with every share at its lowest. */
        CAUGHT,
        /** It is caught if what is not known is as high as it may be. */
        POSSIBLY_CAUGHT,
        /** It is none of these. */
        NO
    }

    /**
     * How the stakes in one organization add up.
     *
     * @param step the step in which it is caught, from 1; null if it is not
     * @param ifInForce the verdict on it if the rule were in force
     * @param sum what the rule compares with its threshold, in percent
     * @param added the owners whose stakes were added up, or compared where the rule does not add up, by id
     * @param others its other owners, by id, which limit what an unknown stake may be: those who do not count, and those who
     *     were caught later only
     */
    public record Addition(
            OrganizationRef organization,
            @Nullable Integer step,
            OwnershipVerdict ifInForce,
            Interval sum,
            FirstResults<Holding> added,
            FirstResults<Holding> others) {}

    /**
     * What one owner holds.
     *
     * @param counts why its stakes count
     * @param step the step in which it is caught; null if it is listed or does not count
     * @param share what all its stakes come to, in percent
     * @param stakes the stakes that possibly hold on the day
     */
    public record Holding(
            OrganizationRef owner, Counts counts, @Nullable Integer step, Interval share, List<LinkedStake> stakes) {}

    /** A stake, and where to read on; who holds it, and in whom, is said around it. */
    public record LinkedStake(
            @JsonUnwrapped @JsonIgnoreProperties({"owner", "owned"})
            Stake stake,

            StakeAddresses links) {
        static LinkedStake of(Stake stake) {
            return new LinkedStake(stake, new StakeAddresses(Links.tie(stake.tie()), Links.sources(stake.sources())));
        }
    }

    /** Where to read on about a stake. */
    public record StakeAddresses(String tie, List<String> sources) {}

    /**
     * A share that leaves a verdict open.
     *
     * @param organization the id of the organization on which the verdict is open
     * @param owner the id of the organization whose share it is
     * @param counts whether the owner counts for certain, or possibly only
     * @param share what it may be
     * @param comparison how it would have to compare with {@code needed}
     * @param needed what it would have to be, in percent, with all others at their lowest
     * @param enough whether it may be as much as that
     * @param text the same in words
     */
    public record Open(
            String organization,
            String owner,
            Counts counts,
            Interval share,
            String comparison,
            BigDecimal needed,
            boolean enough,
            String text) {}

    /** Something to know before relying on the answer: a word for programs, the id of whom it is about, and words. */
    public record Warning(Caution warning, String organization, String text) {}

    /** What a warning is of. */
    public enum Caution implements Term {
        /** An owner that counts holds a stake of unknown size. */
        UNKNOWN_STAKE("unknownStake"),
        /** The stake of an owner that counts only possibly holds on the day. */
        POSSIBLE_STAKE("possibleStake"),
        /** An owner that counts holds a stake without an end of which the newest evidence is old. */
        STALE_EVIDENCE("staleEvidence"),
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

    /** Where to read on about a verdict. */
    public record Addresses(String self, String organization) {
        static Addresses of(OwnershipBasis basis, String organization) {
            return new Addresses(OwnershipQuestion.address(basis, organization), Links.organization(organization));
        }
    }
}

package org.tieline.question.ownership;

import java.math.BigDecimal;
import java.util.List;
import org.tieline.exposure.path.Certainty;
import org.tieline.exposure.path.Stake;
import org.tieline.model.Evidence;
import org.tieline.model.PartialDate;
import org.tieline.question.FirstResults;
import org.tieline.question.Links;
import org.tieline.question.OrganizationRef;
import org.tieline.question.ownership.OwnershipAnswer.Addition;
import org.tieline.question.ownership.OwnershipAnswer.Counts;
import org.tieline.question.ownership.OwnershipAnswer.Holding;
import org.tieline.question.ownership.OwnershipAnswer.Interval;
import org.tieline.restriction.OwnershipVerdict;

/**
 * How the stakes in one organization add up.
 *
 * @param step the step in which it is caught; null if it is not
 * @param ifInForce the verdict on it if the rule were in force
 * @param sum what the rule compares with its threshold, in percent
 * @param added the owners whose stakes were added up, or compared where the rule does not add up
 * @param others its other owners, which limit what an unknown stake may be
 */
record AdditionView(
        OrganizationRef organization,
        Integer step,
        OwnershipVerdict ifInForce,
        Interval sum,
        FirstResults<Owner> added,
        FirstResults<Owner> others) {

    /**
     * What one owner holds.
     *
     * @param counts why its stakes count
     * @param step the step in which it is caught; null if it is listed or does not count
     * @param share what all its stakes come to, in percent
     */
    record Owner(OrganizationRef owner, Counts counts, Integer step, Interval share, List<Held> stakes) {
        static Owner of(Holding holding) {
            return new Owner(
                    OrganizationRef.of(holding.owner()),
                    holding.counts(),
                    positive(holding.step()),
                    holding.share(),
                    holding.stakes().stream().map(Held::of).toList());
        }
    }

    /** A stake that possibly holds on the day; what is not known is null. */
    record Held(
            String tie,
            BigDecimal percent,
            PartialDate since,
            PartialDate until,
            Evidence evidence,
            Certainty certainty,
            PartialDate lastEvidenced,
            List<String> sources,
            Addresses links) {
        /** Where to read on. */
        record Addresses(String tie, List<String> sources) {}

        static Held of(Stake stake) {
            return new Held(
                    stake.tie(),
                    stake.percent(),
                    stake.since(),
                    stake.until(),
                    stake.evidence(),
                    stake.certainty(),
                    stake.lastEvidenced(),
                    stake.sources(),
                    new Addresses(Links.tie(stake.tie()), Links.sources(stake.sources())));
        }
    }

    static AdditionView of(Addition addition) {
        return new AdditionView(
                OrganizationRef.of(addition.organization()),
                positive(addition.step()),
                addition.ifInForce(),
                addition.sum(),
                FirstResults.of(addition.added(), Owner::of),
                FirstResults.of(addition.others(), Owner::of));
    }

    private static Integer positive(int step) {
        return step > 0 ? step : null;
    }
}

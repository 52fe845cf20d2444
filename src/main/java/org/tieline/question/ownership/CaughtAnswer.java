package org.tieline.question.ownership;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.stream.Stream;
import org.tieline.question.Columns;
import org.tieline.question.FirstResults;
import org.tieline.question.ownership.OwnershipAnswer.Addition;
import org.tieline.question.ownership.OwnershipAnswer.Addresses;
import org.tieline.question.ownership.OwnershipAnswer.Holding;
import org.tieline.question.ownership.OwnershipAnswer.Warning;
import org.tieline.restriction.OwnershipVerdict;

/**
 * A part of the organizations that count as owned by listed ones, and what was asked by.
 *
 * @param verdicts the only verdicts that were asked for
 * @param warnings what to know of who counted as listed
 * @param results by verdict, then step, then id
 */
public record CaughtAnswer(
        String notice,
        OwnershipSearched searched,
        List<OwnershipVerdict> verdicts,
        long total,
        int limit,
        int offset,
        FirstResults<Warning> warnings,
        List<Caught> results) {

    /**
     * One organization.
     *
     * @param verdict the verdict on the day
     * @param addition how the stakes in it add up; its fields stand beside the verdict
     */
    public record Caught(
            OwnershipVerdict verdict, @JsonUnwrapped Addition addition, Addresses links) {
        static final Columns<Caught> COLUMNS = Columns.<Caught>none()
                .and("verdict", Caught::verdict)
                .andOrganization("organization", caught -> caught.addition().organization())
                .and("step", caught -> caught.addition().step())
                .and("ifInForce", caught -> caught.addition().ifInForce())
                .and("lowestPercent", caught -> caught.addition().sum().lowest())
                .and("highestPercent", caught -> caught.addition().sum().highest())
                .and("owners", caught -> caught.owners()
                        .map(holding -> holding.owner().id())
                        .toList())
                .and("ties", caught -> caught.owners()
                        .flatMap(holding -> holding.stakes().stream())
                        .map(held -> held.stake().tie())
                        .toList())
                .and("self", caught -> caught.links().self());

        static Caught of(OwnershipVerdict verdict, Addition addition, OwnershipBasis basis) {
            return new Caught(
                    verdict,
                    addition,
                    Addresses.of(basis, addition.organization().id()));
        }

        private Stream<Holding> owners() {
            return addition.added().results().stream();
        }
    }
}

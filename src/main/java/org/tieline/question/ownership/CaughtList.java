package org.tieline.question.ownership;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.tieline.question.Columns;
import org.tieline.question.FirstResults;
import org.tieline.question.Json;
import org.tieline.restriction.OwnershipVerdict;

/** A part of the organizations that count as owned by listed ones. */
public record CaughtList(
        String notice,
        OwnershipSearched searched,
        List<OwnershipVerdict> verdicts,
        long total,
        int limit,
        int offset,
        FirstResults<OwnershipView.Warning> warnings,
        List<Caught> results) {

    /** One of them; the fields of how the stakes in it add up stand beside its verdict. */
    record Caught(OwnershipVerdict verdict, @JsonUnwrapped AdditionView addition, OwnershipView.Addresses links) {
        static final Columns<Caught> COLUMNS = Columns.<Caught>none()
                .and("verdict", Caught::verdict)
                .andOrganization("organization", caught -> caught.addition().organization())
                .and("step", caught -> caught.addition().step())
                .and("ifInForce", caught -> caught.addition().ifInForce())
                .and("lowest", caught -> caught.addition().sum().lowest())
                .and("highest", caught -> caught.addition().sum().highest())
                .and("owners", caught -> caught.owners().stream()
                        .map(owner -> owner.owner().id())
                        .toList())
                .and("ties", caught -> caught.owners().stream()
                        .flatMap(owner -> owner.stakes().stream())
                        .map(AdditionView.Held::tie)
                        .toList())
                .and("self", caught -> caught.links().self());

        static Caught of(OwnershipVerdict verdict, OwnershipAnswer.Addition addition, OwnershipBasis basis) {
            return new Caught(
                    verdict,
                    AdditionView.of(addition),
                    OwnershipView.Addresses.of(basis, addition.organization().id()));
        }

        private List<AdditionView.Owner> owners() {
            return addition.added().results();
        }
    }

    static CaughtList of(CaughtAnswer answer, CaughtQuestion question) {
        return new CaughtList(
                Json.NOTICE,
                OwnershipSearched.of(answer.searched()),
                question.verdicts().stream().sorted().toList(),
                answer.found().total(),
                answer.found().page().limit(),
                answer.found().page().offset(),
                FirstResults.of(answer.warnings(), OwnershipView.Warning::of),
                answer.found().results().stream()
                        .map(caught -> Caught.of(caught.verdict(), caught.addition(), question.basis()))
                        .toList());
    }
}

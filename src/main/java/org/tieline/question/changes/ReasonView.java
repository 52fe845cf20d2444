package org.tieline.question.changes;

import java.time.LocalDate;
import java.util.List;
import org.tieline.model.BanState;
import org.tieline.model.PartialDate;

/**
 * A fact that explains a change; what does not apply is null or empty.
 *
 * @param changes the places, from 0, of the changes of a scenario that it comes from
 * @param date the date that decides, as it is on record
 * @param day the first day on which the fact told
 */
record ReasonView(
        ReasonKind kind,
        ChangeOrigin origin,
        String tie,
        String ban,
        List<Integer> changes,
        BanState stateBefore,
        BanState stateAfter,
        PartialDate date,
        LocalDate day,
        List<String> sources,
        String text) {
    static ReasonView of(Reason reason) {
        return new ReasonView(
                reason.kind(),
                reason.origin(),
                reason.tie(),
                reason.ban(),
                reason.changes(),
                reason.stateBefore(),
                reason.stateAfter(),
                reason.date(),
                reason.day(),
                reason.sources(),
                reason.text());
    }
}

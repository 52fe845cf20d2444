package org.tieline.question.events;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.tieline.model.Term;
import org.tieline.question.changes.ChangeOrigin;
import org.tieline.question.changes.Reason;
import org.tieline.question.changes.ReasonKind;

/** Why an answer is another one than before. */
public enum EventCause implements Term {
    /** A ban stands otherwise, be it that its day came or that other facts of it are on record. */
    LAW,

    /** A day came on which a tie or an organization begins, ends, or is too long unheard of, by what was on record before. */
    DATE,

    /** Other facts of ties or organizations are on record. */
    FACT,

    /** The facts are the same; only how well they are known is on record otherwise. */
    KNOWLEDGE;

    private static final Set<ReasonKind> OF_BANS = EnumSet.of(
            ReasonKind.BAN_CHANGED,
            ReasonKind.VENDOR_RESTRICTED,
            ReasonKind.VENDOR_NO_LONGER_RESTRICTED,
            ReasonKind.DEADLINE_REACHED);

    /** What stands behind reasons: a ban before all, then a fact before knowledge. */
    static EventCause of(Collection<Reason> reasons) {
        if (reasons.stream().anyMatch(EventCause::isOfBan)) {
            return LAW;
        }
        if (reasons.stream().noneMatch(reason -> reason.origin() == ChangeOrigin.RECORD)) {
            return DATE;
        }
        return reasons.stream().allMatch(reason -> reason.kind() == ReasonKind.RECORD_EVIDENCE) ? KNOWLEDGE : FACT;
    }

    static boolean isOfBan(Reason reason) {
        return OF_BANS.contains(reason.kind());
    }
}

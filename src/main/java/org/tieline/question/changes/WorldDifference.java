package org.tieline.question.changes;

import java.time.LocalDate;
import java.util.List;
import org.tieline.exposure.path.TieOnDay;
import org.tieline.model.BanState;
import org.tieline.model.PartialDate;
import org.tieline.restriction.BanOnDay;

/** From one day in the world to a later one, with the same knowledge: ties begin and end, bans change their state. */
final class WorldDifference extends AnswerDifference {
    WorldDifference(ComparedAnswer before, ComparedAnswer after) {
        super(before, after);
    }

    @Override
    public ChangeOrigin origin() {
        return ChangeOrigin.WORLD;
    }

    @Override
    public List<Reason> walked(String tie) {
        TieOnDay then = before.tie(tie).orElseThrow();
        TieOnDay now = after.tie(tie).orElseThrow();
        return List.of(now.walked() ? opened(then, now) : closed(now));
    }

    private Reason opened(TieOnDay then, TieOnDay now) {
        if (then.possible()) {
            return certain(now);
        }
        LocalDate day = before.onlyCertain() ? now.certainFrom() : now.possibleFrom();
        return reason(
                ReasonKind.TIE_BEGAN,
                now,
                now.since(),
                day,
                "The tie %s began on %s.".formatted(now.id(), now.since()));
    }

    private Reason closed(TieOnDay now) {
        if (!now.possible()) {
            LocalDate day = before.onlyCertain() ? now.certainTo() : now.possibleTo();
            return reason(
                    ReasonKind.TIE_ENDED,
                    now,
                    now.until(),
                    day,
                    "The tie %s ended on %s.".formatted(now.id(), now.until()));
        }
        if (after.onlyCertain() && !now.certain()) {
            return uncertain(now);
        }
        return reason(
                ReasonKind.TIE_AGED,
                now,
                now.lastEvidenced(),
                null,
                "The newest source of the tie %s, of %s, is older than %s."
                        .formatted(
                                now.id(),
                                now.lastEvidenced(),
                                after.question().search().evidencedSince()));
    }

    @Override
    public List<Reason> shown(String tie) {
        TieOnDay now = after.tie(tie).orElseThrow();
        return List.of(now.certain() ? certain(now) : uncertain(now));
    }

    private Reason certain(TieOnDay now) {
        String why = now.since() == null ? "a source of it was published then" : "it began on " + now.since();
        return reason(
                ReasonKind.TIE_CERTAIN,
                now,
                now.since(),
                now.certainFrom(),
                "The tie %s certainly holds from %s on: %s.".formatted(now.id(), now.certainFrom(), why));
    }

    private Reason uncertain(TieOnDay now) {
        return reason(
                ReasonKind.TIE_UNCERTAIN,
                now,
                now.until(),
                now.certainTo(),
                "The tie %s no longer certainly holds from %s on: it ended on %s."
                        .formatted(now.id(), now.certainTo(), now.until()));
    }

    private Reason reason(ReasonKind kind, TieOnDay tie, PartialDate date, LocalDate day, String text) {
        return Reason.ofTie(kind, origin(), tie.id(), date, day, tie.sources(), text);
    }

    @Override
    public Reason ban(String ban) {
        BanState then = before.ban(ban).map(BanOnDay::state).orElse(null);
        BanOnDay now = after.ban(ban).orElseThrow();
        PartialDate date = deciding(now);
        return new Reason(
                ReasonKind.BAN_CHANGED,
                origin(),
                null,
                ban,
                List.of(),
                then,
                now.state(),
                date,
                date.firstDay(),
                now.ban().sources(),
                "The ban %s went from %s to %s on %s.".formatted(ban, state(then), state(now.state()), date));
    }
}

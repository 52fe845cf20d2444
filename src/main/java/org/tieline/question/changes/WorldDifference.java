package org.tieline.question.changes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.path.TieOnDay;
import org.tieline.model.Ban;
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
        return then.possible()
                ? beginning(now, true, ReasonKind.TIE_CERTAIN)
                : beginning(now, before.onlyCertain(), ReasonKind.TIE_BEGAN);
    }

    private Reason closed(TieOnDay now) {
        if (before.onlyCertain() ? !now.certain() : !now.possible()) {
            return ending(now, before.onlyCertain());
        }
        return reason(
                ReasonKind.TIE_AGED,
                now,
                now.lastEvidenced(),
                null,
                "The %s was last evidenced on %s, before %s."
                        .formatted(
                                name(now),
                                now.lastEvidenced(),
                                after.question().search().evidencedSince()));
    }

    @Override
    public List<Reason> shown(String tie) {
        TieOnDay then = before.tie(tie).orElseThrow();
        TieOnDay now = after.tie(tie).orElseThrow();
        List<Reason> reasons = new ArrayList<>();
        if (then.certain() != now.certain()) {
            reasons.add(now.certain() ? beginning(now, true, ReasonKind.TIE_CERTAIN) : ending(now, true));
        }
        boolean told = reasons.stream().anyMatch(reason -> reason.kind() == ReasonKind.EVIDENCE_STALE);
        if (then.stale() != now.stale() && !told) {
            reasons.add(stale(now));
        }
        if (then.state() != now.state()) {
            reasons.add(reason(
                    ReasonKind.TIE_REMOVING,
                    now,
                    now.removing(),
                    first(now.removing(), false),
                    "The %s is being taken out from %s on.".formatted(name(now), now.removing())));
        }
        if (!Objects.equals(then.share(), now.share())) {
            reasons.add(reason(
                    ReasonKind.SHARE_AGED,
                    now,
                    then.shareOn(),
                    carriesUntil(then.shareOn()),
                    "The share that is stated of the %s, of %s, is too old to be shown."
                            .formatted(name(now), then.shareOn())));
        }
        return reasons;
    }

    /** Why a tie holds, possibly or for certain, from a day on; what decides is the latest of several beginnings. */
    private Reason beginning(TieOnDay now, boolean certain, ReasonKind kind) {
        LocalDate day = certain ? now.certainFrom() : now.possibleFrom();
        if (day == null) {
            return certain(now, "it was evidenced then");
        }
        if (day.equals(first(now.since(), certain))) {
            return kind == ReasonKind.TIE_CERTAIN
                    ? certain(now, "it began on " + now.since())
                    : reason(kind, now, now.since(), day, "The %s began on %s.".formatted(name(now), now.since()));
        }
        for (String id : List.of(now.from(), now.to())) {
            PartialDate since = after.snapshot().organization(id).since();
            if (day.equals(first(since, certain))) {
                return reason(
                        ReasonKind.ORGANIZATION_BEGAN,
                        now,
                        since,
                        day,
                        "%s, of the %s, began to exist on %s."
                                .formatted(names(after).organization(id), name(now), since));
            }
        }
        return certain(now, "it was evidenced then");
    }

    private Reason certain(TieOnDay now, String why) {
        return reason(
                ReasonKind.TIE_CERTAIN,
                now,
                now.since(),
                now.certainFrom(),
                "The %s certainly holds from %s on: %s.".formatted(name(now), now.certainFrom(), why));
    }

    /** Why a tie no longer holds, possibly or for certain, from a day on; what decides is the earliest of several ends. */
    private Reason ending(TieOnDay now, boolean certain) {
        LocalDate day = certain ? now.certainTo() : now.possibleTo();
        if (day == null) {
            return stale(now);
        }
        if (day.equals(last(now.until(), certain))) {
            return now.possible()
                    ? reason(
                            ReasonKind.TIE_UNCERTAIN,
                            now,
                            now.until(),
                            day,
                            "The %s no longer certainly holds from %s on: it ended on %s."
                                    .formatted(name(now), day, now.until()))
                    : reason(
                            ReasonKind.TIE_ENDED,
                            now,
                            now.until(),
                            day,
                            "The %s ended on %s.".formatted(name(now), now.until()));
        }
        for (String id : List.of(now.from(), now.to())) {
            PartialDate until = after.snapshot().organization(id).until();
            if (day.equals(last(until, certain))) {
                return reason(
                        ReasonKind.ORGANIZATION_ENDED,
                        now,
                        until,
                        day,
                        "%s, of the %s, ceased to exist on %s."
                                .formatted(names(after).organization(id), name(now), until));
            }
        }
        return stale(now);
    }

    private Reason stale(TieOnDay now) {
        return reason(
                ReasonKind.EVIDENCE_STALE,
                now,
                now.lastEvidenced(),
                carriesUntil(now.lastEvidenced()),
                "The %s is only presumed to go on: it was last evidenced on %s."
                        .formatted(name(now), now.lastEvidenced()));
    }

    /** The first day for which what was stated for a date is too old. */
    private @Nullable LocalDate carriesUntil(@Nullable PartialDate date) {
        return date == null
                ? null
                : date.lastDay().plus(after.question().search().maxAge()).plusDays(1);
    }

    /** The first day of what begins on a date. */
    private static @Nullable LocalDate first(@Nullable PartialDate since, boolean certain) {
        return since == null ? null : certain ? since.lastDay() : since.firstDay();
    }

    /** The first day on which what ends on a date is no more. */
    private static @Nullable LocalDate last(@Nullable PartialDate until, boolean certain) {
        return until == null ? null : certain ? until.firstDay() : until.overBy();
    }

    private Reason reason(
            ReasonKind kind, TieOnDay tie, @Nullable PartialDate date, @Nullable LocalDate day, String text) {
        return Reason.ofTie(kind, origin(), tie.id(), date, day, tie.sources(), text);
    }

    @Override
    public Reason ban(String ban) {
        BanState then = before.ban(ban).map(BanOnDay::state).orElse(null);
        BanOnDay now = after.ban(ban).orElseThrow();
        PartialDate own = Objects.requireNonNull(deciding(now));
        PartialDate date = own.firstDay().isAfter(before.question().search().asOf())
                ? own
                : freed(ban).orElse(own);
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
                "The %s went from %s to %s on %s."
                        .formatted(names(after).ban(ban), state(then), state(now.state()), date));
    }

    /** When the last of the bans ended that had replaced one. */
    private Optional<PartialDate> freed(String ban) {
        return after.snapshot().bans().values().stream()
                .filter(other -> other.replaces().contains(ban))
                .map(Ban::ended)
                .filter(ended -> ended != null
                        && ended.firstDay().isAfter(before.question().search().asOf())
                        && !ended.firstDay().isAfter(after.question().search().asOf()))
                .max(Comparator.comparing(PartialDate::firstDay));
    }
}

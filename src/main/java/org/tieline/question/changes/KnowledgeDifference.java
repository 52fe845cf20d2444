package org.tieline.question.changes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.path.TieOnDay;
import org.tieline.model.Ban;
import org.tieline.model.BanState;
import org.tieline.model.Organization;
import org.tieline.model.PartialDate;
import org.tieline.model.Source;
import org.tieline.restriction.BanOnDay;

/** From what was known on one day to what was known later, about the same day in the world. */
final class KnowledgeDifference extends AnswerDifference {
    KnowledgeDifference(ComparedAnswer before, ComparedAnswer after) {
        super(before, after);
    }

    @Override
    public ChangeOrigin origin() {
        return ChangeOrigin.KNOWLEDGE;
    }

    @Override
    public List<Reason> walked(String tie) {
        TieOnDay then = before.tie(tie).orElseThrow();
        TieOnDay now = after.tie(tie).orElseThrow();
        return then.known() == now.known() ? learned(then, now) : List.of(published(then, now));
    }

    @Override
    public List<Reason> shown(String tie) {
        return learned(before.tie(tie).orElseThrow(), after.tie(tie).orElseThrow());
    }

    private List<Reason> learned(TieOnDay then, TieOnDay now) {
        List<Reason> reasons = new ArrayList<>(dates(then, now));
        if (!then.sources().equals(now.sources())) {
            reasons.add(published(then, now));
        }
        return reasons;
    }

    private List<Reason> dates(TieOnDay then, TieOnDay now) {
        List<Reason> dates = new ArrayList<>();
        if (!Objects.equals(then.since(), now.since())) {
            dates.add(date(ReasonKind.START_KNOWN, now, now.since(), "began"));
        }
        if (!Objects.equals(then.until(), now.until())) {
            dates.add(date(ReasonKind.END_KNOWN, now, now.until(), "ended"));
        }
        if (!Objects.equals(then.removing(), now.removing())) {
            dates.add(date(ReasonKind.LIFE_KNOWN, now, now.removing(), "began to be taken out"));
        }
        if (!Objects.equals(then.verified(), now.verified())) {
            dates.add(date(ReasonKind.LIFE_KNOWN, now, now.verified(), "was verified"));
        }
        if (!Objects.equals(then.share(), now.share())) {
            dates.add(date(ReasonKind.LIFE_KNOWN, now, now.shareOn(), "had a share that was stated"));
        }
        boolean bounded = Objects.equals(then.possibleFrom(), now.possibleFrom())
                && Objects.equals(then.certainFrom(), now.certainFrom())
                && Objects.equals(then.certainTo(), now.certainTo())
                && Objects.equals(then.possibleTo(), now.possibleTo());
        if (!bounded) {
            lives(now, dates);
        }
        return dates;
    }

    /** What became known of the lives of the organizations of a tie. */
    private void lives(TieOnDay tie, List<Reason> reasons) {
        for (String id : List.of(tie.from(), tie.to())) {
            Organization organization = after.snapshot().organization(id);
            life(
                    tie,
                    organization.since(),
                    "%s, of the %s, began to exist".formatted(organization.name(), name(tie)),
                    reasons);
            life(
                    tie,
                    organization.until(),
                    "%s, of the %s, ceased to exist".formatted(organization.name(), name(tie)),
                    reasons);
        }
    }

    private void life(TieOnDay tie, @Nullable PartialDate date, String what, List<Reason> reasons) {
        if (date != null && !knows(before, date) && knows(after, date)) {
            reasons.add(Reason.ofTie(
                    ReasonKind.LIFE_KNOWN,
                    origin(),
                    tie.id(),
                    date,
                    date.firstDay(),
                    tie.sources(),
                    "It became known that %s on %s.".formatted(what, date)));
        }
    }

    private static boolean knows(ComparedAnswer side, PartialDate date) {
        LocalDate knownAt = side.question().search().knownAt();
        return knownAt == null || !date.firstDay().isAfter(knownAt);
    }

    /** @param known what is known of more than before */
    private Reason date(ReasonKind kind, TieOnDay tie, @Nullable PartialDate known, String verb) {
        PartialDate date = Objects.requireNonNull(known);
        return Reason.ofTie(
                kind,
                origin(),
                tie.id(),
                date,
                date.firstDay(),
                tie.sources(),
                "It became known that the %s %s on %s.".formatted(name(tie), verb, date));
    }

    private Reason published(TieOnDay then, TieOnDay now) {
        List<String> more = without(now.sources(), then.sources());
        Optional<PartialDate> first = firstPublished(more);
        LocalDate day = first.map(PartialDate::lastDay).orElse(now.possibleFrom());
        return Reason.ofTie(
                ReasonKind.SOURCE_PUBLISHED,
                origin(),
                now.id(),
                first.orElse(null),
                day,
                more,
                first.isPresent()
                        ? "The %s was written of by %s, published from %s on."
                                .formatted(name(now), names(after).publishers(more), first.get())
                        : "The %s is stated by %s, without a date, which counts from %s on."
                                .formatted(name(now), names(after).publishers(more), day));
    }

    private static <T> List<T> without(List<T> all, List<T> some) {
        return all.stream().filter(each -> !some.contains(each)).toList();
    }

    private Optional<PartialDate> firstPublished(List<String> sources) {
        return sources.stream()
                .map(after.snapshot().sources()::get)
                .filter(Objects::nonNull)
                .map(Source::published)
                .filter(Objects::nonNull)
                .min(Comparator.comparing(PartialDate::lastDay));
    }

    @Override
    public Reason ban(String ban) {
        Ban then = known(before, ban);
        Ban now = Objects.requireNonNull(known(after, ban));
        List<PartialDate> dates = then == null ? List.of() : without(dates(now), dates(then));
        List<String> sources = then == null ? now.sources() : without(now.sources(), then.sources());
        BanState stateBefore = before.ban(ban).map(BanOnDay::state).orElse(null);
        BanState stateAfter = after.ban(ban).map(BanOnDay::state).orElse(null);
        String why = dates.isEmpty()
                ? "The %s was written of by %s"
                        .formatted(names(after).ban(ban), names(after).publishers(sources))
                : "It became known of the %s that a step of it was on %s"
                        .formatted(names(after).ban(ban), dates.getFirst());
        String what = stateBefore == stateAfter
                ? "it stood as %s all the same".formatted(state(stateAfter))
                : "it stood as %s, not %s".formatted(state(stateAfter), state(stateBefore));
        return new Reason(
                ReasonKind.BAN_CHANGED,
                origin(),
                null,
                ban,
                List.of(),
                stateBefore,
                stateAfter,
                dates.isEmpty() ? firstPublished(sources).orElse(null) : dates.getFirst(),
                null,
                dates.isEmpty() ? sources : now.sources(),
                "%s: %s.".formatted(why, what));
    }

    /** The ban as it was known; null if nothing of it was. */
    private static @Nullable Ban known(ComparedAnswer side, String ban) {
        return side.snapshot()
                .clock(side.question().search().asOf(), side.question().search().knownAt())
                .known(side.snapshot().ban(ban))
                .orElse(null);
    }

    /** The dates that decide the state of a ban, the strongest first. */
    private static List<PartialDate> dates(Ban ban) {
        return Stream.of(ban.ended(), ban.effective(), ban.announced(), ban.reported())
                .filter(Objects::nonNull)
                .toList();
    }
}

package org.tieline.inquiry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tieline.exposure.TieOnDay;
import org.tieline.model.Ban;
import org.tieline.model.PartialDate;
import org.tieline.model.Source;
import org.tieline.restriction.BanOnDay;

/** From what was known on one day to what was known later, about the same day in the world. */
final class KnowledgeStep extends Step {
    KnowledgeStep(Side before, Side after) {
        super(before, after);
    }

    @Override
    Origin origin() {
        return Origin.KNOWLEDGE;
    }

    @Override
    List<Reason> walked(String tie) {
        TieOnDay then = before.tie(tie).orElseThrow();
        TieOnDay now = after.tie(tie).orElseThrow();
        if (then.known() != now.known() || then.fresh() != now.fresh()) {
            return List.of(published(then, now));
        }
        List<Reason> dates = dates(then, now);
        return dates.isEmpty() ? List.of(published(then, now)) : dates;
    }

    @Override
    List<Reason> shown(String tie) {
        TieOnDay then = before.tie(tie).orElseThrow();
        TieOnDay now = after.tie(tie).orElseThrow();
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
        return dates;
    }

    private Reason date(ReasonKind kind, TieOnDay tie, PartialDate date, String verb) {
        return Reason.ofTie(
                kind,
                origin(),
                tie.id(),
                date,
                date.firstDay(),
                tie.sources(),
                "It became known that the tie %s %s on %s.".formatted(tie.id(), verb, date));
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
                        ? "The tie %s was written of in %s, published from %s on."
                                .formatted(now.id(), String.join(", ", more), first.get())
                        : "The tie %s is stated by %s, without a date, which counts from %s on."
                                .formatted(now.id(), String.join(", ", more), day));
    }

    private static List<String> without(List<String> sources, List<String> others) {
        return sources.stream().filter(source -> !others.contains(source)).toList();
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
    Reason ban(String ban) {
        BanOnDay then = before.ban(ban).orElse(null);
        BanOnDay now = after.ban(ban).orElse(null);
        List<String> known = sources(after, ban);
        List<String> more = without(known, sources(before, ban));
        PartialDate date = firstPublished(more).orElse(now == null ? null : deciding(now));
        return new Reason(
                ReasonKind.BAN_CHANGED,
                origin(),
                null,
                ban,
                List.of(),
                then == null ? null : then.state(),
                now == null ? null : now.state(),
                date,
                null,
                more.isEmpty() ? known : more,
                more.isEmpty()
                        ? "By the dates of the ban %s that became known its state was %s, not %s."
                                .formatted(ban, state(now), state(then))
                        : "By what %s said of the ban %s its state was %s, not %s."
                                .formatted(String.join(", ", more), ban, state(now), state(then)));
    }

    private static List<String> sources(Side side, String ban) {
        return side.snapshot()
                .clock(side.question().search().asOf(), side.question().search().knownAt())
                .known(side.snapshot().ban(ban))
                .map(Ban::sources)
                .orElse(List.of());
    }
}

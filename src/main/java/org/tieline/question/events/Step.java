package org.tieline.question.events;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Ban;
import org.tieline.model.PartialDate;
import org.tieline.naming.zone.CountryZone;
import org.tieline.question.Snapshot;
import org.tieline.question.changes.AnswerDifference;
import org.tieline.question.changes.Aspect;
import org.tieline.question.changes.Change;
import org.tieline.question.changes.ComparedAnswer;
import org.tieline.question.changes.Comparison;
import org.tieline.question.changes.Reason;
import org.tieline.question.changes.ReasonKind;
import org.tieline.question.conflicts.ConflictAnswer;
import org.tieline.question.conflicts.ConflictInquiry;
import org.tieline.question.conflicts.ConflictQuestion;
import org.tieline.question.exposures.ExposureQuestion;
import org.tieline.question.parameter.Paging;

/**
 * From one answer to the next: the day turned, or the facts became others; and all that moved with it.
 *
 * @param day the day that the later answer is about
 * @param state the number of the state that the later answer is of
 * @param at when the facts became others; null if the day turned
 * @param before the facts of the earlier answer
 * @param after those of the later one
 * @param exposures those that moved, by vendor and carrier
 * @param conflicts those that moved, likewise
 */
record Step(
        LocalDate day,
        long state,
        @Nullable Instant at,
        Snapshot before,
        Snapshot after,
        List<Change> exposures,
        List<MovedConflict> conflicts) {

    /**
     * That a conflict came, went, or stands otherwise.
     *
     * @param before null if it came
     * @param after null if it went
     */
    record MovedConflict(
            ConflictAnswer.@Nullable Conflict before, ConflictAnswer.@Nullable Conflict after, List<Reason> reasons) {
        ConflictAnswer.Conflict any() {
            return Objects.requireNonNull(after == null ? before : after);
        }

        /** What there is of both, the later one first. */
        private List<ConflictAnswer.Conflict> sides() {
            return Stream.of(after, before).filter(Objects::nonNull).toList();
        }

        private boolean isByDeadline() {
            return before != null
                    && after != null
                    && before.ban().pastDeadline() != after.ban().pastDeadline();
        }
    }

    /**
     * What somebody looks at.
     *
     * @param aspects of exposures that are there before and after, those that matter to somebody; empty for all
     */
    record Wanted(Set<EventSubject> subjects, Set<Aspect> aspects) {
        /** What one at least of some questions looks at. */
        static Wanted of(List<EventQuestion> questions) {
            Set<EventSubject> subjects = EnumSet.noneOf(EventSubject.class);
            Set<Aspect> aspects = EnumSet.noneOf(Aspect.class);
            for (EventQuestion question : questions) {
                subjects.addAll(question.subjects());
                aspects.addAll(question.aspects().isEmpty() ? EnumSet.allOf(Aspect.class) : question.aspects());
                if (!question.exposures().relations().isEmpty()) {
                    aspects.add(Aspect.RELATION);
                }
                if (question.exposures().minHops() > 1) {
                    aspects.add(Aspect.HOPS);
                }
            }
            if (subjects.contains(EventSubject.CONFLICT)) {
                // A ban that stands as it did reaches other ties where the path is another.
                aspects.add(Aspect.PATH);
            }
            return new Wanted(subjects, aspects);
        }
    }

    /** The conflicts of the last day that turned: nothing makes them others until the next one turns. */
    static final class LastConflicts {
        private @Nullable Snapshot of;
        private Map<List<String>, ConflictAnswer.Conflict> conflicts = Map.of();

        private Map<List<String>, ConflictAnswer.Conflict> before(Snapshot snapshot, ExposureQuestion question) {
            return snapshot == of ? conflicts : Step.conflicts(snapshot, question);
        }

        private void keep(Snapshot snapshot, Map<List<String>, ConflictAnswer.Conflict> standing) {
            of = snapshot;
            conflicts = standing;
        }
    }

    /**
     * Compares a day with the one before.
     *
     * @param last of the turning day before, if there was one
     */
    static Step ofDay(
            Snapshot snapshot,
            long state,
            ExposureQuestion question,
            TurningDays.Turn turn,
            Wanted wanted,
            LastConflicts last) {
        LocalDate day = turn.day();
        ExposureQuestion then = EventQuestion.on(question, day.minusDays(1));
        ExposureQuestion now = EventQuestion.on(question, day);
        try (ComparedAnswer before = ComparedAnswer.of(snapshot, then);
                ComparedAnswer after = ComparedAnswer.of(snapshot, now)) {
            AnswerDifference difference = AnswerDifference.world(before, after);
            List<Change> changes = Comparison.all(List.of(difference), wanted.aspects(), !turn.ofTies());
            List<MovedConflict> moved = List.of();
            if (wanted.subjects().contains(EventSubject.CONFLICT)) {
                Map<List<String>, ConflictAnswer.Conflict> standing = conflicts(snapshot, now);
                moved = conflicts(difference, changes, last.before(snapshot, then), standing);
                last.keep(snapshot, standing);
            }
            return new Step(day, state, null, snapshot, snapshot, changes, moved);
        }
    }

    /** Compares a state with the one before, about the day on which it came. */
    static Step ofState(PastStates states, long number, ExposureQuestion question, Wanted wanted) {
        Snapshot old = states.state(number - 1);
        Snapshot now = states.state(number);
        Instant at = Objects.requireNonNull(states.since(number));
        LocalDate day = at.atOffset(ZoneOffset.UTC).toLocalDate();
        ExposureQuestion asked = EventQuestion.on(question, day);
        try (ComparedAnswer before = ComparedAnswer.of(old, asked);
                ComparedAnswer after = ComparedAnswer.of(now, asked)) {
            AnswerDifference difference = new RecordedDifference(before, after, old, now, states.changesTo(number));
            List<Change> changes = Comparison.all(List.of(difference), wanted.aspects(), false);
            List<MovedConflict> moved = wanted.subjects().contains(EventSubject.CONFLICT)
                    ? conflicts(difference, changes, conflicts(old, asked), conflicts(now, asked))
                    : List.of();
            return new Step(day, number, at, old, now, changes, moved);
        }
    }

    /** All conflicts of a day, by vendor, carrier and ban. */
    private static Map<List<String>, ConflictAnswer.Conflict> conflicts(Snapshot snapshot, ExposureQuestion question) {
        Map<List<String>, ConflictAnswer.Conflict> all = new LinkedHashMap<>();
        int offset = 0;
        ConflictAnswer part;
        do {
            part = ConflictInquiry.ask(
                    snapshot,
                    new ConflictQuestion(question.withPage(new Paging(Paging.MOST, offset)), Set.of(), Set.of(), null));
            part.results().forEach(conflict -> all.put(key(conflict), conflict));
            offset += Paging.MOST;
        } while (offset < part.total());
        return all;
    }

    private static List<String> key(ConflictAnswer.Conflict conflict) {
        return List.of(
                conflict.exposure().vendor().id(), conflict.exposure().carrier().id(), ban(conflict));
    }

    static String ban(ConflictAnswer.Conflict conflict) {
        return conflict.ban().onDay().ban().id();
    }

    private static List<MovedConflict> conflicts(
            AnswerDifference difference,
            List<Change> changes,
            Map<List<String>, ConflictAnswer.Conflict> before,
            Map<List<String>, ConflictAnswer.Conflict> after) {
        SortedSet<List<String>> keys =
                new TreeSet<>((a, b) -> String.join(" ", a).compareTo(String.join(" ", b)));
        keys.addAll(before.keySet());
        keys.addAll(after.keySet());
        Map<List<String>, Change> ofPair = changes.stream()
                .collect(Collectors.toMap(
                        change -> List.of(change.vendor().id(), change.carrier().id()),
                        change -> change,
                        (first, second) -> first,
                        LinkedHashMap::new));
        List<MovedConflict> moved = new ArrayList<>();
        for (List<String> key : keys) {
            ConflictAnswer.Conflict then = before.get(key);
            ConflictAnswer.Conflict now = after.get(key);
            if (then == null || now == null || !standing(then).equals(standing(now))) {
                MovedConflict conflict = new MovedConflict(then, now, List.of());
                moved.add(new MovedConflict(then, now, reasons(difference, conflict, ofPair.get(key.subList(0, 2)))));
            }
        }
        return List.copyOf(moved);
    }

    private static List<Object> standing(ConflictAnswer.Conflict conflict) {
        return List.of(conflict.ban().conflict(), conflict.ban().pastDeadline());
    }

    /** @param change of the exposure; null if that is as it was */
    private static List<Reason> reasons(AnswerDifference difference, MovedConflict moved, @Nullable Change change) {
        Ban ban = moved.any().ban().onDay().ban();
        Set<Reason> reasons = new LinkedHashSet<>();
        for (ConflictAnswer.Conflict side : moved.sides()) {
            if (reasons.isEmpty()) {
                reasons.addAll(difference.of(side.tie().tie(), ban.id()));
            }
        }
        if (reasons.isEmpty() && change != null) {
            reasons.addAll(change.reasons());
        }
        if (reasons.isEmpty()) {
            reasons.add(moved.isByDeadline() ? deadline(difference, ban) : reach(difference, ban));
        }
        return List.copyOf(reasons);
    }

    /** What is left where neither the tie nor the ban nor the path that is told stands otherwise, nor a deadline came. */
    private static Reason reach(AnswerDifference difference, Ban ban) {
        return ofBan(
                difference,
                ReasonKind.BAN_CHANGED,
                ban,
                null,
                "The %s reaches others than before: by another path as short, or as a country joined or left its bloc."
                        .formatted(AnswerDifference.names(difference.after).ban(ban.id())));
    }

    private static Reason deadline(AnswerDifference difference, Ban ban) {
        return ofBan(
                difference,
                ReasonKind.DEADLINE_REACHED,
                ban,
                ban.deadline(),
                "The deadline of the %s, %s, counts now."
                        .formatted(AnswerDifference.names(difference.after).ban(ban.id()), ban.deadline()));
    }

    private static Reason ofBan(
            AnswerDifference difference, ReasonKind kind, Ban ban, @Nullable PartialDate date, String text) {
        return new Reason(
                kind,
                difference.origin(),
                null,
                ban.id(),
                List.of(),
                null,
                null,
                date,
                date == null ? null : date.firstDay(),
                ban.sources(),
                text);
    }

    /** The zone of the midnight at which the day turned for who is moved by these reasons. */
    ZoneId zone(List<Reason> reasons) {
        if (at != null) {
            return CountryZone.UTC;
        }
        Set<String> countries = reasons.stream()
                .filter(EventCause::isOfBan)
                .map(reason -> after.bans().get(reason.ban()))
                .filter(Objects::nonNull)
                .map(Ban::country)
                .collect(Collectors.toCollection(TreeSet::new));
        return countries.size() == 1 ? CountryZone.on(countries.iterator().next(), day) : CountryZone.UTC;
    }

    /** When what these reasons moved happened. */
    Instant at(List<Reason> reasons) {
        return at == null ? day.atStartOfDay(zone(reasons)).toInstant() : at;
    }
}

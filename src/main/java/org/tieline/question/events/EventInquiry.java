package org.tieline.question.events;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.model.TielineException.TooOld;
import org.tieline.question.Snapshot;
import org.tieline.question.exposures.ExposureQuestion;

/**
 * Answers what has happened. Questions that search alike are answered together: what they share is compared once, and each is
 * told its part of it.
 */
public final class EventInquiry {
    /** So many days are told of at most. */
    public static final int MOST_DAYS = 400;

    /** So many days are told of where nobody says since when. */
    public static final int USUAL_DAYS = 30;

    /** Time zones differ by whole quarters of an hour, so that no day turns within one. */
    private static final long QUARTER = Duration.ofMinutes(15).toSeconds();

    /** The days that begin somewhere while one lasts at UTC. */
    private static final Duration WIDEST_ZONE = Duration.ofHours(14);

    private EventInquiry() {}

    /**
     * Asks one snapshot.
     *
     * @param questions at least one
     * @return an answer for each, in their order
     * @throws TooOld if one is about a time of which nothing is kept
     * @throws org.tieline.model.TielineException.NotFound if one names an organization that is not there
     */
    public static List<EventAnswer> ask(Snapshot snapshot, List<EventQuestion> questions, Instant now) {
        questions.forEach(question -> question.exposures().requireKnown(snapshot));
        PastStates states = new PastStates(snapshot);
        Map<EventQuestion, Span> spans = new LinkedHashMap<>();
        questions.forEach(question -> spans.computeIfAbsent(question, asked -> span(states, asked, now)));
        Map<EventQuestion, EventAnswer> answers = new HashMap<>();
        for (List<EventQuestion> alike : alike(spans.keySet())) {
            List<Step> steps = steps(states, alike, spans);
            for (EventQuestion question : alike) {
                Span span = Objects.requireNonNull(spans.get(question));
                EventTelling telling = new EventTelling(question, span, states);
                List<Event> events = steps.stream()
                        .flatMap(step -> telling.of(step).stream())
                        .sorted(Comparator.comparing(Event::at).thenComparing(Event::timepoint))
                        .toList();
                answers.put(question, new EventAnswer(span.after(), span.reached(), span.oldest(), events));
            }
        }
        return questions.stream().map(answers::get).toList();
    }

    /**
     * What of the time a question is about.
     *
     * @param until no day is told that turned later
     * @param lastState no later state is told of
     */
    record Span(Timepoint after, Instant until, long lastState, Timepoint oldest) {
        Timepoint reached() {
            return new Timepoint(until, lastState);
        }

        /** Whether what a state brought is told. */
        boolean holds(long state, Instant since) {
            return state <= lastState && (after.state() == null ? since.isAfter(after.at()) : state > after.state());
        }

        /** Whether a midnight is told. */
        boolean holds(Instant midnight) {
            return midnight.isAfter(after.at()) && !midnight.isAfter(until);
        }
    }

    private static Span span(PastStates states, EventQuestion question, Instant now) {
        Instant quarter = Instant.ofEpochSecond(now.getEpochSecond() / QUARTER * QUARTER);
        Instant asked = question.until();
        boolean open = asked == null || asked.isAfter(now);
        Instant until = asked == null || open ? quarter : asked;
        long lastState = open ? states.latest() : states.at(until);
        Timepoint oldest = oldest(states, until);
        Timepoint after = question.after();
        if (after == null) {
            Instant usual = until.minus(USUAL_DAYS, ChronoUnit.DAYS);
            after = usual.isBefore(oldest.at()) ? oldest : new Timepoint(usual, null);
        }
        refuse(states, after, oldest, until);
        if (after.at().isAfter(until) && asked != null) {
            throw new BadQuestion("until", "until must not be before after (%s), was %s".formatted(after, until));
        }
        /* Who was told up to here need not be told less: a clock may have been put back. */
        return new Span(after, after.at().isAfter(until) ? after.at() : until, lastState, oldest);
    }

    /** Since when may be asked at the earliest of who asks until a time. */
    private static Instant limit(Instant until) {
        return until.minus(MOST_DAYS, ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS);
    }

    private static Timepoint oldest(PastStates states, Instant until) {
        Instant limit = limit(until);
        if (states.isCut()) {
            Instant since = Objects.requireNonNull(states.since(states.earliest() + 1));
            if (since.isAfter(limit)) {
                return new Timepoint(since, states.earliest() + 1);
            }
        }
        return new Timepoint(limit, states.at(limit));
    }

    private static void refuse(PastStates states, Timepoint after, Timepoint oldest, Instant until) {
        if (after.state() != null && (after.state() > states.latest() || after.state() < states.earliest())) {
            throw new TooOld(
                    "after",
                    "after names the state %d of the facts, and those from %d to %d are kept; the oldest that may be given is %s"
                            .formatted(after.state(), states.earliest(), states.latest(), oldest),
                    oldest.toString());
        }
        if (after.at().isBefore(after.state() == null ? oldest.at() : limit(until))) {
            throw new TooOld(
                    "after",
                    "after must not be before %s, which is the oldest that is kept, was %s".formatted(oldest, after),
                    oldest.toString());
        }
    }

    /** Questions whose answers are parts of the answer to one. */
    private static Collection<List<EventQuestion>> alike(Collection<EventQuestion> questions) {
        Map<ExposureQuestion, List<EventQuestion>> ofRestricted = new LinkedHashMap<>();
        Map<ExposureQuestion, List<EventQuestion>> naming = new LinkedHashMap<>();
        List<List<EventQuestion>> groups = new ArrayList<>();
        for (EventQuestion question : questions) {
            boolean named = !question.exposures().vendors().isEmpty();
            List<EventQuestion> group = (named ? naming : ofRestricted)
                    .computeIfAbsent(wide(question.exposures(), Set.of()), none -> new ArrayList<>());
            if (named && !group.isEmpty() && vendors(group, question).size() > ExposureQuestion.MOST_VENDORS) {
                groups.add(List.copyOf(group));
                group.clear();
            }
            group.add(question);
        }
        groups.addAll(ofRestricted.values());
        groups.addAll(naming.values());
        return groups;
    }

    /** The vendors that one at least of some questions names. */
    private static Set<String> vendors(List<EventQuestion> questions, EventQuestion... more) {
        return Stream.concat(questions.stream(), Arrays.stream(more))
                .flatMap(question -> question.exposures().vendors().stream())
                .collect(Collectors.toSet());
    }

    /** The question that has the answers of all that search as one does. */
    private static ExposureQuestion wide(ExposureQuestion question, Set<String> vendors) {
        return question.with(wide -> wide.vendors(vendors)
                .carriers(Set.of())
                .carrierCountries(Set.of())
                .relations(Set.of())
                .minHops(1));
    }

    private static List<Step> steps(PastStates states, List<EventQuestion> alike, Map<EventQuestion, Span> spans) {
        ExposureQuestion wide = wide(alike.getFirst().exposures(), vendors(alike));
        Step.Wanted wanted = Step.Wanted.of(alike);
        List<Span> all = alike.stream().map(spans::get).distinct().toList();
        Instant from = all.stream()
                .map(span -> span.after().at())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Instant until =
                all.stream().map(Span::until).max(Comparator.naturalOrder()).orElseThrow();
        List<Step> steps = new ArrayList<>();
        Step.LastConflicts last = new Step.LastConflicts();
        for (long state = states.earliest(); state <= states.latest(); state++) {
            long number = state;
            Instant since = states.since(state);
            if (since != null && all.stream().anyMatch(span -> span.holds(number, since))) {
                steps.add(Step.ofState(states, state, wide, wanted));
            }
            Instant first = since == null || since.isBefore(from) ? from : since;
            Instant next = states.until(state);
            Instant end = next == null || next.isAfter(until) ? until : next;
            if (!first.isAfter(end)) {
                turns(states, state, wide, first, end)
                        .forEach(turn -> steps.add(Step.ofDay(states.state(number), number, wide, turn, wanted, last)));
            }
        }
        return steps;
    }

    /** The days that may turn somewhere in a time, and may bring something. */
    private static List<TurningDays.Turn> turns(
            PastStates states, long state, ExposureQuestion question, Instant first, Instant last) {
        return TurningDays.of(
                states.state(state),
                question.search(),
                first.minus(WIDEST_ZONE).atOffset(ZoneOffset.UTC).toLocalDate(),
                last.plus(WIDEST_ZONE).atOffset(ZoneOffset.UTC).toLocalDate());
    }
}

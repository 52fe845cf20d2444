package org.tieline.question.changes;

import java.time.LocalDate;
import java.time.Period;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.SearchOptions;
import org.tieline.model.Day;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.question.Answer;
import org.tieline.question.Columns;
import org.tieline.question.Question;
import org.tieline.question.Snapshot;
import org.tieline.question.exposures.ExposureQuestion;
import org.tieline.question.included.IncludeParameters;
import org.tieline.question.parameter.KnownAt;
import org.tieline.question.parameter.PageParameters;
import org.tieline.question.parameter.Paging;
import org.tieline.question.parameter.Parameter;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.parameter.SearchParameters;
import org.tieline.question.parameter.Types;
import org.tieline.question.parameter.Values;

/**
 * What changed between two days.
 *
 * @param from the first day in the world
 * @param to the second, not before the first
 * @param knownFrom what was known by this day counts on the first day; null for everything on record
 * @param knownTo the same for the second
 * @param evidencedWithin on each of the days, ties whose newest source is older than this are not walked; null for any
 * @param kinds the only kinds of interest; empty for all
 * @param aspects of changed exposures the only aspects of interest; empty for all
 * @param exposures what is asked on each of the days, but for the days
 */
public record ChangeQuestion(
        LocalDate from,
        LocalDate to,
        @Nullable LocalDate knownFrom,
        @Nullable LocalDate knownTo,
        @Nullable Period evidencedWithin,
        Set<ChangeKind> kinds,
        Set<Aspect> aspects,
        ExposureQuestion exposures) {

    private static final int MOST_YEARS = 200;

    /** @throws BadQuestion if a second day is before its first */
    public ChangeQuestion {
        requireInOrder("from", from, "to", to);
        if (knownFrom == null && knownTo != null) {
            throw new BadQuestion(
                    "knownTo", "knownTo needs knownFrom: without that, everything on record is known on the first day");
        }
        if (knownTo != null) {
            requireInOrder("knownFrom", knownFrom, "knownTo", knownTo);
        }
        kinds = Set.copyOf(kinds);
        aspects = Set.copyOf(aspects);
    }

    private static final String DAY_REMEDY = "a day like 2018-08-01";

    public static final Parameter<LocalDate> FROM =
            Parameter.of("from", Types.DAY, "The first day, like 2018-08-01.").required(DAY_REMEDY);

    public static final Parameter<LocalDate> TO =
            Parameter.of("to", Types.DAY, "The second day.").required(DAY_REMEDY);

    public static final Parameter<Clock> CLOCK = Parameter.of(
                    "clock",
                    Types.word(Clock.class),
                    "Let what is known stand still, or count on each day only what was known by then.")
            .orElse(Clock.WORLD);

    private static final Parameter<LocalDate> KNOWN_FROM =
            Parameter.of("knownFrom", Types.DAY, "On the first day only sources published by this day count.");

    private static final Parameter<LocalDate> KNOWN_TO =
            Parameter.of("knownTo", Types.DAY, "The same for the second day.");

    private static final Parameter<Period> EVIDENCED_WITHIN = Parameter.of(
            "evidencedWithin",
            Types.period(MOST_YEARS),
            "Ties whose newest source is older are not walked, on each day; like P2Y.");

    /** The only kinds of differences of interest, of who has {@link #EXPOSURES}. */
    public static final Parameter<Set<ChangeKind>> KIND =
            Parameter.of("kind", Types.words(ChangeKind.class), "The only kinds of changes of interest.");

    public static final Parameter<Set<Aspect>> ASPECT = Parameter.of(
            "aspect", Types.words(Aspect.class), "Of changed exposures, only those of which this changed.");

    public static final Parameters PARAMETERS = Parameters.of(
                    FROM, TO, CLOCK, KNOWN_FROM, KNOWN_TO, EVIDENCED_WITHIN, KIND, ASPECT)
            .and(ExposureQuestion.COMMON)
            .and(IncludeParameters.ALL)
            .and(PageParameters.ALL)
            .refusing(SearchParameters.AS_OF, "from and to take its place")
            .refusing(ExposureQuestion.AFFILIATES, "exposures take it, about one day");

    public static final Question DECLARED = Question.of(
                    "changes",
                    "Which carriers came to be tied to which vendors between two days, which no longer are, and why.",
                    PARAMETERS,
                    values -> {
                        ChangeQuestion question = of(values);
                        return snapshot -> question.answer(snapshot, values);
                    },
                    "/v1/changes")
            .answering(ChangeList.class, ChangeView.class, columns(null, null))
            .offering();

    /** Of the values of {@link #PARAMETERS}. */
    public static ChangeQuestion of(Values values) {
        KnownAt knownAt = values.get(SearchParameters.KNOWN_AT);
        LocalDate knownFrom = values.get(KNOWN_FROM);
        LocalDate knownTo = values.get(KNOWN_TO);
        Clock clock = values.get(CLOCK);
        requireOneWay(knownAt, knownFrom, knownTo, clock);
        if (clock == Clock.KNOWN) {
            knownFrom = values.get(FROM);
            knownTo = values.get(TO);
        } else if (knownAt != null) {
            knownFrom = knownAt.day();
            knownTo = knownAt.day();
        }
        Period within = values.get(EVIDENCED_WITHIN);
        if (within != null && values.get(SearchParameters.EVIDENCED_SINCE) != null) {
            throw new BadQuestion("evidencedWithin", "evidencedWithin and evidencedSince exclude each other");
        }
        return new ChangeQuestion(
                values.get(FROM),
                values.get(TO),
                knownFrom,
                knownTo,
                within,
                values.get(KIND),
                values.get(ASPECT),
                exposures(values, PageParameters.page(values)));
    }

    /** What is asked on each day between two, of the values of a question that has {@link #FROM}: on the first of them. */
    public static ExposureQuestion exposures(Values values, Paging page) {
        return ExposureQuestion.of(
                values.as(ExposureQuestion.COMMON).with(SearchParameters.AS_OF, values.get(FROM)), page);
    }

    private Answer<ChangeView> answer(Snapshot snapshot, Values values) {
        ChangeAnswer answer = ChangeInquiry.ask(snapshot, this);
        ChangeList list = ChangeList.of(snapshot, answer, this, values);
        return Answer.of(list, list.results(), columns(from, to), (long) answer.total(), answer.page())
                .told(() -> ChangeText.of(answer, this));
    }

    private static Columns<ChangeView> columns(@Nullable LocalDate from, @Nullable LocalDate to) {
        return ChangeView.COLUMNS.and(FROM.name(), view -> from).and(TO.name(), view -> to);
    }

    private static void requireOneWay(KnownAt knownAt, LocalDate knownFrom, LocalDate knownTo, Clock clock) {
        boolean each = knownFrom != null || knownTo != null;
        if (knownAt != null && each) {
            throw new BadQuestion("knownAt", "knownAt stands for both days; knownFrom and knownTo exclude it");
        }
        if (clock == Clock.KNOWN && (knownAt != null || each)) {
            throw new BadQuestion(
                    "clock", "clock=known says what is known on each day; knownAt, knownFrom and knownTo exclude it");
        }
    }

    private static void requireInOrder(
            String firstName, @Nullable LocalDate first, String secondName, LocalDate second) {
        if (second.isBefore(first)) {
            throw new BadQuestion(
                    secondName,
                    "%s must not be before %s (%s), was %s".formatted(secondName, firstName, first, second));
        }
    }

    /** The question about the first day. */
    public ExposureQuestion before() {
        return on(from, knownFrom);
    }

    /** The question about the first day with the knowledge of the end. */
    public ExposureQuestion between() {
        return on(from, knownTo);
    }

    /** The question about the second day. */
    public ExposureQuestion after() {
        return on(to, knownTo);
    }

    private ExposureQuestion on(LocalDate day, @Nullable LocalDate known) {
        SearchOptions given = exposures.search();
        return exposures.withSearch(given.with(options -> options.asOf(day)
                .knownAt(known)
                .evidencedSince(evidencedWithin == null ? given.evidencedSince() : limit(day))));
    }

    /** Not before the first day that may be asked about. */
    private LocalDate limit(LocalDate day) {
        LocalDate limit = day.minus(evidencedWithin);
        return limit.isBefore(Day.EPOCH) ? Day.EPOCH : limit;
    }
}

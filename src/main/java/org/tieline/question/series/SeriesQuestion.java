package org.tieline.question.series;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tieline.exposure.SearchOptions;
import org.tieline.model.InvalidValue;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.question.Answer;
import org.tieline.question.Columns;
import org.tieline.question.Question;
import org.tieline.question.Snapshot;
import org.tieline.question.changes.ChangeQuestion;
import org.tieline.question.changes.Clock;
import org.tieline.question.exposures.ExposureQuestion;
import org.tieline.question.parameter.PageParameters;
import org.tieline.question.parameter.Paging;
import org.tieline.question.parameter.Parameter;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.parameter.SearchParameters;
import org.tieline.question.parameter.Types;
import org.tieline.question.parameter.Values;

/**
 * How many carriers were exposed, day after day.
 *
 * @param from the first day
 * @param to no day is later; not before {@code from}
 * @param step from one day to the next, counted from {@code from}: some days, weeks, months or years
 * @param knownThen whether on each day only what was known by then counts, instead of the {@code knownAt} of the question
 * @param exposures what is asked on each of the days, but for the day; its page is of no meaning where the series is given whole
 */
public record SeriesQuestion(LocalDate from, LocalDate to, Period step, boolean knownThen, ExposureQuestion exposures) {
    /** A hundred years by months. */
    public static final int MOST_DAYS = 1_200;

    private static final Pattern STEPS = Pattern.compile("P[1-9]\\d{0,3}[DWMY]");

    /** @throws BadQuestion if the second day is before the first, or there are too many days */
    public SeriesQuestion {
        if (to.isBefore(from)) {
            throw new BadQuestion("to", "to must not be before from (%s), was %s".formatted(from, to));
        }
        long days = days(from, to, step).count();
        if (days > MOST_DAYS) {
            Period longer = step.multipliedBy((int) Math.ceilDiv(days, MOST_DAYS));
            throw new BadQuestion(
                    "step",
                    "step must make %d days at most, %s makes %d from %s to %s; %s would do, or a shorter time"
                            .formatted(MOST_DAYS, step, days, from, to, longer));
        }
    }

    public static final Parameter<LocalDate> TO = ChangeQuestion.TO.saying("No day is later.");

    public static final Parameter<Period> STEP = Parameter.of(
                    "step",
                    Types.one("PERIOD", (text, reading) -> step(text), Period::toString, Types.schema("string")),
                    "From one day to the next: P1D, P2W, P1M, P1Y and the like.")
            .required("a period like P1M");

    /** Which days, and what is known on each of them. */
    public static final Parameters DAYS = Parameters.of(ChangeQuestion.FROM, TO, STEP, ChangeQuestion.CLOCK);

    private static final String WHOLE = "a series is given whole";

    public static final Parameters PARAMETERS = DAYS.and(ExposureQuestion.COMMON.but(ExposureQuestion.CARRIER))
            .and(PageParameters.ALL)
            .refusing(SearchParameters.AS_OF, "from, to and step take its place")
            .refusing(PageParameters.LIMIT, WHOLE)
            .refusing(PageParameters.OFFSET, WHOLE)
            .refusing(ExposureQuestion.AFFILIATES, "a series starts at the vendors alone");

    public static final Question DECLARED = Question.of(
                    "series",
                    "How many carriers were tied to vendors, day after day, by relation.",
                    PARAMETERS,
                    values -> {
                        SeriesQuestion question = of(values);
                        return snapshot -> question.answer(snapshot, values);
                    },
                    "/v1/changes")
            .chosenBy(STEP)
            .answering(SeriesView.class, SeriesAnswer.Point.class, Columns.none())
            .searchingMuch();

    /** Of the values of {@link #PARAMETERS}. */
    public static SeriesQuestion of(Values values) {
        return of(values, Paging.FIRST);
    }

    /**
     * Of the values of a question that has {@link #DAYS} and {@link ExposureQuestion#COMMON}.
     *
     * @param page which part of its list is wanted
     */
    public static SeriesQuestion of(Values values, Paging page) {
        boolean knownThen = values.get(ChangeQuestion.CLOCK) == Clock.KNOWN;
        if (knownThen && values.get(SearchParameters.KNOWN_AT) != null) {
            throw new BadQuestion("clock", "clock=known says what is known on each day; knownAt excludes it");
        }
        return new SeriesQuestion(
                values.get(ChangeQuestion.FROM),
                values.get(TO),
                values.get(STEP),
                knownThen,
                ChangeQuestion.exposures(values, page));
    }

    /** @throws InvalidValue if it is no such period */
    private static Period step(String text) {
        String period = text.toUpperCase(Locale.ROOT);
        if (!STEPS.matcher(period).matches()) {
            throw new InvalidValue("", text, "must be some days, weeks, months or years, like P1D, P2W, P1M or P1Y");
        }
        return Period.parse(period);
    }

    private Answer<SeriesAnswer.Point> answer(Snapshot snapshot, Values values) {
        SeriesAnswer answer = SeriesInquiry.ask(snapshot, this);
        SeriesView series = SeriesView.of(snapshot, answer, this, values);
        return Answer.of(series, series.results(), () -> SeriesText.table(answer), (long) series.total(), null)
                .told(() -> SeriesText.of(answer, this))
                .coming();
    }

    /** The days of the series, ascending; at least one. */
    public List<LocalDate> days() {
        return days(from, to, step).toList();
    }

    /** Each is counted from the first, so that the last of January is followed by the last of February and of March. */
    private static Stream<LocalDate> days(LocalDate from, LocalDate to, Period step) {
        return Stream.iterate(0, steps -> steps + 1)
                .map(steps -> from.plus(step.multipliedBy(steps)))
                .takeWhile(day -> !day.isAfter(to));
    }

    /** How to search on one day. */
    public SearchOptions on(LocalDate day) {
        SearchOptions onDay = exposures.search().withAsOf(day);
        return knownThen ? onDay.withKnownAt(day) : onDay;
    }
}

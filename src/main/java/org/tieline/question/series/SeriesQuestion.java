package org.tieline.question.series;



import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tieline.exposure.SearchOptions;
import org.tieline.model.Term;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.question.GivenParameters;
import org.tieline.question.exposures.ExposureQuestion;


/**
 * How many carriers were exposed, day after day.
 *
 * @param from the first day
 * @param to no day is later; not before {@code from}
 * @param step from one day to the next, counted from {@code from}: some days, weeks, months or years
 * @param knownThen whether on each day only what was known by then counts, instead of the {@code knownAt} of the question
 * @param exposures what is asked on each of the days, but for the day; its page is of no meaning here
 */
public record SeriesQuestion(LocalDate from, LocalDate to, Period step, boolean knownThen, ExposureQuestion exposures) {
    /** A hundred years by months. */
    public static final int MOST_DAYS = 1_200;

    private static final Pattern STEP = Pattern.compile("P[1-9]\\d{0,3}[DWMY]");

    /** Whether knowledge stands still or moves with the day. */
    private enum Clock implements Term {
        WORLD("world"),
        KNOWN("known");

        private final String text;

        Clock(String text) {
            this.text = text;
        }

        @Override
        public String text() {
            return text;
        }
    }

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

    /**
     * Reads all parameters of the question.
     *
     * @throws BadQuestion if a parameter is missing or unknown, or its value is
     */
    public static SeriesQuestion read(GivenParameters parameters) {
        LocalDate from = day(parameters, "from");
        LocalDate to = day(parameters, "to");
        Period step = step(parameters);
        boolean knownThen = parameters.term("clock", Clock.class).orElse(Clock.WORLD) == Clock.KNOWN;
        parameters.refuse("asOf", "from, to and step take its place");
        parameters.refuse("limit", "a series is given whole");
        parameters.refuse("offset", "a series is given whole");
        parameters.refuse("affiliates", "a series starts at the vendors alone");
        ExposureQuestion exposures = ExposureQuestion.read(parameters, from);
        if (knownThen && exposures.search().knownAt() != null) {
            throw new BadQuestion("clock", "clock=known says what is known on each day; knownAt excludes it");
        }
        return new SeriesQuestion(from, to, step, knownThen, exposures);
    }

    private static LocalDate day(GivenParameters parameters, String name) {
        return parameters
                .day(name)
                .orElseThrow(() -> new BadQuestion(name, name + " must be given: a day like 2018-08-01"));
    }

    private static Period step(GivenParameters parameters) {
        String text = parameters
                .text("step")
                .orElseThrow(() -> new BadQuestion("step", "step must be given: a period like P1M"));
        String period = text.toUpperCase(Locale.ROOT);
        if (!STEP.matcher(period).matches()) {
            throw new BadQuestion(
                    "step", "step must be some days, weeks, months or years, like P1D, P2W, P1M or P1Y, was " + text);
        }
        return Period.parse(period);
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

    /** The question about the exposures of one day. */
    SearchOptions on(LocalDate day) {
        SearchOptions onDay = exposures.search().withAsOf(day);
        return knownThen ? onDay.withKnownAt(day) : onDay;
    }
}

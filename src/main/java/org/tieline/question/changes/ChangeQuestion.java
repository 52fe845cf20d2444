package org.tieline.question.changes;



import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Set;
import org.tieline.exposure.SearchOptions;
import org.tieline.model.Day;
import org.tieline.model.Term;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.question.GivenParameters;
import org.tieline.question.exposures.ExposureQuestion;


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
        LocalDate knownFrom,
        LocalDate knownTo,
        Period evidencedWithin,
        Set<ChangeKind> kinds,
        Set<Aspect> aspects,
        ExposureQuestion exposures) {

    private static final int MOST_MONTHS = 200 * 12;

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

    /**
     * Reads all parameters of the question.
     *
     * @throws BadQuestion if a parameter is missing, is unknown or its value is
     */
    public static ChangeQuestion read(GivenParameters parameters) {
        LocalDate from = required(parameters, "from");
        LocalDate to = required(parameters, "to");
        LocalDate knownAt = parameters.day("knownAt").orElse(null);
        LocalDate knownFrom = parameters.day("knownFrom").orElse(null);
        LocalDate knownTo = parameters.day("knownTo").orElse(null);
        Clock clock = parameters.term("clock", Clock.class).orElse(Clock.WORLD);
        requireOneWay(knownAt, knownFrom, knownTo, clock);
        if (clock == Clock.KNOWN) {
            knownFrom = from;
            knownTo = to;
        } else if (knownAt != null) {
            knownFrom = knownAt;
            knownTo = knownAt;
        }
        Period within = period(parameters);
        Set<ChangeKind> kinds = parameters.terms("kind", ChangeKind.class);
        Set<Aspect> aspects = parameters.terms("aspect", Aspect.class);
        Set<String> carriers = parameters.ids("carrier");
        parameters.refuse("asOf", "from and to take its place");
        parameters.refuse("affiliates", "exposures take it, about one day");
        ExposureQuestion exposures = ExposureQuestion.read(parameters, from).about(carriers);
        if (within != null && exposures.search().evidencedSince() != null) {
            throw new BadQuestion("evidencedWithin", "evidencedWithin and evidencedSince exclude each other");
        }
        return new ChangeQuestion(from, to, knownFrom, knownTo, within, kinds, aspects, exposures);
    }

    private static LocalDate required(GivenParameters parameters, String name) {
        return parameters
                .day(name)
                .orElseThrow(() -> new BadQuestion(name, name + " must be given: a day like 2018-08-01"));
    }

    private static void requireOneWay(LocalDate knownAt, LocalDate knownFrom, LocalDate knownTo, Clock clock) {
        boolean each = knownFrom != null || knownTo != null;
        if (knownAt != null && each) {
            throw new BadQuestion("knownAt", "knownAt stands for both days; knownFrom and knownTo exclude it");
        }
        if (clock == Clock.KNOWN && (knownAt != null || each)) {
            throw new BadQuestion(
                    "clock", "clock=known says what is known on each day; knownAt, knownFrom and knownTo exclude it");
        }
    }

    private static Period period(GivenParameters parameters) {
        return parameters
                .text("evidencedWithin")
                .map(text -> {
                    try {
                        Period period = Period.parse(text);
                        if (!period.isNegative() && !period.isZero() && period.toTotalMonths() <= MOST_MONTHS) {
                            return period;
                        }
                    } catch (DateTimeParseException e) {
                        // Answered below, like a period that goes back.
                    }
                    throw new BadQuestion(
                            "evidencedWithin",
                            "evidencedWithin must be a period like P2Y or P18M, 200 years at most, was " + text);
                })
                .orElse(null);
    }

    private static void requireInOrder(String firstName, LocalDate first, String secondName, LocalDate second) {
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

    private ExposureQuestion on(LocalDate day, LocalDate known) {
        SearchOptions given = exposures.search();
        return exposures.searching(new SearchOptions(
                day,
                known,
                given.certainty(),
                evidencedWithin == null ? given.evidencedSince() : limit(day),
                given.minStake(),
                given.maxHops(),
                given.ties(),
                given.minEvidence()));
    }

    /** Not before the first day that may be asked about. */
    private LocalDate limit(LocalDate day) {
        LocalDate limit = day.minus(evidencedWithin);
        return limit.isBefore(Day.EPOCH) ? Day.EPOCH : limit;
    }
}

package org.tieline.question.conflicts;



import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.Set;
import org.tieline.model.PartialDate;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.question.GivenParameters;
import org.tieline.question.exposures.ExposureQuestion;


/**
 * Which exposures are in conflict with a ban.
 *
 * @param exposures which exposures; its bans filter both the vendors, where none is named, and the conflicts
 * @param pastDeadline whether the deadline must have come, or must not; null for either
 * @param dueWithin the deadline must lie after the day and at most this far ahead; null for any
 */
public record ConflictQuestion(ExposureQuestion exposures, Boolean pastDeadline, Period dueWithin) {
    private static final int MOST_YEARS = 100;

    /** @throws BadQuestion if nothing could be found */
    public ConflictQuestion {
        if (Boolean.TRUE.equals(pastDeadline) && dueWithin != null) {
            throw new BadQuestion(
                    "dueWithin",
                    "dueWithin asks for deadlines that lie ahead, and pastDeadline=true for those that do not: give one of them");
        }
    }

    /**
     * Reads all parameters of the question.
     *
     * @param today the day that {@code asOf} means when it is absent
     * @throws BadQuestion if a parameter is unknown or its value is
     */
    public static ConflictQuestion read(GivenParameters parameters, LocalDate today) {
        Set<String> carriers = parameters.ids("carrier");
        Boolean pastDeadline =
                parameters.text("pastDeadline").map(ConflictQuestion::yesOrNo).orElse(null);
        Period dueWithin =
                parameters.text("dueWithin").map(ConflictQuestion::period).orElse(null);
        ExposureQuestion all = ExposureQuestion.read(parameters, today);
        ExposureQuestion exposures = new ExposureQuestion(
                all.vendors(),
                all.bans(),
                all.search(),
                carriers,
                all.carrierCountries(),
                all.relations(),
                all.minHops(),
                all.page(),
                all.affiliates());
        return new ConflictQuestion(exposures, pastDeadline, dueWithin);
    }

    private static boolean yesOrNo(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new BadQuestion("pastDeadline", "pastDeadline must be true or false, was " + text);
        };
    }

    private static Period period(String text) {
        try {
            Period period = Period.parse(text);
            boolean ahead = !period.isNegative() && !period.isZero();
            // Added to any day, so that months and years count as they are long.
            if (ahead && !LocalDate.EPOCH.plus(period).isAfter(LocalDate.EPOCH.plusYears(MOST_YEARS))) {
                return period;
            }
        } catch (DateTimeException | ArithmeticException e) {
            // Not a period, or one so long that no day is that far away.
            throw badPeriod(text);
        }
        throw badPeriod(text);
    }

    private static BadQuestion badPeriod(String text) {
        return new BadQuestion(
                "dueWithin",
                "dueWithin must be a period of ISO 8601 like P1Y, P6M or P90D, of %d years at most, was %s"
                        .formatted(MOST_YEARS, text));
    }

    /** Whether a conflict with this deadline, null if there is none, is wanted. One of reduced precision counts from its first day. */
    boolean wants(PartialDate deadline) {
        Optional<LocalDate> day = Optional.ofNullable(deadline).map(PartialDate::firstDay);
        LocalDate asOf = exposures.search().asOf();
        boolean past = day.isPresent() && !asOf.isBefore(day.get());
        boolean due =
                dueWithin == null || day.isPresent() && !past && !day.get().isAfter(asOf.plus(dueWithin));
        return due && (pastDeadline == null || pastDeadline == past);
    }
}

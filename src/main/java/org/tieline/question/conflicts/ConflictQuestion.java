package org.tieline.question.conflicts;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.tieline.model.PartialDate;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.question.Answer;
import org.tieline.question.Question;
import org.tieline.question.Snapshot;
import org.tieline.question.exposures.ExposureQuestion;
import org.tieline.question.included.IncludeParameters;
import org.tieline.question.parameter.PageParameters;
import org.tieline.question.parameter.Parameter;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.parameter.Types;
import org.tieline.question.parameter.Values;

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

    private static final Parameter<Boolean> PAST_DEADLINE =
            Parameter.of("pastDeadline", Types.YES_OR_NO, "Only deadlines that have come, or only others.");

    private static final Parameter<Period> DUE_WITHIN = Parameter.of(
            "dueWithin", Types.period(MOST_YEARS), "Only deadlines that lie ahead, at most this far, like P1Y or P6M.");

    public static final Parameters PARAMETERS = ExposureQuestion.COMMON
            .and(PAST_DEADLINE, DUE_WITHIN, IncludeParameters.INCLUDE)
            .and(PageParameters.ALL);

    public static final Question DECLARED = Question.of(
                    "conflicts",
                    "Which carriers are tied to a vendor by what a ban in force at home covers, on a day.",
                    PARAMETERS,
                    values -> {
                        ConflictQuestion question = of(values);
                        return snapshot -> question.answer(snapshot, values);
                    },
                    "/v1/conflicts")
            .remarking("The bans that government, country and scope name are those that a conflict may be with.");

    /** Of the values of {@link #PARAMETERS}. */
    public static ConflictQuestion of(Values values) {
        return new ConflictQuestion(
                ExposureQuestion.of(values, PageParameters.page(values)),
                values.get(PAST_DEADLINE),
                values.get(DUE_WITHIN));
    }

    private Answer<ConflictView> answer(Snapshot snapshot, Values values) {
        ConflictAnswer answer = ConflictInquiry.ask(snapshot, this);
        ConflictList list = ConflictList.of(snapshot, answer, this, values);
        return Answer.of(list, list.results(), ConflictView.COLUMNS, (long) answer.total(), answer.page())
                .told(() -> ConflictText.of(answer));
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

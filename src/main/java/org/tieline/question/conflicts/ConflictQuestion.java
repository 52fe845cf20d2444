package org.tieline.question.conflicts;

import java.time.LocalDate;
import java.time.Period;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tieline.model.PartialDate;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.question.Answer;
import org.tieline.question.Question;
import org.tieline.question.Snapshot;
import org.tieline.question.exposures.ContactFilter;
import org.tieline.question.exposures.ExposureQuestion;
import org.tieline.question.included.IncludeParameters;
import org.tieline.question.parameter.PageParameters;
import org.tieline.question.parameter.Parameter;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.parameter.Types;
import org.tieline.question.parameter.Values;
import org.tieline.restriction.BanAgainst;
import org.tieline.restriction.Conflict;
import org.tieline.restriction.PastDeadline;

/**
 * Which exposures are in conflict with a ban.
 *
 * @param exposures which exposures; its bans filter both the vendors, where none is named, and the conflicts
 * @param conflicts how well they must stand; empty for all
 * @param pastDeadline whether the tie must have been there when the deadline had come; empty for any
 * @param dueWithin the deadline must lie after the day and at most this far ahead; null for any
 */
public record ConflictQuestion(
        ExposureQuestion exposures,
        Set<Conflict> conflicts,
        Set<PastDeadline> pastDeadline,
        @Nullable Period dueWithin) {
    private static final int MOST_YEARS = 100;

    /** @throws BadQuestion if nothing could be found */
    public ConflictQuestion {
        conflicts = Set.copyOf(conflicts);
        pastDeadline = Set.copyOf(pastDeadline);
        if (!pastDeadline.isEmpty() && !pastDeadline.contains(PastDeadline.NO) && dueWithin != null) {
            throw new BadQuestion(
                    "dueWithin",
                    "dueWithin asks for deadlines that lie ahead, and pastDeadline=yes and unknown for those that do not: give one of them");
        }
    }

    private static final Parameter<Set<Conflict>> CONFLICT = Parameter.of(
            "conflict",
            Types.words(Conflict.class),
            "Only conflicts that stand so: established, where somebody has vouched for the tie lately, or presumed.");

    private static final Parameter<Set<PastDeadline>> PAST_DEADLINE = Parameter.of(
            "pastDeadline",
            Types.words(PastDeadline.class),
            "Only where the tie was there when the deadline had come, where nobody has said so since, or others.");

    private static final Parameter<Period> DUE_WITHIN = Parameter.of(
            "dueWithin", Types.period(MOST_YEARS), "Only deadlines that lie ahead, at most this far, like P1Y or P6M.");

    public static final Parameters PARAMETERS = ExposureQuestion.COMMON
            .and(ContactFilter.PARAMETERS)
            .and(CONFLICT, PAST_DEADLINE, DUE_WITHIN, IncludeParameters.INCLUDE)
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
            .answering(ConflictList.class, ConflictView.class, ConflictView.COLUMNS)
            .remarking("The bans that government, country and scope name are those that a conflict may be with.")
            .offering();

    /** Of the values of {@link #PARAMETERS}. */
    public static ConflictQuestion of(Values values) {
        return new ConflictQuestion(
                ExposureQuestion.of(values, PageParameters.page(values)).with(ContactFilter.of(values)),
                values.get(CONFLICT),
                values.get(PAST_DEADLINE),
                values.get(DUE_WITHIN));
    }

    private Answer<ConflictView> answer(Snapshot snapshot, Values values) {
        ConflictAnswer answer = ConflictInquiry.ask(snapshot, this);
        ConflictList list = ConflictList.of(snapshot, answer, this, values);
        return Answer.of(list, list.results(), ConflictView.COLUMNS, (long) answer.total(), answer.page())
                .told(() -> ConflictText.of(answer));
    }

    /** Whether a conflict is wanted. A deadline of reduced precision counts from its first day. */
    boolean wants(BanAgainst against) {
        return (conflicts.isEmpty() || conflicts.contains(against.conflict()))
                && (pastDeadline.isEmpty() || pastDeadline.contains(against.pastDeadline()))
                && (dueWithin == null || isDue(against.onDay().ban().deadline(), dueWithin));
    }

    private boolean isDue(@Nullable PartialDate deadline, Period within) {
        LocalDate asOf = exposures.search().asOf();
        return deadline != null
                && asOf.isBefore(deadline.firstDay())
                && !deadline.firstDay().isAfter(asOf.plus(within));
    }
}

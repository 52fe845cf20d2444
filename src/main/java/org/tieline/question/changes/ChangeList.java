package org.tieline.question.changes;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tieline.question.Echo;
import org.tieline.question.Json;
import org.tieline.question.Snapshot;
import org.tieline.question.exposures.ExposureAnswer;
import org.tieline.question.included.IncludeParameters;
import org.tieline.question.included.Included;
import org.tieline.question.included.Inclusion;
import org.tieline.question.parameter.Values;
import org.tieline.restriction.Jurisdiction;

/**
 * A part of what changed between two days.
 *
 * @param searched its {@code before} and {@code after} are what was searched on each of the days
 * @param jurisdictions of the bans that are listed with each exposure
 * @param included what the results refer to
 */
record ChangeList(
        String notice,
        Echo<Compared> searched,
        List<Jurisdiction> jurisdictions,
        ChangeCounts.Totals totals,
        ChangeCounts counts,
        int total,
        int limit,
        int offset,
        List<ChangeView> results,
        Included included) {
    /**
     * What was compared.
     *
     * @param knownFrom what was known by this day counted on the first day; null for everything on record
     * @param knownTo the same for the second day; null for everything on record
     * @param before what was searched on the first day
     * @param after what was searched on the second day
     */
    record Compared(
            @Nullable LocalDate knownFrom,
            @Nullable LocalDate knownTo,
            Echo<ExposureAnswer.FoundOut> before,
            Echo<ExposureAnswer.FoundOut> after) {}

    static ChangeList of(Snapshot snapshot, ChangeAnswer answer, ChangeQuestion question, Values values) {
        Inclusion inclusion = IncludeParameters.inclusion(values);
        return new ChangeList(
                Json.NOTICE,
                Echo.of(
                        values,
                        new Compared(
                                question.knownFrom(),
                                question.knownTo(),
                                answer.before().echo(question.before().values()),
                                answer.after().echo(question.after().values()))),
                inclusion.jurisdictions().stream().sorted().toList(),
                ChangeCounts.Totals.of(answer),
                ChangeCounts.of(answer),
                answer.total(),
                answer.page().limit(),
                answer.page().offset(),
                answer.results().stream()
                        .map(change -> ChangeView.of(
                                change, question.before(), question.between(), question.after(), inclusion))
                        .toList(),
                answer.included(snapshot, inclusion));
    }
}

package org.tieline.question.changes;

import java.time.LocalDate;
import java.util.List;
import org.tieline.question.Json;
import org.tieline.question.Snapshot;
import org.tieline.question.exposures.ExposureSearched;
import org.tieline.question.included.Included;
import org.tieline.question.included.Inclusion;
import org.tieline.restriction.Jurisdiction;

/**
 * A part of what changed between two days.
 *
 * @param jurisdictions of the bans that are listed with each exposure
 * @param included what the results refer to
 */
record ChangeList(
        String notice,
        Searched searched,
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
     * @param knownFrom null for everything on record, like {@code knownTo}
     * @param evidencedWithin null for any
     * @param kinds the only kinds that are listed; empty for all
     * @param aspects of changed exposures the only aspects that are listed; empty for all
     * @param before what was searched for the first day
     * @param after what was searched for the second
     */
    record Searched(
            LocalDate from,
            LocalDate to,
            LocalDate knownFrom,
            LocalDate knownTo,
            String evidencedWithin,
            List<ChangeKind> kinds,
            List<Aspect> aspects,
            ExposureSearched before,
            ExposureSearched after) {
        static Searched of(ChangeAnswer answer, ChangeQuestion question) {
            return new Searched(
                    question.from(),
                    question.to(),
                    question.knownFrom(),
                    question.knownTo(),
                    question.evidencedWithin() == null
                            ? null
                            : question.evidencedWithin().toString(),
                    question.kinds().stream().sorted().toList(),
                    question.aspects().stream().sorted().toList(),
                    ExposureSearched.of(answer.before(), question.before()),
                    ExposureSearched.of(answer.after(), question.after()));
        }
    }

    static ChangeList of(Snapshot snapshot, ChangeAnswer answer, ChangeQuestion question, Inclusion inclusion) {
        return new ChangeList(
                Json.NOTICE,
                Searched.of(answer, question),
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

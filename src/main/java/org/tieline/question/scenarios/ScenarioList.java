package org.tieline.question.scenarios;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tieline.question.Echo;
import org.tieline.question.Json;
import org.tieline.question.Snapshot;
import org.tieline.question.changes.ChangeAnswer;
import org.tieline.question.changes.ChangeCounts;
import org.tieline.question.changes.ChangeView;
import org.tieline.question.exposures.ExposureAnswer;
import org.tieline.question.included.Included;
import org.tieline.question.included.Inclusion;
import org.tieline.restriction.Jurisdiction;

/**
 * A part of what would differ if a scenario were so.
 *
 * @param statement what became of what was supposed
 * @param name null if it has none
 * @param description null if it has none
 * @param changes a sentence for each change, as it was understood
 * @param jurisdictions of the bans that are listed with each exposure
 * @param included what the results refer to; what is only supposed is on no record, but for bans
 */
record ScenarioList(
        String notice,
        String statement,
        @Nullable String name,
        @Nullable String description,
        List<String> changes,
        Supposed supposed,
        Searched searched,
        List<Jurisdiction> jurisdictions,
        ChangeCounts.Totals totals,
        ChangeCounts counts,
        int total,
        int limit,
        int offset,
        List<ChangeView> results,
        Included included) {
    private static final String STATEMENT =
            "Nothing was written. What is supposed was laid over the data for this answer alone; no source states it.";

    /** Ids of what the scenario added or changed, which addresses of this API do not know or know otherwise. */
    record Supposed(List<String> ties, List<String> bans, List<String> organizations) {}

    /**
     * What was compared.
     *
     * @param before what was searched on record
     * @param after what was searched in the scenario
     */
    record Searched(Echo<ExposureAnswer.FoundOut> before, Echo<ExposureAnswer.FoundOut> after) {}

    static ScenarioList of(Snapshot snapshot, ScenarioAnswer answer, ScenarioText text) {
        ChangeAnswer difference = answer.difference();
        Inclusion inclusion = answer.inclusion();
        return new ScenarioList(
                Json.NOTICE,
                STATEMENT,
                text.name(),
                text.description(),
                answer.changes(),
                new Supposed(answer.ties(), answer.bans(), answer.organizations()),
                new Searched(
                        difference.before().echo(answer.question().values()),
                        difference.after().echo(answer.question().values())),
                inclusion.jurisdictions().stream().sorted().toList(),
                ChangeCounts.Totals.of(difference),
                ChangeCounts.of(difference),
                difference.total(),
                difference.page().limit(),
                difference.page().offset(),
                difference.results().stream()
                        .map(change -> ChangeView.of(
                                change, answer.question(), answer.question(), answer.question(), inclusion))
                        .toList(),
                difference.included(snapshot, inclusion));
    }
}

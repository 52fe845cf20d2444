package org.tieline.question.exposures;

import java.util.List;
import org.tieline.question.Echo;
import org.tieline.question.Json;
import org.tieline.question.Snapshot;
import org.tieline.question.included.IncludeParameters;
import org.tieline.question.included.Included;
import org.tieline.question.included.Including;
import org.tieline.question.included.Inclusion;
import org.tieline.question.parameter.Values;
import org.tieline.restriction.Jurisdiction;

/**
 * A part of the exposures that were found; how to read them is said once.
 *
 * @param jurisdictions of the bans that are listed with each exposure
 * @param included what the results refer to
 */
record ExposureList(
        String notice,
        Echo<ExposureAnswer.FoundOut> searched,
        List<Jurisdiction> jurisdictions,
        int total,
        int limit,
        int offset,
        List<ExposureView> results,
        Included included) {
    static ExposureList of(Snapshot snapshot, ExposureAnswer answer, ExposureQuestion question, Values values) {
        Inclusion inclusion = IncludeParameters.inclusion(values);
        Including including = new Including(snapshot, inclusion);
        answer.results().forEach(found -> found.include(including));
        return new ExposureList(
                Json.NOTICE,
                answer.searched().echo(values),
                inclusion.jurisdictions().stream().sorted().toList(),
                answer.total(),
                answer.page().limit(),
                answer.page().offset(),
                answer.results().stream()
                        .map(found -> ExposureView.of(found, question, inclusion))
                        .toList(),
                including.included());
    }
}

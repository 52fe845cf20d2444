package org.tieline.question.exposures;

import java.util.List;
import java.util.Set;
import org.tieline.question.Json;
import org.tieline.restriction.Jurisdiction;

/**
 * A part of the exposures that were found; how to read them is said once.
 *
 * @param jurisdictions of the bans that are listed with each exposure; empty for any
 */
record ExposureList(
        String notice,
        ExposureSearched searched,
        List<Jurisdiction> jurisdictions,
        int total,
        int limit,
        int offset,
        List<ExposureView> results) {
    static ExposureList of(ExposureAnswer answer, ExposureQuestion question) {
        return of(answer, question, Set.of());
    }

    static ExposureList of(ExposureAnswer answer, ExposureQuestion question, Set<Jurisdiction> jurisdictions) {
        AgainstView.Maker bans = new AgainstView.Maker(jurisdictions);
        return new ExposureList(
                Json.NOTICE,
                ExposureSearched.of(answer.searched(), question),
                jurisdictions.stream().sorted().toList(),
                answer.total(),
                answer.page().limit(),
                answer.page().offset(),
                answer.results().stream()
                        .map(found -> ExposureView.of(found, question, bans))
                        .toList());
    }
}

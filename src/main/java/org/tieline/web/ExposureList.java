package org.tieline.web;

import java.util.List;
import org.tieline.inquiry.ExposureAnswer;
import org.tieline.inquiry.ExposureQuestion;

/** A part of the exposures that were found; how to read them is said once. */
record ExposureList(
        String notice, ExposureSearched searched, int total, int limit, int offset, List<ExposureView> results) {
    static ExposureList of(ExposureAnswer answer, ExposureQuestion question) {
        AgainstView.Maker bans = new AgainstView.Maker();
        return new ExposureList(
                Json.NOTICE,
                ExposureSearched.of(answer.searched(), question),
                answer.total(),
                answer.page().limit(),
                answer.page().offset(),
                answer.results().stream()
                        .map(found -> ExposureView.of(found, question, bans))
                        .toList());
    }
}

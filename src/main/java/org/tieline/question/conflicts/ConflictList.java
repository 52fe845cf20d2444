package org.tieline.question.conflicts;

import java.util.EnumSet;
import java.util.List;
import org.tieline.question.Echo;
import org.tieline.question.Json;
import org.tieline.question.Snapshot;
import org.tieline.question.exposures.ExposureAnswer;
import org.tieline.question.included.IncludeParameters;
import org.tieline.question.included.Included;
import org.tieline.question.included.Including;
import org.tieline.question.included.Inclusion;
import org.tieline.question.parameter.Values;
import org.tieline.restriction.Jurisdiction;

/**
 * A part of the conflicts that were found; how to read them is said once.
 *
 * @param established how many of the total stand on a tie that certainly holds
 * @param included what the results refer to
 */
record ConflictList(
        String notice,
        Echo<ExposureAnswer.FoundOut> searched,
        int total,
        int established,
        int limit,
        int offset,
        List<ConflictView> results,
        Included included) {
    static ConflictList of(Snapshot snapshot, ConflictAnswer answer, ConflictQuestion question, Values values) {
        Including including = new Including(
                snapshot, new Inclusion(EnumSet.allOf(Jurisdiction.class), values.get(IncludeParameters.INCLUDE)));
        answer.results().forEach(conflict -> conflict.include(including));
        return new ConflictList(
                Json.NOTICE,
                answer.searched().echoWithBans(values),
                answer.total(),
                answer.established(),
                answer.page().limit(),
                answer.page().offset(),
                answer.results().stream()
                        .map(conflict -> ConflictView.of(conflict, question.exposures()))
                        .toList(),
                including.included());
    }
}

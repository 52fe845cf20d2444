package org.tieline.question.conflicts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tieline.question.Json;
import org.tieline.question.Snapshot;
import org.tieline.question.exposures.ExposureSearched;
import org.tieline.question.included.Included;
import org.tieline.question.included.IncludedKind;
import org.tieline.question.included.Including;
import org.tieline.question.included.Inclusion;
import org.tieline.restriction.Jurisdiction;

/**
 * A part of the conflicts that were found; how to read them is said once.
 *
 * @param included what the results refer to
 */
record ConflictList(
        String notice,
        Searched searched,
        int total,
        int limit,
        int offset,
        List<ConflictView> results,
        Included included) {

    /**
     * What was searched.
     *
     * @param exposures which exposures; its {@code restricted} says which bans a conflict may be with
     * @param pastDeadline whether the deadline had to have come, or had not to; null for either
     * @param dueWithin how far ahead the deadline could lie, an ISO 8601 period; null for any
     */
    record Searched(@JsonUnwrapped ExposureSearched exposures, Boolean pastDeadline, String dueWithin) {}

    static ConflictList of(
            Snapshot snapshot, ConflictAnswer answer, ConflictQuestion question, Set<IncludedKind> kinds) {
        Including including = new Including(snapshot, new Inclusion(EnumSet.allOf(Jurisdiction.class), kinds));
        answer.results().forEach(conflict -> conflict.include(including));
        return new ConflictList(
                Json.NOTICE,
                new Searched(
                        ExposureSearched.withBans(answer.searched(), question.exposures()),
                        question.pastDeadline(),
                        question.dueWithin() == null
                                ? null
                                : question.dueWithin().toString()),
                answer.total(),
                answer.page().limit(),
                answer.page().offset(),
                answer.results().stream()
                        .map(conflict -> ConflictView.of(conflict, question.exposures()))
                        .toList(),
                including.included());
    }
}

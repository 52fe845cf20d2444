package org.tieline.question.events;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tieline.question.Echo;
import org.tieline.question.Json;
import org.tieline.question.Snapshot;
import org.tieline.question.parameter.Paging;
import org.tieline.question.parameter.Values;

/**
 * A part of what has happened.
 *
 * @param timepoint up to here it is told; to be given as {@code after} the next time
 * @param results by time
 */
record EventList(
        String notice,
        Echo<Found> searched,
        Timepoint timepoint,
        int total,
        int limit,
        int offset,
        List<Event> results) {
    /**
     * What is told besides the parameters.
     *
     * @param after as it was understood
     * @param oldest the earliest point that may be asked about
     * @param snapshot the state of the graph that was asked
     * @param problems how many things in the graph are badly made and left out; {@code /v1/catalog} lists them
     */
    record Found(Timepoint after, Timepoint oldest, String snapshot, int problems) {}

    /** Since when events are told. */
    @Nullable
    Object after() {
        return searched.fields().get(EventQuestion.AFTER.name());
    }

    static EventList of(Snapshot snapshot, EventAnswer answer, Paging page, Values values) {
        return new EventList(
                Json.NOTICE,
                Echo.of(
                        values,
                        new Found(
                                answer.after(),
                                answer.oldest(),
                                snapshot.version(),
                                snapshot.problems().size())),
                answer.reached(),
                answer.events().size(),
                page.limit(),
                page.offset(),
                page.of(answer.events()));
    }
}

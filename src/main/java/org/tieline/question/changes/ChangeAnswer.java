package org.tieline.question.changes;

import java.util.List;
import java.util.Map;
import org.tieline.question.Snapshot;
import org.tieline.question.exposures.ExposureAnswer;
import org.tieline.question.included.Included;
import org.tieline.question.included.Including;
import org.tieline.question.included.Inclusion;
import org.tieline.question.parameter.Paging;

/**
 * What differs between two answers.
 *
 * @param before what was searched for the first answer
 * @param after what was searched for the second
 * @param totalBefore how many exposures the first answer has
 * @param totalAfter how many the second has
 * @param counts how many pairs differ, by kind, every kind given
 * @param total how many of them are listed, whatever the page
 * @param page which part of the list is here
 * @param results by vendor, then carrier
 */
public record ChangeAnswer(
        ExposureAnswer.Searched before,
        ExposureAnswer.Searched after,
        int totalBefore,
        int totalAfter,
        Map<ChangeKind, Integer> counts,
        int total,
        Paging page,
        List<Change> results) {
    /** What the results refer to; a ban as the latest of the answers that have it knew it. */
    public Included included(Snapshot snapshot, Inclusion inclusion) {
        Including including = new Including(snapshot, inclusion);
        results.forEach(change -> change.include(change.before(), including));
        results.forEach(change -> change.include(change.between(), including));
        results.forEach(change -> change.include(change.after(), including));
        return including.included();
    }
}

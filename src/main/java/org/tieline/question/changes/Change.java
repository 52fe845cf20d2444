package org.tieline.question.changes;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Organization;
import org.tieline.question.exposures.ExposureAnswer.Found;
import org.tieline.question.included.Including;

/**
 * That one pair of a vendor and a carrier differs between two answers, and why.
 *
 * @param kind how it differs
 * @param aspects what differs of an exposure that is in both answers; else empty
 * @param before the exposure in the first answer; null if it appeared
 * @param between where day and knowledge moved, the exposure on the first day with the knowledge of the end; null if there is
 *     none, or it is written like one of the others
 * @param after the exposure in the second answer; null if it disappeared
 * @param beforeHolds whether the path of the first answer is open in the second too; false if there is none
 * @param afterHeld whether the path of the second answer was open in the first too; false if there is none
 * @param origins what had to differ, at least one
 * @param reasons at least one
 */
public record Change(
        ChangeKind kind,
        Organization vendor,
        Organization carrier,
        Set<Aspect> aspects,
        @Nullable Found before,
        @Nullable Found between,
        @Nullable Found after,
        boolean beforeHolds,
        boolean afterHeld,
        SortedSet<ChangeOrigin> origins,
        List<Reason> reasons) {
    /**
     * Adds what one of its exposures refers to, and of the bans on its vendor also those that its reasons name.
     *
     * @param found null adds nothing
     */
    void include(@Nullable Found found, Including including) {
        if (found == null) {
            return;
        }
        found.include(including);
        found.bans().stream()
                .filter(against -> reasons.stream()
                        .anyMatch(reason -> against.onDay().ban().id().equals(reason.ban())))
                .forEach(against -> including.ban(against.onDay()));
    }
}

package org.tieline.restriction;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tieline.model.PartialDate;

/**
 * A ban held against an exposed carrier on a day.
 *
 * @param onDay the ban as it stood
 * @param jurisdiction whose measure it is, seen from the carrier
 * @param covers the strongest over all contact ties on a shortest path
 * @param coveredTie the id of the tie that {@code covers}, {@code conflict}, {@code pastDeadline} and {@code removing} stand
 *     on: of those that are equally strong one that certainly holds, then the one vouched for last, then the first by id;
 *     null if it is {@code NO}
 * @param conflict how well a conflict stands: the ban is of the carrier's country or bloc, is in force, and covers the tie for
 *     certain; null if there is none
 * @param pastDeadline whether the tie was still there when the ban's deadline had come; {@code NO} without a conflict
 * @param removing from when on the tie is being taken out; null if that has not begun on the day, or no tie is covered
 * @param flags what to know before relying on it: those of the state, and {@code REDUCED_PRECISION} also if a deadline that
 *     has come is a month or a year
 */
public record BanAgainst(
        BanOnDay onDay,
        Jurisdiction jurisdiction,
        Covers covers,
        @Nullable String coveredTie,
        @Nullable Conflict conflict,
        PastDeadline pastDeadline,
        @Nullable PartialDate removing,
        Set<BanFlag> flags) {
    /** Whether there is a conflict, however well it stands. */
    public boolean isConflict() {
        return conflict != null;
    }
}

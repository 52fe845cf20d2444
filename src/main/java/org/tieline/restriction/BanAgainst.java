package org.tieline.restriction;

import java.util.Set;

/**
 * A ban held against an exposed carrier on a day.
 *
 * @param onDay the ban as it stood
 * @param jurisdiction whose measure it is, seen from the carrier
 * @param covers the strongest over all contact ties on a shortest path
 * @param coveredTie the id of the tie that {@code covers} stands on, the first by id of those that are equally strong; null
 *     if it is {@code NO}
 * @param conflict whether it is of the carrier's country or bloc, is in force, and covers for certain a contact tie whose
 *     customer sits in that country or bloc
 * @param conflictTie the id of the tie that {@code conflict} stands on, the first by id; null if there is no conflict
 * @param pastDeadline whether there is a conflict and the ban's deadline has come
 * @param flags what to know before relying on it: those of the state, and {@code REDUCED_PRECISION} also if a deadline that
 *     has come is a month or a year
 */
public record BanAgainst(
        BanOnDay onDay,
        Jurisdiction jurisdiction,
        Covers covers,
        String coveredTie,
        boolean conflict,
        String conflictTie,
        boolean pastDeadline,
        Set<BanFlag> flags) {}

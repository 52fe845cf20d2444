package org.tieline.question.ownership;

import org.tieline.question.ListPart;
import org.tieline.restriction.OwnershipVerdict;

/**
 * The organizations that count as owned by listed ones, and what was asked by.
 *
 * @param found by verdict, then step, then id
 * @param warnings what to know of who counted as listed
 */
public record CaughtAnswer(
        OwnershipAnswer.Searched searched, ListPart<Caught> found, ListPart<OwnershipAnswer.Warning> warnings) {

    /**
     * One organization.
     *
     * @param verdict the verdict on the day
     * @param addition how the stakes in it add up
     */
    public record Caught(OwnershipVerdict verdict, OwnershipAnswer.Addition addition) {}
}

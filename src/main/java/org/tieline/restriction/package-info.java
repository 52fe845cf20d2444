/**
 * Bans over time: the state of a ban on a day, which organizations are restricted then, and what a ban is to an exposed
 * carrier: whose measure it is, whether it covers the ties that the exposure rests on, and whether the two are in conflict;
 * and ownership rules: which organizations count as owned by such.
 *
 * <p>Bans and the publication dates of sources enter, with a day and what was known by another; what leaves is each ban
 * with its state and the reasons for caution. What of an exposure matters to a ban enters as
 * {@link org.tieline.restriction.ExposedCarrier}. A ban keeps only its latest status, so its state on an earlier day is read from its
 * dates, and the status decides only where they are silent.
 *
 * <p>Stakes enter as {@link org.tieline.restriction.Holdings}, with the numbers of the listed organizations and a version of
 * a rule; what leaves is the {@link org.tieline.restriction.Cascade} of those who are caught, for certain or possibly. What
 * the rules ask for, and when, is data: {@link org.tieline.restriction.RuleProfiles}. May use the model, and Jackson for the
 * file of the profiles.
 */
@NullMarked
package org.tieline.restriction;

import org.jspecify.annotations.NullMarked;

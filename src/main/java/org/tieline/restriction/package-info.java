/**
 * Bans over time: the state of a ban on a day, and which organizations are restricted then; and ownership rules: which
 * organizations count as owned by such.
 *
 * <p>Bans and the publication dates of sources enter, with a day and what was known by another; what leaves is each ban
 * with its state and the reasons for caution. A ban keeps only its latest status, so its state on an earlier day is read
 * from its dates, and the status decides only where they are silent.
 *
 * <p>Stakes enter as {@link org.tieline.restriction.Holdings}, with the numbers of the listed organizations and a version of
 * a rule; what leaves is the {@link org.tieline.restriction.Cascade} of those who are caught, for certain or possibly. What
 * the rules ask for, and when, is data: {@link org.tieline.restriction.RuleProfiles}. May use the model, and Jackson for the
 * file of the profiles.
 */
package org.tieline.restriction;

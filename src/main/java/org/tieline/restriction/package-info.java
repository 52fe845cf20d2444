/**
 * Bans over time: the state of a ban on a day, which organizations are restricted then, and what a ban is to an exposed
 * carrier: whose measure it is, whether it covers the ties that the exposure rests on, and whether the two are in conflict.
 *
 * <p>Bans and the publication dates of sources enter, with a day and what was known by another; what leaves is each ban
 * with its state and the reasons for caution. What of an exposure matters to a ban enters as
 * {@link org.tieline.restriction.Tied}. May use the model alone. A ban keeps only its latest status, so its state
 * on an earlier day is read from its dates, and the status decides only where they are silent.
 */
package org.tieline.restriction;

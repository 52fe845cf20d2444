/**
 * Bans over time: the state of a ban on a day, and which organizations are restricted then.
 *
 * <p>Bans and the publication dates of sources enter, with a day and what was known by another; what leaves is each ban
 * with its state and the reasons for caution. May use the model alone. A ban keeps only its latest status, so its state
 * on an earlier day is read from its dates, and the status decides only where they are silent.
 */
package org.tieline.restriction;

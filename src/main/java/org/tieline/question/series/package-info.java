/**
 * Counts day after day: a period and the options of a search come in, a row a day leaves.
 *
 * <p>May use {@code question}, {@code question.exposures}, {@code exposure}, {@code restriction}, {@code model}, and the clock of
 * {@code question.changes}: only days on which anything changes are searched.
 */
package org.tieline.question.series;

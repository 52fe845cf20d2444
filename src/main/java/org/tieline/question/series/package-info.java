/**
 * Counts day after day: a period and the options of a search come in, a row a day leaves.
 *
 * <p>May use {@code question}, {@code question.exposures}, {@code exposure}, {@code restriction}, {@code model}, and the clock of
 * {@code question.changes}: days are swept together, so that what is the same on them is walked once.
 */
@NullMarked
package org.tieline.question.series;

import org.jspecify.annotations.NullMarked;

/**
 * What differs between two days, or between what was known on two days: the two and the options of a search come in,
 * exposures gained, lost and changed leave with the facts that explain them.
 *
 * <p>May use {@code question}, {@code question.exposures}, {@code exposure}, {@code restriction} and {@code model}. Both sides are ordinary
 * answers that are compared, so a change never says anything that the two answers do not.
 */
@NullMarked
package org.tieline.question.changes;

import org.jspecify.annotations.NullMarked;

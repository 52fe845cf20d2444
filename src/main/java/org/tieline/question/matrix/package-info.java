/**
 * All pairs of a day: a day and the options of a search come in, a table of vendors by carriers leaves.
 *
 * <p>May use {@code question}, {@code question.exposures}, {@code exposure} and {@code model}. One sweep answers all pairs, at a fraction
 * of what asking for each would cost.
 */
@NullMarked
package org.tieline.question.matrix;

import org.jspecify.annotations.NullMarked;

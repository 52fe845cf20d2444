/**
 * What an answer would be if some facts were other than they are: a list of supposed facts comes in, the difference of two answers
 * leaves.
 *
 * <p>May use {@code question}, {@code question.exposures}, {@code question.changes}, {@code exposure}, {@code restriction}, {@code naming} and
 * {@code model}. Facts are laid over the snapshot's; nothing is ever written.
 */
@NullMarked
package org.tieline.question.scenarios;

import org.jspecify.annotations.NullMarked;

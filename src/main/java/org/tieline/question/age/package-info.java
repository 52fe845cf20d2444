/**
 * Which facts want to be looked at again: a day comes in, ties and bans leave with the time for which nobody has vouched for them and the
 * number of answers that stand on them, most first.
 *
 * <p>May use {@code question}, {@code question.exposures}, {@code question.included}, {@code restriction} and {@code model}. An
 * answer is an exposure as it is found where nothing but the day is said, so that the weight of a fact is what people see of it.
 */
@NullMarked
package org.tieline.question.age;

import org.jspecify.annotations.NullMarked;

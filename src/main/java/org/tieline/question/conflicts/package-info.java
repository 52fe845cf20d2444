/**
 * Which exposures a ban of the carrier's own country or bloc forbids: the search of {@code question.exposures} comes in with
 * a day, pairs of contact tie and ban leave.
 *
 * <p>May use {@code question}, {@code question.exposures}, {@code restriction} and {@code model}. A conflict is no other search: it is an
 * exposure that a ban covers.
 */
@NullMarked
package org.tieline.question.conflicts;

import org.jspecify.annotations.NullMarked;

/**
 * How many carriers are exposed on a day, and what share of subscribers they have: a day and the options of a search come in, a
 * row for each country, bloc, vendor or relation leaves; or the same on many days.
 *
 * <p>May use {@code question}, {@code question.exposures}, {@code exposure}, {@code restriction} and {@code model}, and of
 * {@code question.series} the days and their sweep, whose clock is that of {@code question.changes}. It counts what exposures and
 * conflicts list. Counts of subscribers are on record for some carriers only, so every sum says of how many it is.
 */
@NullMarked
package org.tieline.question.summary;

import org.jspecify.annotations.NullMarked;

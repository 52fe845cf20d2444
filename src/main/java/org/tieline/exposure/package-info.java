/**
 * The exposure engine: which carriers are tied to a vendor, and through which ties.
 *
 * <p>Organizations, sources and ties enter through {@link org.tieline.exposure.TieGraphBuilder} and become a
 * {@link org.tieline.exposure.TieGraph}, an immutable compact snapshot; a vendor and
 * {@link org.tieline.exposure.SearchOptions} enter {@link org.tieline.exposure.ExposureSearch} and leave as a
 * {@link org.tieline.exposure.FoundExposures}, whose exposures are spelled out with their paths only when asked for;
 * {@link org.tieline.exposure.ExposureSweep} finds hops and relations on many days at once, and
 * {@link org.tieline.exposure.PathSearch} lists all paths between two organizations. May use the model alone: no database,
 * no HTTP.
 *
 * <p>Whoever supposes other ties, or has other facts, gets another graph that shares what is the same; of a large one it shares
 * almost all. What a question makes of a single tie is told
 * by {@link org.tieline.exposure.TieGraph#onDay}. What leaves is spelled out as values of {@code exposure.path}.
 *
 * <p>A tie holds only while both its organizations exist. The rows of a graph are cut to that, so that the usual search knows
 * nothing of lives; where knowledge or certainty is asked for, {@code KnownDates} looks them up.
 *
 * <p>Nothing is kept as an object for each organization or tie: columns of numbers come from {@code exposure.column}.
 *
 * <p>Inside, everything is a dense int. Organizations are numbered by kind and then id, ties by id in code-point order,
 * so that comparing numbers compares ids, and the first path that a breadth-first search finds is the one that comes
 * first among the shortest.
 */
@NullMarked
package org.tieline.exposure;

import org.jspecify.annotations.NullMarked;

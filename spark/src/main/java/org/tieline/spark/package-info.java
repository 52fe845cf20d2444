/**
 * Matrix and series for graphs whose ties exceed one machine, as a job of Spark SQL.
 *
 * <p>The tables that {@code tieline export --format csv} writes come in, as CSV or Parquet; the table of {@code tieline ask matrix} or
 * {@code tieline ask series} leaves. {@link org.tieline.spark.TieRows} makes of each tie the rows by which it may be walked,
 * {@link org.tieline.spark.Levels} joins them level by level from all vendors on all days at once, and {@link org.tieline.spark.Matrix}
 * and {@link org.tieline.spark.Series} count what it reached.
 *
 * <p>What may be walked is not said here a second time: {@link org.tieline.spark.Automaton} is the automaton of
 * {@code org.tieline.exposure} written out as a table, and bans are read by {@code org.tieline.restriction}. Of several equally short
 * paths the first counts, as in the engine, so that relations and grades are the same, not hops alone.
 *
 * <p>Whoever has one machine that holds the ties should ask the engine.
 */
@NullMarked
package org.tieline.spark;

import org.jspecify.annotations.NullMarked;

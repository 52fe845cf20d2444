/**
 * What the nodes, relationships and properties of the graph say: facts become the rows that are written to it, with a
 * {@code fingerprint}, and raw properties become facts again, or problems; with the named queries and the statements of
 * the schema.
 *
 * <p>May use {@code model} and {@code scratch}, and knows no way to a database: {@code graph.bolt} and {@code graph.kernel} are the two,
 * each with a {@link org.tieline.graph.GraphReader}. What has no fingerprint was made by hand and is never touched. People
 * write to this graph too, so whoever reads must expect every mistake and fail at none.
 */
@NullMarked
package org.tieline.graph;

import org.jspecify.annotations.NullMarked;

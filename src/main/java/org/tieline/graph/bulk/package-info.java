/**
 * A whole data set into a database that is not there yet, by Neo4j's own bulk importer: facts come in as a stream, and the folder of
 * a Neo4j leaves, with constraints and indexes, that a server can be started on. What is written is what a load over Bolt writes.
 *
 * <p>The importer wants all nodes first and all relationships afterwards; so what a node is joined to waits in a scratch folder. May
 * use {@code graph}, {@code graph.element}, {@code model}, {@code scratch} and Neo4j, inside this process.
 */
@NullMarked
package org.tieline.graph.bulk;

import org.jspecify.annotations.NullMarked;

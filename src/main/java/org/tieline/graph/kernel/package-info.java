/**
 * The graph from inside the database's own process, without the network: a database comes in, a reader of its graph leaves.
 *
 * <p>May use {@code graph}, {@code model} and Neo4j's own API, internal parts included; so it works with the one version of
 * Neo4j that it was compiled for. The embedded server and the procedures stand on it, in this program and inside any other
 * Neo4j.
 */
@NullMarked
package org.tieline.graph.kernel;

import org.jspecify.annotations.NullMarked;

/**
 * Neo4j inside this process: settings come in; Bolt, HTTP, Neo4j Browser and the procedures leave.
 *
 * <p>May use {@code config}, {@code gate}, {@code model}, {@code procedure}, Neo4j's own API, and Jetty and Netty, by which it
 * stands before Neo4j's ports. With {@code graph.kernel} the only package that
 * knows that there is an embedded Neo4j: everybody else reaches the graph over Bolt, so that a cluster can take its place.
 */
@NullMarked
package org.tieline.server;

import org.jspecify.annotations.NullMarked;

/**
 * Neo4j inside this process: settings come in; Bolt, HTTP, Neo4j Browser and a reader of the graph that does without the
 * network leave.
 *
 * <p>May use {@code config}, {@code graph}, {@code model}, {@code procedure} and Neo4j's own API. The only package that
 * knows that there is an embedded Neo4j: everybody else reaches the graph over Bolt, so that a cluster can take its place.
 */
package org.tieline.server;

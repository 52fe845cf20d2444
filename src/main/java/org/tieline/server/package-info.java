/**
 * Neo4j inside this process: settings come in; Bolt, HTTP, Neo4j Browser and the procedures leave.
 *
 * <p>May use {@code config}, {@code model}, {@code procedure} and Neo4j's own API. With {@code kernel} the only package that
 * knows that there is an embedded Neo4j: everybody else reaches the graph over Bolt, so that a cluster can take its place.
 */
package org.tieline.server;

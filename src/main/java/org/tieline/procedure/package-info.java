/**
 * The questions as procedures of the database, for those who ask in Cypher: arguments and options come in as values of
 * Cypher and go to the same inquiries as the parameters of the API; nodes, paths and words leave, the same answers. All who
 * ask a database from inside its process share its snapshots.
 *
 * <p>May use {@code question}, {@code graph.kernel}, the values of {@code exposure}, {@code restriction} and {@code model}, and
 * Neo4j's own API. It runs inside the embedded server and, packed into one jar with what it uses, inside any other Neo4j of
 * the same version; so nothing here may use the driver, OGM or HTTP.
 */
@NullMarked
package org.tieline.procedure;

import org.jspecify.annotations.NullMarked;

/**
 * The graph in any Neo4j, over Bolt: a checked data set comes in and is written, with the schema before it; organizations,
 * ties, bans and sources leave, one by one for looking things up, as a stream for the snapshot.
 *
 * <p>May use {@code graph}, {@code model}, the Neo4j driver and OGM. What properties mean is for {@code graph} to say. Every
 * failure to reach the database leaves as the one of {@code model}, with a remedy.
 */
package org.tieline.graph.bolt;

/**
 * The graph in Neo4j: a checked data set comes in and is written; organizations, ties, bans and sources leave, one by one
 * for looking things up, as a stream for the snapshot.
 *
 * <p>May use {@code model}, the Neo4j driver and OGM, and talks Bolt alone; {@code exposure} takes over what
 * {@link org.tieline.graph.GraphReader} streams. What a load wrote carries a {@code fingerprint}; what has none was made by
 * hand and is never touched. People write to this graph too, so a reader must expect every mistake and fail at none.
 */
package org.tieline.graph;

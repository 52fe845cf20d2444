/**
 * The graph in any Neo4j, over Bolt: a checked data set comes in and is written, with the schema before it; organizations,
 * ties, bans and sources leave as a stream, for the snapshot and for whoever copies the graph.
 *
 * <p>May use {@code graph}, {@code model}, {@code scratch}, the Neo4j driver, and OGM for what is an entity with its neighbours, a ban. What
 * properties mean is for {@code graph} to say. Every failure to reach the database leaves as the one of {@code model}, with a
 * remedy.
 */
@NullMarked
package org.tieline.graph.bolt;

import org.jspecify.annotations.NullMarked;

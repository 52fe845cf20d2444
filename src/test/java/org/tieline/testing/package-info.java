/**
 * What tests of several packages share: one real Neo4j for all of them, and small facts.
 *
 * <p>A test class that needs the graph says {@code @ExtendWith(EmbeddedNeo4jExtension.class)} and takes an
 * {@link org.tieline.server.EmbeddedServer} or a {@link org.tieline.graph.Neo4j} as a parameter of its constructor or
 * methods. The server starts once per process, because a start takes seconds and leaves every query to be planned anew; each
 * class finds the graph empty, and so does each test that asks with {@code @BeforeEach} for {@link org.tieline.testing.EmbeddedNeo4jExtension#empty}. A class that
 * only reads what is shipped says {@link org.tieline.testing.ShippedGraph} instead.
 */
package org.tieline.testing;

package org.tieline.http;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.testing.ShippedGraph;

/** Tests that ask the API over the shipped data, which is served once for all of a class. */
@ShippedGraph
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ShippedApiTest {
    ShippedApi shipped;
    ApiClient api;

    @BeforeAll
    void serve(Neo4j neo4j) {
        shipped = ShippedApi.shared(neo4j);
        api = shipped.client();
    }

    @AfterAll
    void endServing() {
        shipped.close();
    }
}

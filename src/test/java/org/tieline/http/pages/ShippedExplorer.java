package org.tieline.http.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.http.ShippedApi;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.ShippedGraph;

/** The explorer over the shipped data in a browser, and what its pages complain of after each test. */
@ShippedGraph
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ShippedExplorer {
    Chromium chromium;
    ShippedApi shipped;

    @BeforeAll
    void start(Neo4j neo4j, EmbeddedServer server) {
        chromium = Chromium.shared();
        shipped = serve(neo4j, server);
    }

    /** The API that the pages come from; by itself without a Neo4j Browser. */
    ShippedApi serve(Neo4j neo4j, EmbeddedServer server) {
        return ShippedApi.shared(neo4j);
    }

    @AfterAll
    void stop() {
        if (shipped != null) {
            shipped.close();
        }
    }

    @AfterEach
    void closePages() {
        chromium.closePages();
        check(chromium.complaints());
    }

    /** @param complaints of all pages of a test */
    void check(List<String> complaints) {
        assertThat(complaints).isEmpty();
    }

    /** A page of a reader who was never here, at an address of the explorer. */
    Page open(String address) {
        Page page = chromium.page();
        page.navigate(shipped.address() + address);
        return page;
    }
}

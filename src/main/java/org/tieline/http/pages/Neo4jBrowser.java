package org.tieline.http.pages;

import java.net.URI;

/**
 * Where a reader of the explorer opens a query in Neo4j Browser.
 *
 * @param address of the Browser, {@code http://host:port/browser/}
 * @param bolt the address that Browser connects to
 */
public record Neo4jBrowser(URI address, URI bolt) {}

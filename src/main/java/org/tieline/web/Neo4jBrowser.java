package org.tieline.web;

import java.net.URI;

/**
 * Where a reader of the explorer opens a query in Neo4j Browser.
 *
 * @param address of the Browser, {@code http://host:port/browser/}
 * @param bolt the address that Browser connects to
 * @param authenticated whether it asks for a password
 */
public record Neo4jBrowser(URI address, URI bolt, boolean authenticated) {}

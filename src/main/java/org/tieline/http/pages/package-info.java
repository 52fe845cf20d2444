/**
 * Pages for people: the explorer, the contract {@code openapi.yaml} with its forms, and the guide for Neo4j Browser as
 * {@code guide} makes it leave as files from the class path, which ask the API from a browser.
 *
 * <p>May use {@code http.message}, {@code guide} and {@code question}, for the names by which pages are linked to. Nothing that they need comes from another server, so that they work where there is
 * no way out.
 */
@NullMarked
package org.tieline.http.pages;

import org.jspecify.annotations.NullMarked;

/**
 * The graph for other people's tools: a reader of the graph comes in, files in the formats of others leave.
 *
 * <p>May use {@code graph}, {@code dataset}, {@code model}, FastCSV and JGraphT. The web and the command line hand streams and
 * folders in and say how it went.
 *
 * <p>A format is an {@link org.tieline.exchange.ExportWriter}, a sink of facts that writes while it takes them. It is fed by
 * an {@link org.tieline.exchange.Export}, which holds facts of one state of the graph, sorted, and only such that name nothing
 * that is not there; so no format need sort or check.
 */
package org.tieline.exchange;

/**
 * Data in the forms of other people. A reader of the graph comes in, and files in their formats leave; files of theirs come
 * in, and a folder of CSV tables leaves, with a report of what was taken, what was left, and why.
 *
 * <p>May use {@code csv}, {@code graph}, {@code dataset}, {@code model}, {@code naming}, Jackson, FastCSV and JGraphT. The web and the
 * command line hand streams and folders in and say how it went.
 *
 * <p>A format is an {@link org.tieline.exchange.ExportWriter}, a sink of facts that writes while it takes them. It is fed by
 * an {@link org.tieline.exchange.Export}, which holds facts of one state of the graph, sorted, and only such that name nothing
 * that is not there; so no format need sort or check.
 *
 * <p>An import never writes to the graph. It makes a folder like any other, so that its facts pass the same checks as those
 * that somebody wrote by hand, can be read before they are loaded, and are joined to other data by the one way there is.
 * It says no more than its source: a foreign claim that has no counterpart here is left with the reason.
 */
package org.tieline.exchange;

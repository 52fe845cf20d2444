/**
 * Takes the facts of a graph out of it. A reader of the graph comes in, and facts leave into a sink that writes them.
 *
 * <p>A format is an {@link org.tieline.exchange.exports.ExportWriter}, a sink of facts that writes while it takes them. It is
 * fed by an {@link org.tieline.exchange.exports.Export}, which holds facts of one state of the graph, sorted, and only such
 * that name nothing that is not there; so no format need sort or check. What may be much lies in a scratch folder. May use
 * {@code graph}, {@code dataset}, {@code model}, {@code naming.column} and {@code scratch}.
 */
@NullMarked
package org.tieline.exchange.exports;

import org.jspecify.annotations.NullMarked;

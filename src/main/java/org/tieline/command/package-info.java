/**
 * The command line: what was typed comes in, a printed answer or a running server leaves, and failures become exit codes.
 *
 * <p>{@code ask} is made from the questions as they are declared: it sends the running server the request of the API, or asks a
 * snapshot of its own. May use {@code question}, {@code dataset}, {@code exchange}, {@code start} and picocli; no other package but
 * the root uses it. Alone here is anything written to standard output.
 */
@NullMarked
package org.tieline.command;

import org.jspecify.annotations.NullMarked;

package org.tieline.exchange.exports;

import java.io.Closeable;
import java.io.IOException;
import org.tieline.graph.GraphProblem;
import org.tieline.graph.GraphSink;

/**
 * Writes facts in one format. It takes the data set first if one was loaded, then organizations, identifiers, counts of
 * subscribers, sources, bans, memberships and ties in this order, each sorted by id or key, and every id that they name was or
 * will be handed over.
 *
 * <p>Only {@link #finish} makes the output complete. What cannot be written is a {@link java.io.UncheckedIOException}. For one
 * thread.
 */
public interface ExportWriter extends GraphSink, Closeable {

    /** Writes what comes last and hands everything on. The stream below stays open. */
    void finish() throws IOException;

    /** What was left out is told beside the output, not in it. */
    @Override
    default void problem(GraphProblem problem) {}

    /** Releases what is held, finished or not; completes nothing. */
    @Override
    default void close() throws IOException {}
}

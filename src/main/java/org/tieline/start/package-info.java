/**
 * What starts: settings come in, a running server, or a way to the graph for one piece of work, leaves.
 *
 * <p>May use every package but {@code command} and the root. It decides what the others must not know: in which order things start
 * and stop, where the database is, which process owns a data folder, and whether a start loads data.
 */
@NullMarked
package org.tieline.start;

import org.jspecify.annotations.NullMarked;

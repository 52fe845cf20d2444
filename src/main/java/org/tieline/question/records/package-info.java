/**
 * The facts themselves: ids, names and filters come in, organizations, ties, bans, sources, what a vendor is restricted by, and
 * the catalogue leave, all of them from the snapshot.
 *
 * <p>May use {@code question}, {@code graph}, {@code restriction}, {@code naming} and {@code model}. Records say what the graph says and
 * conclude nothing.
 */
@NullMarked
package org.tieline.question.records;

import org.jspecify.annotations.NullMarked;

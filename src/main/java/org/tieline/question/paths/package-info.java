/**
 * All ways between two organizations: their ids and the options of a search come in, paths in order of length leave.
 *
 * <p>May use {@code question}, {@code exposure} and {@code model}. It takes the options of exposures, so that
 * whoever saw one path of a pair finds the others by the same question.
 */
@NullMarked
package org.tieline.question.paths;

import org.jspecify.annotations.NullMarked;

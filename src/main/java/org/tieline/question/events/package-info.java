/**
 * What has happened to an answer since a point in time: a point and the options of a search come in, events leave, each with its
 * reason.
 *
 * <p>Events are a function of recorded states. What a day's turn brings is found by asking one state about two days; what new
 * data bring, by asking two states about one day. Of former states the graph keeps which facts were other, so that they can be
 * made again. May use {@code question}, {@code question.exposures}, {@code question.changes}, {@code question.conflicts},
 * {@code graph}, {@code restriction}, {@code naming.zone} and {@code model}.
 */
@NullMarked
package org.tieline.question.events;

import org.jspecify.annotations.NullMarked;

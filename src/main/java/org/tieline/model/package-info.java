/**
 * The facts as values: organizations, ties, bans, sources, dates of reduced precision, and the words of their closed
 * vocabularies; and the failures that a user can meet.
 *
 * <p>Nothing enters or leaves; every other package speaks in these types. A value that cannot be valid cannot be built,
 * and its refusal, {@link org.tieline.model.InvalidValue}, has the field, the value and the remedy. Uses the JDK alone.
 *
 * <p>Days of the engine are counted in {@link org.tieline.model.Day}: sixteen bits are enough for every day that may be
 * asked about, and four of them fit beside a target in one machine word.
 */
@NullMarked
package org.tieline.model;

import org.jspecify.annotations.NullMarked;

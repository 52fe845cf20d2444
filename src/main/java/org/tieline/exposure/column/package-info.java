/**
 * Columns of a large graph, packed: ids, dates and other values come in one by one, arrays of primitive numbers leave, and no
 * object is kept for a row. {@code exposure} numbers the rows and says what they mean. May use the model.
 *
 * <p>Ids are kept as differences from the one before, which for sorted ids is two or three bytes; what has few distinct values
 * is kept once, and its number, of sixteen bits while they suffice, stands in its place.
 */
@NullMarked
package org.tieline.exposure.column;

import org.jspecify.annotations.NullMarked;

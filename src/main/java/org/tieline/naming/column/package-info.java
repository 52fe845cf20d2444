/**
 * How millions of texts and numbers are kept without an object for each: lists come in, columns of bytes and ints leave. Knows
 * nothing of names. Uses nothing but the JDK.
 */
@NullMarked
package org.tieline.naming.column;

import org.jspecify.annotations.NullMarked;

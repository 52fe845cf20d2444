/**
 * What is kept of rows that were read while others are checked against them: a few bytes of each, found by numbers, so that
 * millions can be checked in little memory; and facts that somebody put aside, as sorted rows that are walked through. Uses {@code model} and the columns of {@code naming.column}.
 */
@NullMarked
package org.tieline.dataset.known;

import org.jspecify.annotations.NullMarked;

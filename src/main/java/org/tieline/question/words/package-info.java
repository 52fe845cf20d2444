/**
 * How sentences and tables for people call facts: ties, bans, publishers and paths come in, words leave.
 *
 * <p>May use {@code question}, {@code exposure} and {@code model}. Nothing that a program reads is made here.
 */
@NullMarked
package org.tieline.question.words;

import org.jspecify.annotations.NullMarked;

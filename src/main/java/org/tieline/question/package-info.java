/**
 * What a question is: a {@link org.tieline.question.Question} declares its name, its parameters, how it is asked of a
 * {@link org.tieline.question.Snapshot} and what its {@link org.tieline.question.Answer} looks like.
 *
 * <p>May use {@code question.parameter}, {@code exposure}, {@code restriction}, {@code graph}, {@code naming} and {@code model}. Doors read declarations and know no
 * question by name. A question is answered from the one snapshot it took, so an answer is never mixed of two states of the graph.
 */
@NullMarked
package org.tieline.question;

import org.jspecify.annotations.NullMarked;

/**
 * Questions that stand: a graph is followed, what of its facts becomes other is kept, and who subscribed to a question is told
 * what happens to its answer. Snapshots come in; what is kept goes to the database, and deliveries to the addresses of subscribers.
 *
 * <p>May use {@code graph.bolt}, {@code question}, {@code question.events}, {@code question.parameter} and {@code model}. All that
 * must survive this process is in the database; a delivery is written there before it is sent, and goes when it was taken.
 */
@NullMarked
package org.tieline.standing;

import org.jspecify.annotations.NullMarked;

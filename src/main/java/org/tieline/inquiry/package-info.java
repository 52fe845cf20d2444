/**
 * One class per question. Parameters enter as text and become a typed question, a {@link org.tieline.inquiry.Snapshot}
 * of the graph answers it, and records leave that the web and the command line only have to spell out.
 *
 * <p>May use {@code exposure}, {@code restriction}, {@code graph}, {@code naming} and {@code model}; the web, the procedures
 * and the command line call nothing but this. A question is answered from the one snapshot it took, so an answer is never
 * mixed of two states of the graph.
 */
package org.tieline.inquiry;

/**
 * Names to match and properties to add, as the reconciliation protocol asks for them: queries come in, candidates with the
 * evidence of their score, and values of properties, leave in its form.
 *
 * <p>May use {@code question}, {@code question.screening}, {@code question.ownership}, {@code question.records}, {@code exposure},
 * {@code restriction}, {@code naming} and {@code model}. Names are matched as in a screening, so that both mean the same organization.
 */
@NullMarked
package org.tieline.question.reconciliation;

import org.jspecify.annotations.NullMarked;

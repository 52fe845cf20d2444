/**
 * Which carriers are exposed to which vendors: the parameters of a search come in, exposures with their paths and the bans that
 * bear on them leave.
 *
 * <p>May use {@code question}, {@code exposure}, {@code restriction}, {@code model}, and {@code question.ownership} for vendors that a rule
 * catches. Most questions build on this one, so that they agree on what an exposure is.
 */
@NullMarked
package org.tieline.question.exposures;

import org.jspecify.annotations.NullMarked;

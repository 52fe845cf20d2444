/**
 * Who counts as owned by restricted organizations: an organization, a day and a rule come in, a verdict with its working and its
 * doubts leaves.
 *
 * <p>May use {@code question}, {@code exposure}, {@code restriction} and {@code model}. Shares are added as the law adds them, which is data of {@code restriction}.
 */
@NullMarked
package org.tieline.question.ownership;

import org.jspecify.annotations.NullMarked;

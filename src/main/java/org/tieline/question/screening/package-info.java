/**
 * What names of somebody else's list mean here: rows of JSON or CSV come in, each leaves with the organizations that it may name
 * and what is on record of them.
 *
 * <p>May use {@code question}, {@code question.exposures}, {@code exposure}, {@code restriction}, {@code csv}, {@code naming} and {@code model}.
 * Results leave one by one while others are still looked for, since lists are long.
 */
@NullMarked
package org.tieline.question.screening;

import org.jspecify.annotations.NullMarked;

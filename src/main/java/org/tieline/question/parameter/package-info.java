/**
 * What a question may be told: texts that somebody gave come in, a value for each {@link org.tieline.question.parameter.Parameter}
 * that the question declares leaves; and the parameters that many questions have.
 *
 * <p>May use {@code exposure}, {@code restriction}, {@code naming} and {@code model}. It knows neither questions nor snapshots, so that
 * what is given can be understood and refused before anything is asked.
 */
@NullMarked
package org.tieline.question.parameter;

import org.jspecify.annotations.NullMarked;

/**
 * The program: what was typed comes in, an exit code leaves. {@link org.tieline.Tieline} is all there is.
 *
 * <p>Uses {@code command} alone, and no other package uses it.
 */
@NullMarked
package org.tieline;

import org.jspecify.annotations.NullMarked;

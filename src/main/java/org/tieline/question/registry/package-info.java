/**
 * All that can be asked: the {@link org.tieline.question.registry.Questions} that are declared, and what looks records up. Doors take
 * them from here.
 *
 * <p>May use every question. No question uses it, so that one more question is known to this package alone.
 */
@NullMarked
package org.tieline.question.registry;

import org.jspecify.annotations.NullMarked;

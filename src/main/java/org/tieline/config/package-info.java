/**
 * The settings: environment and an optional properties file come in, one typed {@link org.tieline.config.Settings} leaves.
 *
 * <p>May use the JDK, {@code naming} and the failures of {@code model}. All that is wrong is reported at once, and a name that nobody
 * knows is refused, because a misspelt setting that is silently ignored costs more time than any other mistake.
 */
@NullMarked
package org.tieline.config;

import org.jspecify.annotations.NullMarked;

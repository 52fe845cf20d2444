/**
 * Whether the pages that sources name are still there: sources come in, what became of each address leaves.
 *
 * <p>Asks over the network, and so only who says so; nobody but the hosts that the sources name, each by few requests at once.
 *
 * <p>May use {@code model} and the HTTP client of the JDK.
 */
@NullMarked
package org.tieline.links;

import org.jspecify.annotations.NullMarked;

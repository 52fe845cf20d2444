/**
 * A release of a data set, as others fetch, check and cite it: a folder of data comes in, a folder with the same files and all
 * that goes with them leaves, complete or not at all.
 *
 * <p>{@link org.tieline.exchange.release.ReleaseFolder} writes it: what changed since the last release, the figures of the
 * datasheet, a description in the form of Croissant, and checksums. The same data give the same bytes; a dump of a database,
 * which whoever calls makes, does not.
 *
 * <p>May use {@code dataset}, {@code model} and Jackson.
 */
@NullMarked
package org.tieline.exchange.release;

import org.jspecify.annotations.NullMarked;

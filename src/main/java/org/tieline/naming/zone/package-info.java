/**
 * Where the clock of a country is: its code comes in, a time zone leaves.
 *
 * <p>Uses the time zone database of ICU, as the JDK knows no countries of zones.
 */
@NullMarked
package org.tieline.naming.zone;

import org.jspecify.annotations.NullMarked;

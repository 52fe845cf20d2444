/**
 * What the engine tells of ties: exposures and paths hop by hop, single ties on a day, and how many were left out. Values
 * alone, with ids in place of the engine's numbers; {@code exposure} makes them. May use the model.
 */
@NullMarked
package org.tieline.exposure.path;

import org.jspecify.annotations.NullMarked;

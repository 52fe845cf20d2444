package org.tieline.graph.bolt;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that stands at a place of a list in the data set. */
interface Placed {
    /** Null if it has none that can be read. */
    @Nullable
    String id();

    /** From 0; behind all others if it cannot be read. */
    long place();

    static long placeIn(Map<String, Object> properties) {
        return properties.get("place") instanceof Number place ? place.longValue() : Long.MAX_VALUE;
    }
}

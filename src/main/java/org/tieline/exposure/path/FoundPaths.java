package org.tieline.exposure.path;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Term;

/**
 * Paths between two organizations: all of them, or the first ones.
 *
 * @param paths by hops, equally long ones by the sequence of their tie ids in code-point order
 * @param cut why the search ended before it had looked everywhere; null if it had not to
 * @param leftOut ties that would have led towards the end and were not walked
 */
public record FoundPaths(List<TiePath> paths, @Nullable Cut cut, LeftOut leftOut) {

    /** Why a search for paths ended early. */
    public enum Cut implements Term {
        /** There are more paths than were asked for. */
        LIMIT,

        /** It looked at as many ties as it may; whether there are more paths is not known. */
        EFFORT
    }
}

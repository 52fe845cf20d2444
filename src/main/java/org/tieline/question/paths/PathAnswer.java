package org.tieline.question.paths;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.SearchOptions;
import org.tieline.exposure.path.FoundPaths;
import org.tieline.exposure.path.LeftOut;
import org.tieline.exposure.path.TiePath;
import org.tieline.model.Organization;

/**
 * The paths that were found, and what was searched.
 *
 * @param searched what was searched
 * @param limit the most paths that were asked for
 * @param cut why there may be more paths than these; null if there are none
 * @param results shortest first, then by tie ids
 */
public record PathAnswer(Searched searched, int limit, FoundPaths.@Nullable Cut cut, List<TiePath> results) {

    /**
     * What was searched.
     *
     * @param options the options in force
     * @param leftOut ties that would have led towards the end and were not walked
     * @param snapshot the version of the snapshot
     * @param problems how many things in the graph are badly made and left out
     */
    public record Searched(
            Organization from,
            Organization to,
            SearchOptions options,
            LeftOut leftOut,
            String snapshot,
            int problems) {}

    /** How many of the paths end on the vendor's side, and so expose nobody. */
    public int onVendorSide() {
        return (int) results.stream().filter(path -> path.relation() == null).count();
    }
}

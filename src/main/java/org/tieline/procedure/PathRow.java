package org.tieline.procedure;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Path;
import org.neo4j.procedure.Description;
import org.tieline.exposure.path.FoundPaths;
import org.tieline.exposure.path.TiePath;

/** One path between two organizations. */
public record PathRow(
        @Description("The path in walking order; ties may be walked against their direction.")
        Path path,

        @Description("The number of ties on the path.") long hops,

        @Description("How the path reads; null if it ends on the vendor's side and exposes nobody.") @Nullable
        String relation,

        @Description("The weakest grade on the path.") String evidence,

        @Description("certain if every tie certainly holds on the day, else possible.")
        String certainty,

        @Description("What to know before relying on it.") List<String> flags,

        @Description("The ties of the path in walking order as they were known, in the words of the API.")
        List<Map<String, Object>> ties,

        @Description("What cut the list, the same in every row: limit or effort; null if these are all paths.")
        @Nullable
        String truncatedBy) {
    /** @param cut null if nothing cut the list */
    static PathRow of(TiePath path, FoundPaths.@Nullable Cut cut, ElementLookup stored) {
        return new PathRow(
                stored.path(path.path()),
                path.hops(),
                CypherValues.of(path.relation()),
                path.evidence().text(),
                path.certainty().text(),
                CypherValues.of(path.flags()),
                path.path().stream().map(CypherValues::of).toList(),
                CypherValues.of(cut));
    }
}

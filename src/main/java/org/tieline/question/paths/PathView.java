package org.tieline.question.paths;

import java.util.List;
import org.tieline.exposure.path.Certainty;
import org.tieline.exposure.path.Flag;
import org.tieline.exposure.path.Hop;
import org.tieline.exposure.path.Relation;
import org.tieline.exposure.path.TiePath;
import org.tieline.model.Evidence;
import org.tieline.question.Columns;
import org.tieline.question.Links;

/**
 * One path, with the fields of an exposure.
 *
 * @param relation null if the path ends on the vendor's side
 */
record PathView(
        int hops,
        Relation relation,
        Evidence evidence,
        Certainty certainty,
        List<Flag> flags,
        List<Hop> path,
        Addresses links) {
    static final Columns<PathView> COLUMNS = Columns.<PathView>none()
            .and("hops", PathView::hops)
            .and("relation", PathView::relation)
            .and("evidence", PathView::evidence)
            .and("certainty", PathView::certainty)
            .and("flags", PathView::flags)
            .andPath(PathView::path);

    /**
     * Where to read on, in walking order.
     *
     * @param organizations one more than there are ties
     * @param sources those of the ties, each once
     */
    record Addresses(List<String> organizations, List<String> ties, List<String> sources) {}

    static PathView of(TiePath path) {
        return new PathView(
                path.hops(),
                path.relation(),
                path.evidence(),
                path.certainty(),
                path.flags().stream().sorted().toList(),
                path.path(),
                new Addresses(Links.organizations(path.path()), Links.ties(path.path()), Links.sourcesOf(path.path())));
    }
}

package org.tieline.question.paths;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.tieline.exposure.path.TiePath;
import org.tieline.question.Columns;
import org.tieline.question.Links;

/**
 * One path, with the fields of an exposure and where to read on.
 *
 * @param path its relation is null if it ends on the vendor's side
 */
record PathView(@JsonUnwrapped TiePath path, Addresses links) {
    static final Columns<PathView> COLUMNS = Columns.<PathView>none()
            .and("hops", view -> view.path().hops())
            .and("relation", view -> view.path().relation())
            .and("evidence", view -> view.path().evidence())
            .and("certainty", view -> view.path().certainty())
            .and("flags", view -> view.path().flags())
            .andPath(view -> view.path().path());

    /**
     * Where to read on, in walking order.
     *
     * @param organizations one more than there are ties
     * @param sources those of the ties, each once
     */
    record Addresses(List<String> organizations, List<String> ties, List<String> sources) {}

    static PathView of(TiePath path) {
        return new PathView(
                path,
                new Addresses(Links.organizations(path.path()), Links.ties(path.path()), Links.sourcesOf(path.path())));
    }
}

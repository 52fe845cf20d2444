package org.tieline.question.paths;

import org.tieline.exposure.PathSearch;
import org.tieline.exposure.path.FoundPaths;
import org.tieline.model.Organization;
import org.tieline.question.Snapshot;

/** Answers through which ties two organizations are connected. */
public final class PathInquiry {
    private PathInquiry() {}

    /**
     * Asks one snapshot.
     *
     * @throws org.tieline.model.TielineException.NotFound if the question names an organization that is not there
     */
    public static PathAnswer ask(Snapshot snapshot, PathQuestion question) {
        Organization from = snapshot.organization(question.from());
        Organization to = snapshot.organization(question.to());
        FoundPaths found = new PathSearch(snapshot.search().graph())
                .paths(from.id(), to.id(), question.search(), question.limit());
        return new PathAnswer(
                new PathAnswer.Searched(
                        from,
                        to,
                        question.search(),
                        found.leftOut(),
                        snapshot.version(),
                        snapshot.problems().size()),
                question.limit(),
                found.cut(),
                found.paths());
    }
}

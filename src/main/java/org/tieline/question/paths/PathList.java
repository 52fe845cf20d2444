package org.tieline.question.paths;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.path.FoundPaths;
import org.tieline.exposure.path.LeftOut;
import org.tieline.question.Echo;
import org.tieline.question.Json;
import org.tieline.question.OrganizationRef;
import org.tieline.question.SelfLink;
import org.tieline.question.parameter.Values;

/**
 * The paths between two organizations, or the first of them.
 *
 * @param total how many there are; null if the list was cut
 * @param truncated whether the list was cut, so that there may be more
 * @param truncatedBy what cut it; null if nothing did
 * @param onVendorSide how many of the results end at something that {@code from} owns or at a vendor that is supplied from
 *     there: their relation is null, and they expose nobody
 */
record PathList(
        String notice,
        Echo<Searched> searched,
        @Nullable Integer total,
        int limit,
        boolean truncated,
        FoundPaths.@Nullable Cut truncatedBy,
        int onVendorSide,
        List<PathView> results,
        SelfLink links) {
    /**
     * What is told of the search besides its parameters.
     *
     * @param snapshot the state of the graph that was asked
     * @param problems how many things in the graph are badly made and left out; {@code /v1/catalog} lists them
     */
    record Searched(OrganizationRef from, OrganizationRef to, LeftOut leftOut, String snapshot, int problems) {}

    static PathList of(PathAnswer answer, PathQuestion question, Values values) {
        PathAnswer.Searched searched = answer.searched();
        boolean truncated = answer.cut() != null;
        return new PathList(
                Json.NOTICE,
                Echo.of(
                        values,
                        new Searched(
                                OrganizationRef.of(searched.from()),
                                OrganizationRef.of(searched.to()),
                                searched.leftOut(),
                                searched.snapshot(),
                                searched.problems())),
                truncated ? null : answer.results().size(),
                answer.limit(),
                truncated,
                answer.cut(),
                answer.onVendorSide(),
                answer.results().stream().map(PathView::of).toList(),
                new SelfLink(question.address()));
    }
}

package org.tieline.question.paths;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.tieline.exposure.SearchOptions;
import org.tieline.exposure.path.Certainty;
import org.tieline.exposure.path.FoundPaths;
import org.tieline.model.Evidence;
import org.tieline.model.TieType;
import org.tieline.question.Json;
import org.tieline.question.OrganizationRef;
import org.tieline.question.SelfLink;
import org.tieline.question.exposures.ExposureSearched;

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
        Searched searched,
        Integer total,
        int limit,
        boolean truncated,
        FoundPaths.Cut truncatedBy,
        int onVendorSide,
        List<PathView> results,
        SelfLink links) {

    /**
     * What an answer was searched with, all options as they were in force.
     *
     * @param knownAt null for everything on record
     * @param leftOut how many ties that would have led towards {@code to} were not walked, by reason
     * @param snapshot the state of the graph that was asked
     * @param problems how many things in the graph are badly made and left out; {@code /v1/catalog} lists them
     */
    record Searched(
            LocalDate asOf,
            LocalDate knownAt,
            OrganizationRef from,
            OrganizationRef to,
            Certainty certainty,
            LocalDate evidencedSince,
            BigDecimal minStake,
            int maxHops,
            List<TieType> ties,
            Evidence minEvidence,
            ExposureSearched.NotWalked leftOut,
            String snapshot,
            int problems) {
        static Searched of(PathAnswer.Searched searched) {
            SearchOptions options = searched.options();
            return new Searched(
                    options.asOf(),
                    options.knownAt(),
                    OrganizationRef.of(searched.from()),
                    OrganizationRef.of(searched.to()),
                    options.certainty(),
                    options.evidencedSince(),
                    options.minStake(),
                    options.maxHops(),
                    options.ties().stream().sorted().toList(),
                    options.minEvidence(),
                    ExposureSearched.NotWalked.of(searched.leftOut()),
                    searched.snapshot(),
                    searched.problems());
        }
    }

    static PathList of(PathAnswer answer, PathQuestion question) {
        boolean truncated = answer.cut() != null;
        return new PathList(
                Json.NOTICE,
                Searched.of(answer.searched()),
                truncated ? null : answer.results().size(),
                answer.limit(),
                truncated,
                answer.cut(),
                answer.onVendorSide(),
                answer.results().stream().map(PathView::of).toList(),
                new SelfLink(question.address()));
    }
}

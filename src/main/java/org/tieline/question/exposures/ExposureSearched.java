package org.tieline.question.exposures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.tieline.exposure.SearchOptions;
import org.tieline.exposure.path.Certainty;
import org.tieline.exposure.path.LeftOut;
import org.tieline.exposure.path.Relation;
import org.tieline.model.BanNature;
import org.tieline.model.BanState;
import org.tieline.model.Evidence;
import org.tieline.model.TieType;
import org.tieline.question.OrganizationRef;
import org.tieline.restriction.BanFilter;

/**
 * What an answer was searched with, all options as they were in force.
 *
 * @param knownAt null for everything on record
 * @param vendors where the search started
 * @param restricted which bans made these vendors restricted; null if the question named the vendors
 * @param ignored parameters that choose among restricted vendors and did nothing because the question named the vendors
 * @param minBan the weakest state of the bans that are listed with each exposure
 * @param carriers the only carriers of interest; empty for all, like the two that follow
 * @param leftOut how many ties at the frontier were not walked, by reason
 * @param snapshot the state of the graph that was asked
 * @param problems how many things in the graph are badly made and left out; {@code /v1/catalog} lists them
 * @param affiliates the organizations that were started at besides; null if none were asked for
 */
public record ExposureSearched(
        LocalDate asOf,
        LocalDate knownAt,
        List<OrganizationRef> vendors,
        RestrictedBy restricted,
        List<String> ignored,
        BanState minBan,
        Certainty certainty,
        LocalDate evidencedSince,
        BigDecimal minStake,
        int maxHops,
        List<TieType> ties,
        Evidence minEvidence,
        List<String> carriers,
        List<String> carrierCountries,
        List<Relation> relations,
        int minHops,
        NotWalked leftOut,
        String snapshot,
        int problems,
        AffiliatesView affiliates) {

    /** Which bans count; an empty list means any. */
    public record RestrictedBy(
            List<BanNature> natures,
            BanState minBan,
            List<String> governments,
            List<String> countries,
            List<String> scopes) {
        public static RestrictedBy of(BanFilter filter) {
            return new RestrictedBy(
                    sorted(filter.natures()),
                    filter.minBan(),
                    sorted(filter.governments()),
                    sorted(filter.countries()),
                    sorted(filter.scopes()));
        }
    }

    /** Ties that would have led on, each counted once under the first reason that applies. */
    public record NotWalked(
            int denied, int notKnown, int outsideTime, int weakEvidence, int notEvidencedSince, int belowMinStake) {
        public static NotWalked of(LeftOut leftOut) {
            return new NotWalked(
                    leftOut.denied(),
                    leftOut.notKnown(),
                    leftOut.outsideTime(),
                    leftOut.weakEvidence(),
                    leftOut.notEvidencedSince(),
                    leftOut.belowMinStake());
        }
    }

    public static ExposureSearched of(ExposureAnswer.Searched searched, ExposureQuestion question) {
        return searched.allRestricted()
                ? of(searched, question, RestrictedBy.of(searched.bans()), List.of())
                : of(searched, question, null, chosenBy(searched.bans()));
    }

    /** The same for a question whose filter of bans counts whether it names vendors or not. */
    public static ExposureSearched withBans(ExposureAnswer.Searched searched, ExposureQuestion question) {
        return of(searched, question, RestrictedBy.of(searched.bans()), List.of());
    }

    private static ExposureSearched of(
            ExposureAnswer.Searched searched,
            ExposureQuestion question,
            RestrictedBy restricted,
            List<String> ignored) {
        SearchOptions options = searched.options();
        return new ExposureSearched(
                options.asOf(),
                options.knownAt(),
                searched.vendors().stream().map(OrganizationRef::of).toList(),
                restricted,
                ignored,
                searched.bans().minBan(),
                options.certainty(),
                options.evidencedSince(),
                options.minStake(),
                options.maxHops(),
                sorted(options.ties()),
                options.minEvidence(),
                sorted(question.carriers()),
                sorted(question.carrierCountries()),
                sorted(question.relations()),
                question.minHops(),
                NotWalked.of(searched.leftOut()),
                searched.snapshot(),
                searched.problems(),
                searched.affiliates() == null ? null : AffiliatesView.of(searched.affiliates()));
    }

    /** The parameters that the filter was made of, but for {@code minBan}, which is of use with named vendors too. */
    public static List<String> chosenBy(BanFilter filter) {
        List<String> parameters = new ArrayList<>();
        if (!filter.governments().isEmpty()) {
            parameters.add("government");
        }
        if (!filter.countries().isEmpty()) {
            parameters.add("country");
        }
        if (!filter.scopes().isEmpty()) {
            parameters.add("scope");
        }
        if (!filter.natures().equals(BanFilter.DEFAULT.natures())) {
            parameters.add("nature");
        }
        return parameters;
    }

    private static <T extends Comparable<? super T>> List<T> sorted(Collection<T> values) {
        return values.stream().sorted().toList();
    }
}

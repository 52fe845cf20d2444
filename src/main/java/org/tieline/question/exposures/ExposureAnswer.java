package org.tieline.question.exposures;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.SearchOptions;
import org.tieline.exposure.path.Exposure;
import org.tieline.exposure.path.LeftOut;
import org.tieline.model.Organization;
import org.tieline.question.Echo;
import org.tieline.question.OrganizationRef;
import org.tieline.question.Snapshot;
import org.tieline.question.included.Including;
import org.tieline.question.parameter.BanParameters;
import org.tieline.question.parameter.Paging;
import org.tieline.question.parameter.Values;
import org.tieline.restriction.BanAgainst;
import org.tieline.restriction.BanFilter;

/**
 * The exposures that were found, and what was searched, so that an empty list is an answer too.
 *
 * @param searched what was searched
 * @param total how many exposures were found in all
 * @param page which part of them is here
 * @param results by vendor, then nearest first, then by carrier
 */
public record ExposureAnswer(Searched searched, int total, Paging page, List<Found> results) {

    /**
     * What was searched.
     *
     * @param vendors the organizations that were started at, by id
     * @param allRestricted whether these are all that were restricted on the day, and not named in the question
     * @param bans which bans made a vendor restricted
     * @param options the options in force
     * @param leftOut what lay at the frontier of the search and was not walked
     * @param snapshot the version of the snapshot
     * @param problems how many things in the graph are badly made and left out
     * @param affiliates the organizations that were started at besides; null if none were asked for
     */
    public record Searched(
            List<Organization> vendors,
            boolean allRestricted,
            BanFilter bans,
            SearchOptions options,
            LeftOut leftOut,
            String snapshot,
            int problems,
            @Nullable Affiliates affiliates) {
        /**
         * What a question searched.
         *
         * @param vendors ids of the organizations that were started at
         */
        public static Searched of(
                Snapshot snapshot,
                ExposureQuestion question,
                Collection<String> vendors,
                LeftOut leftOut,
                @Nullable Affiliates affiliates) {
            return new Searched(
                    vendors.stream().map(snapshot::organization).toList(),
                    question.vendors().isEmpty(),
                    question.bans(),
                    question.search(),
                    leftOut,
                    snapshot.version(),
                    snapshot.problems().size(),
                    affiliates);
        }

        /** This with what was asked. What chooses among restricted vendors did nothing where the question named its vendors. */
        public Echo<FoundOut> echo(Values asked) {
            if (allRestricted) {
                return echoWithBans(asked);
            }
            List<String> ignored = new ArrayList<>(BanParameters.chosen(bans));
            if (asked.isChosen(ExposureQuestion.RESTRICTED_IN)) {
                ignored.add(ExposureQuestion.RESTRICTED_IN.name());
            }
            return echo(asked, null, ignored);
        }

        /** The same of a question whose filter of bans counts whether it names vendors or not. */
        public Echo<FoundOut> echoWithBans(Values asked) {
            return echo(asked, bans, List.of());
        }

        private Echo<FoundOut> echo(Values asked, @Nullable BanFilter restricted, List<String> ignored) {
            return Echo.of(
                    asked,
                    new FoundOut(
                            vendors.stream().map(OrganizationRef::of).toList(),
                            restricted,
                            ignored,
                            leftOut,
                            snapshot,
                            problems,
                            affiliates == null ? null : AffiliatesView.of(affiliates)));
        }
    }

    /**
     * What an answer tells of a search besides its parameters.
     *
     * @param vendors where the search started
     * @param restricted which bans made the vendors restricted; null if the question named them
     * @param ignored parameters that did nothing because the question named the vendors
     * @param snapshot the state of the graph that was asked
     * @param problems how many things in the graph are badly made and left out; {@code /v1/catalog} lists them
     * @param affiliates the organizations that the vendors catch under a rule; null if none were asked for
     */
    public record FoundOut(
            List<OrganizationRef> vendors,
            @Nullable BanFilter restricted,
            List<String> ignored,
            LeftOut leftOut,
            String snapshot,
            int problems,
            @Nullable AffiliatesView affiliates) {}

    /**
     * One exposure.
     *
     * @param bans the bans on the vendor, of every nature, that were at least as strong as asked for, held against it
     */
    public record Found(Organization vendor, Organization carrier, Exposure exposure, List<BanAgainst> bans) {
        /** Adds what it refers to. */
        public void include(Including including) {
            including.path(exposure.path());
            including.bans(bans);
        }

        /** The bans that it is in conflict with. */
        public List<BanAgainst> conflicts() {
            return bans.stream().filter(BanAgainst::isConflict).toList();
        }
    }
}

package org.tieline.web;

import java.util.List;
import org.tieline.exposure.Certainty;
import org.tieline.exposure.Exposure;
import org.tieline.exposure.Flag;
import org.tieline.exposure.Relation;
import org.tieline.inquiry.ExposureAnswer.Found;
import org.tieline.inquiry.ExposureQuestion;
import org.tieline.model.Evidence;

/** One exposure with its path and the bans on its vendor, held against it. */
record ExposureView(
        OrganizationRef vendor,
        OrganizationRef carrier,
        int hops,
        Relation relation,
        Evidence evidence,
        Certainty certainty,
        List<Flag> flags,
        List<HopView> path,
        List<AgainstView> bans,
        Addresses links) {

    /**
     * Where to read on.
     *
     * @param self this exposure alone, asked about the same day with the same options
     * @param paths the other paths of the pair, asked likewise
     */
    record Addresses(String self, String carrier, String vendor, String paths) {}

    static ExposureView of(Found found, ExposureQuestion question, AgainstView.Maker bans) {
        Exposure exposure = found.exposure();
        return new ExposureView(
                OrganizationRef.of(found.vendor()),
                OrganizationRef.of(found.carrier()),
                exposure.hops(),
                exposure.relation(),
                exposure.evidence(),
                exposure.certainty(),
                exposure.flags().stream().sorted().toList(),
                exposure.path().stream().map(HopView::of).toList(),
                bans.views(found.bans()),
                new Addresses(
                        Links.exposure(question, exposure.vendor(), exposure.carrier()),
                        Links.organization(exposure.carrier()),
                        Links.organization(exposure.vendor()),
                        Links.paths(question.search(), exposure.vendor(), exposure.carrier())));
    }
}

package org.tieline.web;

import java.util.List;
import org.tieline.exposure.Certainty;
import org.tieline.exposure.Exposure;
import org.tieline.exposure.Flag;
import org.tieline.exposure.Relation;
import org.tieline.inquiry.ExposureAnswer.Found;
import org.tieline.inquiry.ExposureQuestion;
import org.tieline.model.BanNature;
import org.tieline.model.BanState;
import org.tieline.model.Evidence;
import org.tieline.restriction.BanFlag;
import org.tieline.restriction.BanOnDay;

/** One exposure with its path and the bans on its vendor. */
record ExposureView(
        OrganizationRef vendor,
        OrganizationRef carrier,
        int hops,
        Relation relation,
        Evidence evidence,
        Certainty certainty,
        List<Flag> flags,
        List<HopView> path,
        List<Restriction> bans,
        Addresses links) {

    /** A ban on the vendor as it stood on the day that was asked about. */
    record Restriction(
            String id, String government, String country, BanNature nature, BanState state, List<BanFlag> flags) {
        static Restriction of(BanOnDay onDay) {
            return new Restriction(
                    onDay.ban().id(),
                    onDay.ban().government(),
                    onDay.ban().country(),
                    onDay.ban().nature(),
                    onDay.state(),
                    onDay.flags().stream().sorted().toList());
        }
    }

    /**
     * Where to read on.
     *
     * @param self this exposure alone, asked about the same day with the same options
     * @param paths the other paths of the pair, asked likewise
     */
    record Addresses(String self, String carrier, String vendor, String paths) {}

    static ExposureView of(Found found, ExposureQuestion question) {
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
                found.bans().stream().map(Restriction::of).toList(),
                new Addresses(
                        Links.exposure(question, exposure.vendor(), exposure.carrier()),
                        Links.organization(exposure.carrier()),
                        Links.organization(exposure.vendor()),
                        Links.paths(question.search(), exposure.vendor(), exposure.carrier())));
    }
}

package org.tieline.question.exposures;

import java.util.List;
import org.tieline.exposure.path.Certainty;
import org.tieline.exposure.path.Exposure;
import org.tieline.exposure.path.Flag;
import org.tieline.exposure.path.Hop;
import org.tieline.exposure.path.Relation;
import org.tieline.model.Evidence;
import org.tieline.question.Columns;
import org.tieline.question.Links;
import org.tieline.question.OrganizationRef;
import org.tieline.question.exposures.ExposureAnswer.Found;
import org.tieline.question.included.Inclusion;
import org.tieline.question.paths.PathQuestion;

/** One exposure with its path and the bans on its vendor, held against it. */
public record ExposureView(
        OrganizationRef vendor,
        OrganizationRef carrier,
        int hops,
        Relation relation,
        Evidence evidence,
        Certainty certainty,
        List<Flag> flags,
        List<Hop> path,
        List<AgainstView> bans,
        Addresses links) {
    static final Columns<ExposureView> COLUMNS = Columns.<ExposureView>none()
            .andOrganization("vendor", ExposureView::vendor)
            .andOrganization("carrier", ExposureView::carrier)
            .and("hops", ExposureView::hops)
            .and("relation", ExposureView::relation)
            .and("evidence", ExposureView::evidence)
            .and("certainty", ExposureView::certainty)
            .and("flags", ExposureView::flags)
            .andPath(ExposureView::path)
            .and("bans", view -> view.bans().stream().map(AgainstView::ban).toList())
            .and("conflicts", ExposureView::conflicts)
            .and("self", view -> view.links().self());

    /** The ids of the bans that it is in conflict with. */
    private List<String> conflicts() {
        return bans.stream().filter(AgainstView::conflict).map(AgainstView::ban).toList();
    }

    /**
     * Where to read on.
     *
     * @param self this exposure alone, asked about the same day with the same options
     * @param paths the other paths of the pair, asked likewise
     * @param organizations those of the path in walking order, one more than there are ties
     * @param ties those of the path in walking order; null if a scenario supposes one of them, like {@code sources}: what is
     *     supposed has no address
     * @param sources those of the ties in walking order, each once
     */
    public record Addresses(
            String self,
            String carrier,
            String vendor,
            String paths,
            List<String> organizations,
            List<String> ties,
            List<String> sources) {
        public static Addresses of(Exposure exposure, ExposureQuestion question) {
            boolean supposed = exposure.flags().contains(Flag.SUPPOSED);
            return new Addresses(
                    question.addressOf(exposure.vendor(), exposure.carrier()),
                    Links.organization(exposure.carrier()),
                    Links.organization(exposure.vendor()),
                    PathQuestion.address(question.search(), exposure.vendor(), exposure.carrier()),
                    Links.organizations(exposure.path()),
                    supposed ? null : Links.ties(exposure.path()),
                    supposed ? null : Links.sourcesOf(exposure.path()));
        }
    }

    public static ExposureView of(Found found, ExposureQuestion question, Inclusion inclusion) {
        Exposure exposure = found.exposure();
        return new ExposureView(
                OrganizationRef.of(found.vendor()),
                OrganizationRef.of(found.carrier()),
                exposure.hops(),
                exposure.relation(),
                exposure.evidence(),
                exposure.certainty(),
                exposure.flags().stream().sorted().toList(),
                exposure.path(),
                AgainstView.of(found.bans(), inclusion),
                Addresses.of(exposure, question));
    }
}

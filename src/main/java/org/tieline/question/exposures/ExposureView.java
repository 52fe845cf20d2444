package org.tieline.question.exposures;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.path.Exposure;
import org.tieline.exposure.path.Flag;
import org.tieline.question.Columns;
import org.tieline.question.Links;
import org.tieline.question.OrganizationRef;
import org.tieline.question.exposures.ExposureAnswer.Found;
import org.tieline.question.included.Inclusion;
import org.tieline.question.paths.PathQuestion;
import org.tieline.restriction.BanAgainst;

/** One exposure with its path and the bans on its vendor, held against it. */
public record ExposureView(
        OrganizationRef vendor,
        OrganizationRef carrier,
        @JsonUnwrapped Exposure exposure,
        List<BanAgainst> bans,
        Addresses links) {
    static final Columns<ExposureView> COLUMNS = Columns.<ExposureView>none()
            .andOrganization("vendor", ExposureView::vendor)
            .andOrganization("carrier", ExposureView::carrier)
            .and("hops", view -> view.exposure().hops())
            .and("relation", view -> view.exposure().relation())
            .and("evidence", view -> view.exposure().evidence())
            .and("certainty", view -> view.exposure().certainty())
            .and("flags", view -> view.exposure().flags())
            .andPath(view -> view.exposure().path())
            .and("bans", view -> ids(view.bans().stream()))
            .and("conflicts", view -> ids(view.bans().stream().filter(BanAgainst::isConflict)))
            .and("self", view -> view.links().self());

    private static List<String> ids(Stream<BanAgainst> bans) {
        return bans.map(against -> against.onDay().ban().id()).toList();
    }

    /**
     * Where to read on.
     *
     * @param self this exposure alone, asked about the same day with the same options
     * @param paths the other paths of the pair, asked likewise
     * @param organizations those of the path in walking order, one more than there are ties
     * @param ties those of the path in walking order; null if a scenario supposes one of them: what is supposed has no
     *     address
     * @param sources those of the ties in walking order, each once; null if a scenario supposes one of them
     */
    public record Addresses(
            String self,
            String carrier,
            String vendor,
            String paths,
            List<String> organizations,
            @Nullable List<String> ties,
            @Nullable List<String> sources) {
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
                exposure,
                found.bans().stream().filter(inclusion::wants).toList(),
                Addresses.of(exposure, question));
    }
}

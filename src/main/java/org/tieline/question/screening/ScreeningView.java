package org.tieline.question.screening;

import java.util.List;
import org.tieline.exposure.path.Certainty;
import org.tieline.exposure.path.Exposure;
import org.tieline.exposure.path.Flag;
import org.tieline.exposure.path.Hop;
import org.tieline.exposure.path.Relation;
import org.tieline.model.Ban;
import org.tieline.model.BanNature;
import org.tieline.model.BanState;
import org.tieline.model.Evidence;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.PartialDate;
import org.tieline.naming.NameCandidate;
import org.tieline.question.Links;
import org.tieline.question.OrganizationRef;
import org.tieline.question.SelfLink;
import org.tieline.question.exposures.ExposureQuestion;
import org.tieline.restriction.BanFlag;

/**
 * What became of one entry.
 *
 * @param number the place of the entry in the list, from 1
 * @param organization null unless the outcome is {@code matched}
 * @param candidates best first; the organization itself if the outcome is {@code matched}, hints if it is {@code unmatched}
 * @param finding null unless the outcome is {@code matched}
 */
record ScreeningView(
        int number,
        Entry entry,
        String outcome,
        String explanation,
        OrganizationRef organization,
        int candidatesTotal,
        List<Candidate> candidates,
        Finding finding) {

    /** The entry as it was given. */
    record Entry(String id, String name, String country, String reference) {
        static Entry of(ScreeningEntry entry) {
            return new Entry(entry.id(), entry.name(), entry.country(), entry.reference());
        }
    }

    /**
     * An organization that the entry may mean.
     *
     * @param matched the name, alias or id that was met
     * @param what which of them it is
     * @param scripts in which {@code matched} is written
     * @param countries how the country of the entry agrees with the one on record
     */
    record Candidate(
            String id,
            String name,
            String country,
            OrganizationKind kind,
            int score,
            String basis,
            String matched,
            String what,
            List<String> scripts,
            int slips,
            String countries,
            String explanation,
            SelfLink links) {
        static Candidate of(ScreeningResult.Candidate candidate) {
            Organization organization = candidate.organization();
            NameCandidate match = candidate.match();
            return new Candidate(
                    organization.id(),
                    organization.name(),
                    organization.country(),
                    organization.kind(),
                    match.score(),
                    match.basis().text(),
                    match.matched(),
                    match.what().text(),
                    match.scripts(),
                    match.slips(),
                    match.country().text(),
                    match.explanation(),
                    new SelfLink(Links.organization(organization.id())));
        }
    }

    /** What is on record of the organization on the day. */
    record Finding(
            String status,
            String text,
            List<Restriction> restrictedBy,
            int otherBans,
            int exposuresTotal,
            List<ExposedTo> exposures,
            Addresses links) {
        static Finding of(ScreeningFinding finding, Organization organization, ExposureQuestion question) {
            return new Finding(
                    finding.status().text(),
                    finding.text(),
                    finding.restrictedBy().stream().map(Restriction::of).toList(),
                    finding.otherBans(),
                    finding.exposuresTotal(),
                    finding.exposures().stream()
                            .map(exposed -> ExposedTo.of(exposed, question))
                            .toList(),
                    new Addresses(
                            Links.bansOn(
                                    organization.id(),
                                    question.search().asOf(),
                                    question.search().knownAt()),
                            organization.kind() == OrganizationKind.CARRIER
                                    ? question.addressOf(organization.id())
                                    : null));
        }
    }

    /**
     * Where to read on.
     *
     * @param exposures null unless it is a carrier
     */
    record Addresses(String bans, String exposures) {}

    /**
     * A ban against the organization that restricts on the day.
     *
     * @param since the date that put it in its state
     */
    record Restriction(
            String id,
            String government,
            String country,
            BanNature nature,
            BanState state,
            PartialDate since,
            PartialDate deadline,
            List<BanFlag> flags,
            List<String> sources,
            SelfLink links) {
        static Restriction of(ScreeningFinding.Restriction restriction) {
            Ban ban = restriction.onDay().ban();
            return new Restriction(
                    ban.id(),
                    ban.government(),
                    ban.country(),
                    ban.nature(),
                    restriction.onDay().state(),
                    restriction.since(),
                    ban.deadline(),
                    restriction.onDay().flags().stream().sorted().toList(),
                    ban.sources(),
                    new SelfLink(Links.ban(ban.id())));
        }
    }

    /**
     * An exposure to a restricted vendor.
     *
     * @param ties the ids of the ties of the path, in walking order
     */
    record ExposedTo(
            OrganizationRef vendor,
            int hops,
            Relation relation,
            Evidence evidence,
            Certainty certainty,
            List<Flag> flags,
            List<String> ties,
            SelfLink links) {
        static ExposedTo of(ScreeningFinding.ExposedTo exposed, ExposureQuestion question) {
            Exposure exposure = exposed.exposure();
            return new ExposedTo(
                    OrganizationRef.of(exposed.vendor()),
                    exposure.hops(),
                    exposure.relation(),
                    exposure.evidence(),
                    exposure.certainty(),
                    exposure.flags().stream().sorted().toList(),
                    exposure.path().stream().map(Hop::tie).toList(),
                    new SelfLink(question.addressOf(exposure.vendor(), exposure.carrier())));
        }
    }

    static ScreeningView of(ScreeningResult result, ExposureQuestion question) {
        Organization organization =
                result.finding().isPresent() ? result.candidates().getFirst().organization() : null;
        return new ScreeningView(
                result.entry().number(),
                Entry.of(result.entry()),
                result.outcome().text(),
                result.explanation(),
                organization == null ? null : OrganizationRef.of(organization),
                result.candidatesTotal(),
                result.candidates().stream().map(Candidate::of).toList(),
                result.finding()
                        .map(finding -> Finding.of(finding, organization, question))
                        .orElse(null));
    }
}

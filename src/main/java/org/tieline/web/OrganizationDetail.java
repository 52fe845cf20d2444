package org.tieline.web;



import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.tieline.model.Evidence;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.PartialDate;
import org.tieline.question.records.OrganizationInquiry;
import org.tieline.question.records.TieBetween;


/** An organization with what is on record of it. */
record OrganizationDetail(
        String id,
        String name,
        OrganizationKind kind,
        String country,
        List<String> aliases,
        List<String> formerIds,
        LocalDate asOf,
        Part<TieView> ties,
        Part<Stake> owners,
        Part<Stake> owned,
        Part<BanView> bans,
        OrganizationView.Addresses links) {

    /**
     * A stake, seen from one of its ends.
     *
     * @param organization the other end
     * @param percent null if unknown
     * @param tie the id of the tie that says so
     */
    record Stake(
            OrganizationRef organization,
            BigDecimal percent,
            PartialDate since,
            PartialDate until,
            Evidence evidence,
            String tie,
            Addresses links) {
        /** Where to read on. */
        record Addresses(String organization, String tie, List<String> sources) {}

        static Stake of(Organization other, TieBetween between) {
            return new Stake(
                    OrganizationRef.of(other),
                    between.tie().percent(),
                    between.tie().since(),
                    between.tie().until(),
                    between.tie().evidence(),
                    between.tie().id(),
                    new Addresses(
                            Links.organization(other.id()),
                            Links.tie(between.tie().id()),
                            Links.sources(between.tie().sources())));
        }
    }

    static OrganizationDetail of(OrganizationInquiry.Answer answer) {
        Organization organization = answer.organization();
        return new OrganizationDetail(
                organization.id(),
                organization.name(),
                organization.kind(),
                organization.country(),
                organization.aliases(),
                organization.formerIds(),
                answer.asOf(),
                Part.of(answer.ties(), TieView::of),
                Part.of(answer.owners(), between -> Stake.of(between.from(), between)),
                Part.of(answer.owned(), between -> Stake.of(between.to(), between)),
                Part.of(answer.bans(), BanView::of),
                OrganizationView.Addresses.of(organization, answer.asOf()));
    }
}

package org.tieline.question.records;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.tieline.model.Evidence;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.PartialDate;
import org.tieline.question.FirstResults;
import org.tieline.question.Links;
import org.tieline.question.OrganizationRef;

/** An organization with what is on record of it. */
public record OrganizationDetail(
        String id,
        String name,
        OrganizationKind kind,
        String country,
        List<String> aliases,
        List<String> formerIds,
        LocalDate asOf,
        FirstResults<TieView> ties,
        FirstResults<Stake> owners,
        FirstResults<Stake> owned,
        FirstResults<BanView> bans,
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

        public static Stake of(Organization other, TieBetween between) {
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

    public static OrganizationDetail of(OrganizationInquiry.Answer answer) {
        Organization organization = answer.organization();
        return new OrganizationDetail(
                organization.id(),
                organization.name(),
                organization.kind(),
                organization.country(),
                organization.aliases(),
                organization.formerIds(),
                answer.asOf(),
                FirstResults.of(answer.ties(), TieView::of),
                FirstResults.of(answer.owners(), between -> Stake.of(between.from(), between)),
                FirstResults.of(answer.owned(), between -> Stake.of(between.to(), between)),
                FirstResults.of(answer.bans(), BanView::of),
                OrganizationView.Addresses.of(organization, answer.asOf()));
    }
}

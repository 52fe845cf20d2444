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
import org.tieline.question.ListPart;
import org.tieline.question.OrganizationRef;

/**
 * An organization with what is on record of it.
 *
 * @param asOf the day on which the bans are seen
 */
record OrganizationDetail(
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

    /**
     * Its ties by id, the first of them.
     *
     * @param any whichever end it is
     * @param owners those by which others own it
     * @param owned those by which it owns others
     */
    record Ties(ListPart<TieBetween> any, ListPart<TieBetween> owners, ListPart<TieBetween> owned) {}

    static OrganizationDetail of(Organization organization, LocalDate asOf, Ties ties, FirstResults<BanView> bans) {
        return new OrganizationDetail(
                organization.id(),
                organization.name(),
                organization.kind(),
                organization.country(),
                organization.aliases(),
                organization.formerIds(),
                asOf,
                FirstResults.of(ties.any(), TieView::of),
                FirstResults.of(ties.owners(), between -> Stake.of(between.from(), between)),
                FirstResults.of(ties.owned(), between -> Stake.of(between.to(), between)),
                bans,
                OrganizationView.Addresses.of(organization, asOf));
    }
}

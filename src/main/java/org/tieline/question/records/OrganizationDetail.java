package org.tieline.question.records;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Evidence;
import org.tieline.model.Generation;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.PartialDate;
import org.tieline.model.Segment;
import org.tieline.model.Tie;
import org.tieline.question.FirstResults;
import org.tieline.question.Links;
import org.tieline.question.ListPart;
import org.tieline.question.OrganizationRef;
import org.tieline.question.Snapshot;

/**
 * An organization with what is on record of it.
 *
 * @param country null if it has no home
 * @param formerIds ids by which it was on record before, which lead to it
 * @param since when it began; null if not known
 * @param until the first day on which it was no longer there; null if not known
 * @param successor the id of the organization that took its place; null if none did, or not known
 * @param asOf the day on which the bans are seen
 * @param predecessors the ids of the organizations that it succeeded, sorted
 * @param suppliesBefore what these were supplied with by what is on record, by id of the tie; none of it is a tie of this one
 * @param identifiers what registers call it, those of other days too
 * @param subscribers how many mobile subscribers it had, by date
 * @param ties its ties by id, whichever end it is; denied ones and those of other days too
 * @param owners the ties by which others own it
 * @param owned the ties by which it owns others
 * @param bans the bans on it, as they stood on the day
 */
record OrganizationDetail(
        String id,
        String name,
        OrganizationKind kind,
        @Nullable String country,
        List<String> aliases,
        List<String> formerIds,
        @Nullable PartialDate since,
        @Nullable PartialDate until,
        @Nullable String successor,
        List<String> predecessors,
        FirstResults<SupplyBefore> suppliesBefore,
        List<IdentifierView> identifiers,
        List<SubscribersView> subscribers,
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
     * @param since null if not known
     * @param until null if not known
     * @param tie the id of the tie that says so
     */
    record Stake(
            OrganizationRef organization,
            @Nullable BigDecimal percent,
            @Nullable PartialDate since,
            @Nullable PartialDate until,
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
     * What an organization was supplied with that another one succeeded. Equipment does not vanish with a company's name, and
     * nobody says that it went over either.
     *
     * @param tie the id of the tie that says so
     * @param since null if not known
     * @param verified the newest day on which a source says that it held; null if not known
     * @param until the first day on which it was no longer the predecessor's: that of the tie, or else that of the predecessor;
     *     null if not known
     */
    record SupplyBefore(
            OrganizationRef predecessor,
            OrganizationRef vendor,
            String tie,
            List<Segment> segment,
            List<Generation> generation,
            @Nullable PartialDate since,
            @Nullable PartialDate verified,
            @Nullable PartialDate until,
            Addresses links) {
        /** Where to read on. */
        record Addresses(String predecessor, String vendor, String tie, List<String> sources) {}

        static SupplyBefore of(TieBetween between) {
            Tie tie = between.tie();
            return new SupplyBefore(
                    OrganizationRef.of(between.to()),
                    OrganizationRef.of(between.from()),
                    tie.id(),
                    tie.segment(),
                    tie.generation(),
                    tie.since(),
                    tie.verified(),
                    tie.until() == null ? between.to().until() : tie.until(),
                    new Addresses(
                            Links.organization(tie.to()),
                            Links.organization(tie.from()),
                            Links.tie(tie.id()),
                            Links.sources(tie.sources())));
        }
    }

    /**
     * Its ties by id, the first of them.
     *
     * @param any whichever end it is
     * @param owners those by which others own it
     * @param owned those by which it owns others
     * @param before supplies of its predecessors
     */
    record Ties(
            ListPart<TieBetween> any,
            ListPart<TieBetween> owners,
            ListPart<TieBetween> owned,
            ListPart<TieBetween> before) {}

    static OrganizationDetail of(
            Organization organization,
            List<String> predecessors,
            Snapshot snapshot,
            LocalDate asOf,
            Ties ties,
            FirstResults<BanView> bans) {
        return new OrganizationDetail(
                organization.id(),
                organization.name(),
                organization.kind(),
                organization.country(),
                organization.aliases(),
                organization.formerIds(),
                organization.since(),
                organization.until(),
                organization.successor(),
                predecessors,
                FirstResults.of(ties.before(), SupplyBefore::of),
                snapshot.names().identifiers().of(organization.id()).stream()
                        .map(IdentifierView::of)
                        .toList(),
                snapshot.subscribers().stream()
                        .filter(count -> count.organization().equals(organization.id()))
                        .map(SubscribersView::of)
                        .toList(),
                asOf,
                FirstResults.of(ties.any(), TieView::of),
                FirstResults.of(ties.owners(), between -> Stake.of(between.from(), between)),
                FirstResults.of(ties.owned(), between -> Stake.of(between.to(), between)),
                bans,
                OrganizationView.Addresses.of(organization, asOf));
    }
}

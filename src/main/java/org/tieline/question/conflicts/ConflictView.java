package org.tieline.question.conflicts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.path.Exposure;
import org.tieline.exposure.path.Hop;
import org.tieline.model.PartialDate;
import org.tieline.question.Columns;
import org.tieline.question.Links;
import org.tieline.question.OrganizationRef;
import org.tieline.question.conflicts.ConflictAnswer.Conflict;
import org.tieline.question.exposures.ExposureQuestion;
import org.tieline.restriction.BanAgainst;
import org.tieline.restriction.PastDeadline;

/**
 * That an exposure is in conflict with a ban.
 *
 * @param conflict how well it stands
 * @param sentence what is on record of it, for people
 * @param deadline of the ban; null if it has none
 * @param pastDeadline whether the tie was still there when that had come
 * @param removing from when on the tie is being taken out; null if that has not begun on the day
 * @param tie the contact tie that the conflict stands on
 * @param exposure what is answered for the carrier and the vendor
 */
record ConflictView(
        OrganizationRef carrier,
        OrganizationRef vendor,
        org.tieline.restriction.Conflict conflict,
        String sentence,
        @Nullable PartialDate deadline,
        PastDeadline pastDeadline,
        @Nullable PartialDate removing,
        BanAgainst ban,
        CoveredTie tie,
        Exposure exposure,
        Addresses links) {
    static final Columns<ConflictView> COLUMNS = Columns.<ConflictView>none()
            .andOrganization("carrier", ConflictView::carrier)
            .andOrganization("vendor", ConflictView::vendor)
            .and("ban", view -> view.ban().onDay().ban().id())
            .and("conflict", ConflictView::conflict)
            .and("deadline", ConflictView::deadline)
            .and("pastDeadline", ConflictView::pastDeadline)
            .and("removing", ConflictView::removing)
            .and("coveredTie", view -> view.tie().hop().tie())
            .andOrganization("customer", view -> view.tie().customer())
            .and("hops", view -> view.exposure().hops())
            .and("relation", view -> view.exposure().relation())
            .and("evidence", view -> view.exposure().evidence())
            .and("certainty", view -> view.exposure().certainty())
            .and("flags", view -> view.exposure().flags())
            .andPath(view -> view.exposure().path())
            .and("sentence", ConflictView::sentence)
            .and("exposure", view -> view.links().exposure());

    /**
     * A contact tie that a ban covers.
     *
     * @param customer where it ends
     */
    record CoveredTie(@JsonUnwrapped Hop hop, OrganizationRef customer) {}

    /**
     * Where to read on.
     *
     * @param sources those of the tie
     * @param exposure the exposure with all bans on its vendor, asked about the same day with the same options
     */
    record Addresses(String exposure, String carrier, String vendor, String ban, String tie, List<String> sources) {}

    static ConflictView of(Conflict conflict, ExposureQuestion question) {
        Exposure exposure = conflict.exposure().exposure();
        String ban = conflict.ban().onDay().ban().id();
        return new ConflictView(
                OrganizationRef.of(conflict.exposure().carrier()),
                OrganizationRef.of(conflict.exposure().vendor()),
                Objects.requireNonNull(conflict.ban().conflict()),
                conflict.sentence(),
                conflict.ban().onDay().ban().deadline(),
                conflict.ban().pastDeadline(),
                conflict.ban().removing(),
                conflict.ban(),
                new CoveredTie(conflict.tie(), OrganizationRef.of(conflict.customer())),
                exposure,
                new Addresses(
                        question.addressOf(exposure.vendor(), exposure.carrier()),
                        Links.organization(exposure.carrier()),
                        Links.organization(exposure.vendor()),
                        Links.ban(ban),
                        Links.tie(conflict.tie().tie()),
                        Links.sources(conflict.tie().sources())));
    }
}

package org.tieline.question.records;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.PartialDate;
import org.tieline.question.Columns;
import org.tieline.question.Links;

/**
 * An organization as lists have it.
 *
 * @param country null if it has no home
 * @param formerIds ids by which it was on record before, which lead to it
 * @param since when it began; null if not known
 * @param until the first day on which it was no longer there; null if not known
 * @param successor the id of the organization that took its place; null if none did, or not known
 */
public record OrganizationView(
        String id,
        String name,
        OrganizationKind kind,
        @Nullable String country,
        List<String> aliases,
        List<String> formerIds,
        @Nullable PartialDate since,
        @Nullable PartialDate until,
        @Nullable String successor,
        Addresses links) {
    public static final Columns<OrganizationView> COLUMNS = Columns.<OrganizationView>none()
            .and("id", OrganizationView::id)
            .and("name", OrganizationView::name)
            .and("kind", OrganizationView::kind)
            .and("country", OrganizationView::country)
            .and("aliases", OrganizationView::aliases)
            .and("formerIds", OrganizationView::formerIds)
            .and("since", OrganizationView::since)
            .and("until", OrganizationView::until)
            .and("successor", OrganizationView::successor);

    /**
     * Where to read on.
     *
     * @param exposures the carrier's exposures, or the exposures to the vendor; null for other kinds
     */
    record Addresses(String self, @Nullable String exposures) {
        /** @param asOf the day of the exposures; null for the day on which they are asked for */
        public static Addresses of(Organization organization, @Nullable LocalDate asOf) {
            return new Addresses(Links.organization(organization.id()), Links.exposures(organization, asOf));
        }
    }

    public static OrganizationView of(Organization organization) {
        return new OrganizationView(
                organization.id(),
                organization.name(),
                organization.kind(),
                organization.country(),
                organization.aliases(),
                organization.formerIds(),
                organization.since(),
                organization.until(),
                organization.successor(),
                Addresses.of(organization, null));
    }
}

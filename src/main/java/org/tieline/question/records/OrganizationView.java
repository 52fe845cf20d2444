package org.tieline.question.records;

import java.time.LocalDate;
import java.util.List;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.question.Columns;
import org.tieline.question.Links;

/** An organization as lists have it. */
public record OrganizationView(
        String id,
        String name,
        OrganizationKind kind,
        String country,
        List<String> aliases,
        List<String> formerIds,
        Addresses links) {
    public static final Columns<OrganizationView> COLUMNS = Columns.<OrganizationView>none()
            .and("id", OrganizationView::id)
            .and("name", OrganizationView::name)
            .and("kind", OrganizationView::kind)
            .and("country", OrganizationView::country)
            .and("aliases", OrganizationView::aliases)
            .and("formerIds", OrganizationView::formerIds);

    /**
     * Where to read on.
     *
     * @param exposures the carrier's exposures, or the exposures to the vendor; null for other kinds
     */
    record Addresses(String self, String exposures) {
        /** @param asOf the day of the exposures; null for the day on which they are asked for */
        public static Addresses of(Organization organization, LocalDate asOf) {
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
                Addresses.of(organization, null));
    }
}

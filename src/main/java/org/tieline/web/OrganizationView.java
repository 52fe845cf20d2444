package org.tieline.web;

import java.util.List;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;

/** An organization as lists have it. */
record OrganizationView(
        String id,
        String name,
        OrganizationKind kind,
        String country,
        List<String> aliases,
        List<String> formerIds,
        Addresses links) {
    static final Columns<OrganizationView> COLUMNS = Columns.<OrganizationView>none()
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
        static Addresses of(Organization organization) {
            String id = organization.id();
            return new Addresses(
                    Links.organization(id),
                    switch (organization.kind()) {
                        case CARRIER -> "/v1/carriers/%s/exposures".formatted(id);
                        case VENDOR -> "/v1/exposures?vendor=" + id;
                        case COMPANY, GOVERNMENT, ASSOCIATION -> null;
                    });
        }
    }

    static OrganizationView of(Organization organization) {
        return new OrganizationView(
                organization.id(),
                organization.name(),
                organization.kind(),
                organization.country(),
                organization.aliases(),
                organization.formerIds(),
                Addresses.of(organization));
    }
}

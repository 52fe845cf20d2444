package org.tieline.web;



import org.tieline.model.Organization;


/**
 * An organization that is spoken of.
 *
 * @param country null if it has no home
 */
record OrganizationRef(String id, String name, String country) {
    static OrganizationRef of(Organization organization) {
        return new OrganizationRef(organization.id(), organization.name(), organization.country());
    }
}

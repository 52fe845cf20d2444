package org.tieline.question;

import org.jspecify.annotations.Nullable;
import org.tieline.model.Organization;

/**
 * An organization that is spoken of.
 *
 * @param country null if it has no home
 */
public record OrganizationRef(
        String id, String name, @Nullable String country) {
    public static OrganizationRef of(Organization organization) {
        return new OrganizationRef(organization.id(), organization.name(), organization.country());
    }
}

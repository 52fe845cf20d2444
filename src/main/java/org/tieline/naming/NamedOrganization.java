package org.tieline.naming;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Organization;

/**
 * Something with names that an index shall find.
 *
 * @param id unique
 * @param name the name that people use
 * @param aliases other names; may be empty
 * @param country code; null if it has none
 */
public record NamedOrganization(
        String id,
        String name,
        List<String> aliases,
        @Nullable String country) {
    public NamedOrganization {
        aliases = List.copyOf(aliases);
    }

    /** What of an organization is searched by. */
    public static NamedOrganization of(Organization organization) {
        return new NamedOrganization(
                organization.id(), organization.name(), organization.aliases(), organization.country());
    }
}

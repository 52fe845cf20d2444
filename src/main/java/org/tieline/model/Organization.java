package org.tieline.model;

import java.util.List;

/**
 * A vendor, carrier, company, government or association.
 *
 * @param id lower kebab case, unique among organizations
 * @param name the name that people use
 * @param kind what it is
 * @param country ISO 3166-1 alpha-2 code, {@code EU} or {@code XK}; null if it has no home, as a cable consortium
 * @param aliases other names, native scripts included; may be empty
 * @param formerIds ids that it once had, or that organizations had which turned out to be this one; may be empty
 */
public record Organization(
        String id, String name, OrganizationKind kind, String country, List<String> aliases, List<String> formerIds) {
    /** @throws InvalidValue naming the field, its value and what would be right */
    public Organization {
        FieldCheck.id("id", id);
        FieldCheck.text("name", name);
        if (country != null) {
            FieldCheck.country("country", country);
        }
        aliases = List.copyOf(aliases);
        formerIds = List.copyOf(formerIds);
        for (String former : formerIds) {
            FieldCheck.id("formerIds", former);
            if (former.equals(id)) {
                throw new InvalidValue("formerIds", former, "must not have the id itself");
            }
        }
    }

    /** One whose id was always the same. */
    public Organization(String id, String name, OrganizationKind kind, String country, List<String> aliases) {
        this(id, name, kind, country, aliases, List.of());
    }
}

package org.tieline.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vendor, carrier, company, government or association.
 *
 * @param id lower kebab case, unique among organizations
 * @param name the name that people use
 * @param kind what it is
 * @param country ISO 3166-1 alpha-2 code, {@code EU} or {@code XK}; null if it has no home, as a cable consortium
 * @param aliases other names, native scripts included; may be empty
 * @param formerIds ids that it once had, or that organizations had which turned out to be this one; may be empty
 * @param since when it began to exist; null if no source says
 * @param until the first day on which it no longer exists; null if no end is on record
 * @param successor the id of the organization that went on with its business; null if none did, or it goes on itself
 */
@RecordBuilder
public record Organization(
        String id,
        String name,
        OrganizationKind kind,
        @Nullable String country,
        List<String> aliases,
        List<String> formerIds,
        @Nullable PartialDate since,
        @Nullable PartialDate until,
        @Nullable String successor)
        implements OrganizationBuilder.With {
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
        if (since != null && until != null && !until.overBy().isAfter(since.firstDay())) {
            throw new InvalidValue("until", until, "must be after since (%s)".formatted(since));
        }
        if (successor != null) {
            FieldCheck.id("successor", successor);
            if (successor.equals(id)) {
                throw new InvalidValue("successor", successor, "must be another organization");
            }
            if (until == null) {
                throw new InvalidValue("until", null, "must be given where there is a successor");
            }
        }
    }

    /** One of whose life nothing is on record. */
    public Organization(
            String id,
            String name,
            OrganizationKind kind,
            @Nullable String country,
            List<String> aliases,
            List<String> formerIds) {
        this(id, name, kind, country, aliases, formerIds, null, null, null);
    }

    /** One whose id was always the same. */
    public Organization(String id, String name, OrganizationKind kind, @Nullable String country, List<String> aliases) {
        this(id, name, kind, country, aliases, List.of());
    }

    /** This organization with the dates of its life; each null if unknown. */
    public Organization living(@Nullable PartialDate begin, @Nullable PartialDate end, @Nullable String heir) {
        return with(organization -> organization.since(begin).until(end).successor(heir));
    }
}

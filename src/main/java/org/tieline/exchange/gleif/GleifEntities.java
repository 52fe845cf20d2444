package org.tieline.exchange.gleif;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tieline.exchange.imports.ForeignText;
import org.tieline.exchange.imports.ImportTarget;
import org.tieline.exchange.imports.ImportedFacts;
import org.tieline.exchange.imports.PublishedCsv;
import org.tieline.exchange.imports.RecordPlace;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;

/** Level 1: takes the entities that are wanted and stand. */
final class GleifEntities {
    private static final String LEI = "LEI";
    private static final String NAME = "Entity.LegalName";
    private static final String COUNTRY = "Entity.LegalAddress.Country";
    private static final String STATUS = "Entity.EntityStatus";
    private static final String REGISTRATION = "Registration.RegistrationStatus";
    private static final String CATEGORY = "Entity.EntityCategory";
    private static final List<String> OTHER_NAMES = List.of(
            "Entity.OtherEntityNames.OtherEntityName.%d",
            "Entity.TransliteratedOtherEntityNames.TransliteratedOtherEntityName.%d");
    private static final int MOST_OTHER_NAMES = 5;

    /** A record on its way to another issuer or to the archive is as good as an issued one until it has arrived. */
    private static final Set<String> STANDING = Set.of("ISSUED", "PENDING_TRANSFER", "PENDING_ARCHIVAL");

    private final GleifImport.Request request;
    private final ImportTarget.Known known;
    private final ImportedFacts facts;
    private final String file;
    private final Map<String, Organization> byLei = new HashMap<>();
    private final Set<String> seen = new HashSet<>();

    GleifEntities(GleifImport.Request request, ImportTarget.Known known, ImportedFacts facts) {
        this.request = request;
        this.known = known;
        this.facts = facts;
        this.file = request.entities().getFileName().toString();
    }

    void read() {
        PublishedCsv.read(request.entities(), List.of(LEI, NAME, COUNTRY, STATUS, REGISTRATION), this::take);
        request.leis().stream()
                .filter(lei -> !seen.contains(lei))
                .sorted()
                .forEach(lei -> facts.leave("entity: in the list, and not in " + file, lei));
    }

    /** The organization that was taken for an identifier; null if none was. */
    Organization taken(String lei) {
        return byLei.get(lei);
    }

    private void take(PublishedCsv.Row row) {
        String lei = row.get(LEI);
        if (!request.leis().contains(lei) && !request.countries().contains(row.get(COUNTRY))) {
            facts.leave("entity: neither in the list nor in one of the countries", (String) null);
            return;
        }
        RecordPlace origin = new RecordPlace(file, row.line(), lei);
        String reason = reason(lei, row);
        if (reason != null) {
            facts.leave("entity: " + reason, origin);
            return;
        }
        Optional<Organization> meant = known.meant(lei);
        Organization taken = facts.organizations().take(origin, () -> meant.orElseGet(() -> organization(lei, row)));
        if (taken != null) {
            byLei.put(lei, taken);
        }
    }

    /** Why it is not taken; null if it is. */
    private String reason(String lei, PublishedCsv.Row row) {
        if (!row.whole()) {
            return "not as many fields as the header has";
        }
        if (!Lei.isValid(lei)) {
            return "no legal entity identifier with right check digits";
        }
        if (!seen.add(lei)) {
            return "an identifier that an earlier line has";
        }
        if (row.get(NAME).isEmpty() || !ForeignText.legible(row.get(NAME))) {
            return "no legible name";
        }
        if (!row.get(STATUS).equals("ACTIVE")) {
            return "the status of the entity is %s, not ACTIVE".formatted(shown(row.get(STATUS)));
        }
        if (!STANDING.contains(row.get(REGISTRATION))) {
            return "the registration is %s, not ISSUED".formatted(shown(row.get(REGISTRATION)));
        }
        return switch (row.get(CATEGORY)) {
            case "BRANCH" -> "a branch, which is a part of an organization and none itself";
            case "SOLE_PROPRIETOR" -> "a sole proprietor, who is a private person";
            default -> null;
        };
    }

    private static String shown(String status) {
        return status.isEmpty() ? "empty" : status;
    }

    private Organization organization(String lei, PublishedCsv.Row row) {
        String name = row.get(NAME);
        List<String> others = new ArrayList<>();
        for (String column : OTHER_NAMES) {
            for (int i = 1; i <= MOST_OTHER_NAMES; i++) {
                others.add(row.get(column.formatted(i)));
            }
        }
        // Whoever has the identifier alone finds the organization as one finds it by a name.
        others.add(lei);
        return new Organization(
                "lei-" + lei.toLowerCase(Locale.ROOT),
                name,
                kind(row.get(CATEGORY)),
                ForeignText.country(row.get(COUNTRY)),
                ForeignText.aliases(name, others));
    }

    /** What it does in telecom, the file does not say. */
    private static OrganizationKind kind(String category) {
        return switch (category) {
            case "RESIDENT_GOVERNMENT_ENTITY" -> OrganizationKind.GOVERNMENT;
            case "INTERNATIONAL_ORGANIZATION" -> OrganizationKind.ASSOCIATION;
            default -> OrganizationKind.COMPANY;
        };
    }
}

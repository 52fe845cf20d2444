package org.tieline.exchange.gleif;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tieline.exchange.imports.ForeignText;
import org.tieline.exchange.imports.ImportTarget;
import org.tieline.exchange.imports.ImportedFacts;
import org.tieline.exchange.imports.PublishedCsv;
import org.tieline.exchange.imports.RecordPlace;
import org.tieline.model.Identifier;
import org.tieline.model.IdentifierScheme;
import org.tieline.model.InvalidValue;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.PartialDate;
import org.tieline.model.Source;

/** Level 1: takes the entities that are wanted and stand, or are over since a day that is told. */
final class GleifEntities {
    private static final String LEI = "LEI";
    private static final String NAME = "Entity.LegalName";
    private static final String COUNTRY = "Entity.LegalAddress.Country";
    private static final String INACTIVE = "INACTIVE";
    private static final String STATUS = "Entity.EntityStatus";
    private static final String REGISTRATION = "Registration.RegistrationStatus";
    private static final String CATEGORY = "Entity.EntityCategory";
    private static final List<String> OTHER_NAMES = List.of(
            "Entity.OtherEntityNames.OtherEntityName.%d",
            "Entity.TransliteratedOtherEntityNames.TransliteratedOtherEntityName.%d");
    private static final int MOST_OTHER_NAMES = 5;

    private static final String CREATED = "Entity.EntityCreationDate";
    private static final String EXPIRED = "Entity.EntityExpirationDate";
    private static final String SUCCESSOR = "Entity.SuccessorEntity.%d.SuccessorLEI";
    private static final int MOST_SUCCESSORS = 5;
    private static final int DAY = 10;

    /** A record on its way to another issuer or to the archive is as good as an issued one until it has arrived. */
    private static final Set<String> STANDING = Set.of("ISSUED", "PENDING_TRANSFER", "PENDING_ARCHIVAL");

    /** What the registration of an entity becomes that is no more. */
    private static final Set<String> OVER = Set.of("RETIRED", "MERGED");

    private final GleifImport.Request request;
    private final ImportTarget.Known known;
    private final ImportedFacts facts;
    private final String file;
    private final Map<String, Organization> byLei = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final List<Succession> successions = new ArrayList<>();
    private final @Nullable Source source;

    /** The successors that an entity names, by their identifiers. */
    private record Succession(RecordPlace origin, Organization before, Set<String> successors) {}

    /** @param source what states the identifiers of what is taken */
    GleifEntities(GleifImport.Request request, ImportTarget.Known known, ImportedFacts facts, @Nullable Source source) {
        this.request = request;
        this.source = source;
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
        successions.forEach(this::succeed);
    }

    /** Whoever is named may stand further down in the file, or in the data beside. */
    private void succeed(Succession succession) {
        Organization before = succession.before();
        List<String> heirs = succession.successors().stream()
                .flatMap(lei -> byLei.containsKey(lei)
                        ? Stream.of(byLei.get(lei))
                        : known.identified(IdentifierScheme.LEI, lei).stream())
                .map(Organization::id)
                .filter(id -> !id.equals(before.id()))
                .distinct()
                .toList();
        if (succession.successors().size() > 1) {
            facts.change(
                    "entity: its successors are left, as there are several",
                    succession.origin().toString());
        } else if (heirs.size() != 1) {
            facts.change(
                    "entity: its successor is left, as it was not taken",
                    succession.origin().toString());
        } else {
            facts.organizations().replace(before.living(before.since(), before.until(), heirs.getFirst()));
        }
    }

    /** The organization that was taken for an identifier. */
    @Nullable
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
        List<Organization> holders = known.identified(IdentifierScheme.LEI, lei);
        Optional<Organization> meant =
                known.meant(lei).or(() -> holders.stream().findFirst());
        Organization taken =
                facts.organizations().take(origin, () -> meant.orElseGet(() -> organization(lei, row, origin)));
        if (taken == null) {
            return;
        }
        byLei.put(lei, taken);
        if (!holders.contains(taken)) {
            facts.identifiers()
                    .take(
                            origin,
                            () -> new Identifier(
                                    taken.id(),
                                    IdentifierScheme.LEI,
                                    lei,
                                    null,
                                    null,
                                    List.of(Objects.requireNonNull(source).id())));
        }
        Set<String> successors = successors(row);
        if (meant.isEmpty() && taken.until() != null && !successors.isEmpty()) {
            successions.add(new Succession(origin, taken, successors));
        }
    }

    private static Set<String> successors(PublishedCsv.Row row) {
        return IntStream.rangeClosed(1, MOST_SUCCESSORS)
                .mapToObj(i -> row.get(SUCCESSOR.formatted(i)))
                .filter(lei -> !lei.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Why it is not taken; null if it is. */
    private @Nullable String reason(String lei, PublishedCsv.Row row) {
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
        if (known.meant(lei).isEmpty()
                && known.identified(IdentifierScheme.LEI, lei).size() > 1) {
            return "several organizations of the data beside have its identifier";
        }
        boolean over = row.get(STATUS).equals(INACTIVE);
        if (!over && !row.get(STATUS).equals("ACTIVE")) {
            return "the status of the entity is %s, not ACTIVE".formatted(shown(row.get(STATUS)));
        }
        if (over && day(row, EXPIRED) == null) {
            return "the status of the entity is INACTIVE, and no date says since when";
        }
        String registration = row.get(REGISTRATION);
        if (!STANDING.contains(registration) && !(over && OVER.contains(registration))) {
            return "the registration is %s, not ISSUED".formatted(shown(registration));
        }
        return switch (row.get(CATEGORY)) {
            case "BRANCH" -> "a branch, which is a part of an organization and none itself";
            case "SOLE_PROPRIETOR" -> "a sole proprietor, who is a private person";
            default -> null;
        };
    }

    /** The day as it is written, whatever the time zone behind it; null if there is none that can be read. */
    private static @Nullable PartialDate day(PublishedCsv.Row row, String column) {
        String text = row.get(column);
        try {
            return text.isEmpty() ? null : PartialDate.parse(text.substring(0, Math.min(text.length(), DAY)));
        } catch (InvalidValue e) {
            return null;
        }
    }

    private static String shown(String status) {
        return status.isEmpty() ? "empty" : status;
    }

    private @Nullable Organization organization(String lei, PublishedCsv.Row row, RecordPlace origin) {
        String name = row.get(NAME);
        List<String> others = new ArrayList<>();
        for (String column : OTHER_NAMES) {
            for (int i = 1; i <= MOST_OTHER_NAMES; i++) {
                others.add(row.get(column.formatted(i)));
            }
        }
        Organization organization = new Organization(
                "lei-" + lei.toLowerCase(Locale.ROOT),
                name,
                kind(row.get(CATEGORY)),
                ForeignText.country(row.get(COUNTRY)),
                ForeignText.aliases(name, others));
        PartialDate since = day(row, CREATED);
        PartialDate until = row.get(STATUS).equals(INACTIVE) ? day(row, EXPIRED) : null;
        try {
            return organization.living(since, until, null);
        } catch (InvalidValue e) {
            facts.change("entity: its creation is left, as it contradicts its end", origin.toString());
            return organization.living(null, until, null);
        }
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

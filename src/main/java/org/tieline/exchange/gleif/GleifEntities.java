package org.tieline.exchange.gleif;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tieline.exchange.imports.ForeignText;
import org.tieline.exchange.imports.ImportNotes;
import org.tieline.exchange.imports.ImportProgress;
import org.tieline.exchange.imports.PublishedCsv;
import org.tieline.exchange.imports.RecordPlace;
import org.tieline.model.IdentifierScheme;
import org.tieline.model.InvalidValue;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.PartialDate;
import org.tieline.naming.column.TextNumbers;
import org.tieline.scratch.SortedRows;

/**
 * Level 1: reads the entities that are wanted, and those that may stand above one of them, as far as they stand or are over since
 * a day that is told. Their rows go to where they are sorted; which of them are taken is decided after all were seen.
 */
final class GleifEntities {
    /** Why most entities of the world are left. */
    static final String UNWANTED = "entity: neither in the list nor in one of the countries, nor above one that is";

    private static final String LEI = "LEI";
    private static final String NAME = "Entity.LegalName";
    private static final String COUNTRY = "Entity.LegalAddress.Country";
    private static final String INACTIVE = "INACTIVE";
    private static final String STATUS = "Entity.EntityStatus";
    private static final String REGISTRATION = "Registration.RegistrationStatus";
    private static final String CATEGORY = "Entity.EntityCategory";
    private static final String CREATED = "Entity.EntityCreationDate";
    private static final String EXPIRED = "Entity.EntityExpirationDate";
    private static final List<String> OTHER_NAMES = five(
            "Entity.OtherEntityNames.OtherEntityName.%d",
            "Entity.TransliteratedOtherEntityNames.TransliteratedOtherEntityName.%d");
    private static final List<String> SUCCESSORS = five("Entity.SuccessorEntity.%d.SuccessorLEI");

    /**
     * A record on its way to another issuer or to the archive is as good as an issued one until it has arrived, and one that
     * nobody paid for any more still says who is who.
     */
    private static final Set<String> STANDING = Set.of("ISSUED", "LAPSED", "PENDING_TRANSFER", "PENDING_ARCHIVAL");

    /** What the registration of an entity becomes that is no more. */
    private static final Set<String> OVER = Set.of("RETIRED", "MERGED");

    private final GleifImport.Request request;
    private final TextNumbers numbers;
    private final Beside beside;
    private final ImportNotes notes;
    private final SortedRows rows;
    private final String file;
    private final Entities entities;
    private final Successions successions;

    /** Entities that a relationship puts above another one. */
    private final BitSet above = new BitSet();

    /** Entities that are wanted for themselves. */
    private final BitSet wanted = new BitSet();

    /** Why entities were left that are wanted only if one below them is. */
    private final Map<Integer, Refusal> refusals = new HashMap<>();

    private record Refusal(long line, String reason) {}

    GleifEntities(
            GleifImport.Request request,
            TextNumbers numbers,
            Consolidations consolidations,
            Beside beside,
            ImportNotes notes,
            SortedRows rows) {
        this.request = request;
        this.numbers = numbers;
        this.beside = beside;
        this.notes = notes;
        this.rows = rows;
        file = request.entities().getFileName().toString();
        entities = new Entities(numbers);
        successions = new Successions(numbers, entities, beside, file);
        for (int i = 0; i < consolidations.size(); i++) {
            if (consolidations.isSound(i)) {
                above.set(consolidations.parent(i));
            }
        }
    }

    private static List<String> five(String... columns) {
        return List.of(columns).stream()
                .flatMap(column -> IntStream.rangeClosed(1, 5).mapToObj(column::formatted))
                .toList();
    }

    /** The id of the organization that an entity becomes. */
    static String id(String lei) {
        return "lei-" + lei.toLowerCase(Locale.ROOT);
    }

    void read(ImportProgress progress) {
        notes.read(
                file,
                PublishedCsv.read(
                        request.entities(), List.of(LEI, NAME, COUNTRY, STATUS, REGISTRATION), progress, this::take));
        request.leis().stream()
                .filter(lei -> !entities.isSeen(numbers.find(lei)))
                .sorted()
                .forEach(lei -> notes.leave("entity: in the list, and not in " + file, lei));
    }

    Entities entities() {
        return entities;
    }

    Successions successions() {
        return successions;
    }

    /** The entities that are wanted for themselves and were sound. */
    IntStream wanted() {
        return wanted.stream().filter(entities::isSound);
    }

    /** Counts what was read and is not taken after all; those that somebody taken named as being above it say why. */
    void leaveOthers(BitSet named) {
        above.stream()
                .filter(entity -> entities.isSeen(entity) && !wanted.get(entity) && !entities.isTaken(entity))
                .forEach(entity -> {
                    Refusal refusal = refusals.get(entity);
                    if (refusal != null && named.get(entity)) {
                        notes.leave("entity: " + refusal.reason(), place(refusal.line(), numbers.get(entity)));
                    } else {
                        notes.leave(UNWANTED);
                    }
                });
    }

    RecordPlace place(long line, String lei) {
        return new RecordPlace(file, line, lei);
    }

    private void take(PublishedCsv.Row row) {
        String lei = row.get(LEI);
        boolean asked = request.all()
                || request.leis().contains(lei)
                || request.countries().contains(row.get(COUNTRY));
        int number = numbers.find(lei);
        boolean candidate = number >= 0 && above.get(number);
        if (!asked && !candidate) {
            notes.leave(UNWANTED);
            return;
        }
        String broken = form(lei, row);
        if (broken != null) {
            leave(asked, broken, lei, row);
            return;
        }
        number = numbers.add(lei);
        if (!entities.see(number)) {
            leave(asked, "an identifier that an earlier line has", lei, row);
            return;
        }
        if (asked) {
            wanted.set(number);
        }
        String reason = reason(lei, row);
        if (reason == null) {
            add(number, lei, row);
        } else if (asked) {
            leave(true, reason, lei, row);
        } else {
            refusals.put(number, new Refusal(row.line(), reason));
        }
    }

    private void leave(boolean asked, String reason, String lei, PublishedCsv.Row row) {
        if (asked) {
            notes.leave("entity: " + reason, place(row.line(), lei));
        } else {
            notes.leave(UNWANTED);
        }
    }

    private void add(int number, String lei, PublishedCsv.Row row) {
        Organization known = beside.organization(lei, id(lei));
        if (known != null) {
            entities.addKnown(number, known);
            rows.add(known.id(), new EntityRow(number, row.line(), null, false).bytes());
            return;
        }
        EntityRow entity = row(number, lei, row);
        Organization organization = Objects.requireNonNull(entity.organization());
        entities.addNew(number, organization.name(), organization.kind());
        rows.add(organization.id(), entity.bytes());
        List<String> successors = SUCCESSORS.stream()
                .map(row::get)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
        if (organization.until() != null && !successors.isEmpty()) {
            successions.add(number, row.line(), successors);
        }
    }

    /** Why a row is none of an entity; null if it is one. */
    private static @Nullable String form(String lei, PublishedCsv.Row row) {
        if (!row.whole()) {
            return "not as many fields as the header has";
        }
        return IdentifierScheme.LEI.accepts(lei) ? null : "no legal entity identifier with right check digits";
    }

    /** Why it is not taken; null if it is. */
    private @Nullable String reason(String lei, PublishedCsv.Row row) {
        if (row.get(NAME).isEmpty() || !ForeignText.legible(row.get(NAME))) {
            return "no legible name";
        }
        if (beside.isAmbiguous(lei)) {
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
        try {
            return PackedDate.day(row, column);
        } catch (InvalidValue e) {
            return null;
        }
    }

    private static String shown(String status) {
        return status.isEmpty() ? "empty" : status;
    }

    private static EntityRow row(int number, String lei, PublishedCsv.Row row) {
        String name = row.get(NAME);
        List<String> others = new ArrayList<>();
        for (String column : OTHER_NAMES) {
            others.add(row.get(column));
        }
        Organization organization = new Organization(
                id(lei),
                name,
                kind(row.get(CATEGORY)),
                ForeignText.country(row.get(COUNTRY)),
                ForeignText.aliases(name, others));
        PartialDate since = day(row, CREATED);
        PartialDate until = row.get(STATUS).equals(INACTIVE) ? day(row, EXPIRED) : null;
        try {
            return new EntityRow(number, row.line(), organization.living(since, until, null), false);
        } catch (InvalidValue e) {
            return new EntityRow(number, row.line(), organization.living(null, until, null), true);
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

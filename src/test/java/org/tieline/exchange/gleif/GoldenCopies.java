package org.tieline.exchange.gleif;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Made-up golden copies of any size, the same for the same numbers, packed and with the headers as published.
 *
 * <p>Their proportions, as far as they could be read: 3,067,073 entities, 599,574 relationships and 5.46 million exceptions in
 * September 2025; of the relationships 27 % are to ultimate parents, 26 % to direct ones, 31 % of funds to managers, 15 % of
 * subfunds, 0.4 % of branches, and 0.8 % of the entities name a successor (counts that users of the files published in 2025 and
 * 2026); one in ten LEIs is no longer active (2.71 of 3 million, GLEIF, "The LEI in Numbers", 24 April 2025); the USA are first and
 * India second among jurisdictions, the first ten have three quarters (GLEIF, January 2025 and April 2017). Assumed are: how many
 * are lapsed (three in ten; 22 % were in 2015, Alacra), corroborated or of a category, what the reasons of exceptions share,
 * countries from the third on, how deep groups are, and every name.
 */
public final class GoldenCopies {
    private static final String STAMP = "20260916-0800-gleif-goldencopy-";
    private static final int LONGEST_CHAIN = 20;
    private static final String[] ISSUERS = {"5493", "2138", "9695", "5299", "3358", "9845", "8945"};

    private static final String ISSUER = lei(0);

    /** In thousandths of the relationships: to a direct parent, to an ultimate one, of a fund, of a subfund; the rest of branches. */
    private static final int[] TYPE_SHARES = {261, 274, 309, 151};

    private static final List<String> TYPES = List.of(
            "IS_DIRECTLY_CONSOLIDATED_BY",
            "IS_ULTIMATELY_CONSOLIDATED_BY",
            "IS_FUND-MANAGED_BY",
            "IS_SUBFUND_OF",
            "IS_INTERNATIONAL_BRANCH_OF");

    private static final List<String> COUNTRIES = shares(
            "US 140 IN 110 DE 90 GB 80 NL 70 IT 70 FR 60 ES 60 CN 40 SE 35 NO 25 DK 25 JP 20 PL 20 CA 20 AU 20 LU 20 FI 15 BE 15 "
                    + "CH 15 AT 10 KY 10 IE 10 CZ 10 GR 5 KR 5 RU 5 UA 5 BG 5 AE 4 SA 3 TW 3 TH 3 HK 2 BR 2 MX 2 ZA 2 SG 2 IL 2");
    private static final List<String> REGISTRATIONS = shares(
            "ISSUED 585 LAPSED 300 RETIRED 90 MERGED 8 DUPLICATE 6 ANNULLED 5 PENDING_TRANSFER 3 PENDING_ARCHIVAL 3");
    private static final List<String> CATEGORIES = shares(
            "GENERAL 865 FUND 110 SOLE_PROPRIETOR 15 BRANCH 5 RESIDENT_GOVERNMENT_ENTITY 4 INTERNATIONAL_ORGANIZATION 1");
    private static final List<String> REASONS = shares(
            "NATURAL_PERSONS 450 NON_CONSOLIDATING 220 NON_PUBLIC 150 NO_KNOWN_PERSON 120 NO_LEI 40 LEGAL_OBSTACLES 15 "
                    + "CONSENT_NOT_OBTAINED 5");

    private static final String[] SYLLABLES =
            ("ka ro mi ten sol var ne lu gra bel tor an vi sta per do ri mon el sa chi no fen "
                            + "ul bra ze co mar ti hel os pra ju den al ke wi for la ber")
                    .split(" ");
    private static final String[] TRADES =
            ("Holding Capital Telecom Energy Foods Logistics Invest Real Estate Pharma Steel "
                            + "Media Shipping Motors Textiles Consulting Software Bank Insurance")
                    .split(" ");
    private static final Map<String, String> FORMS = Map.of(
            "US", "Inc.", "DE", "GmbH", "GB", "Limited", "NL", "B.V.", "IT", "S.r.l.", "FR", "SAS", "SE", "AB", "NO",
            "AS");

    /** Letters in which names of some countries are written. */
    private static final Map<String, String> LETTERS = Map.of(
            "CN", "华中国通信科技东方新海金天龙安德明光大成",
            "TW", "台灣電信華新光明遠東大同國際",
            "JP", "東京電機日本通信三菱光学山田産業",
            "KR", "한국통신전자금융산업대한서울",
            "RU", "абвгдеклмнопрстуфхя",
            "UA", "абвгдеіклмнопрстуфї",
            "BG", "абвгдезклмнопрстуфя",
            "GR", "αβγδεζηκλμνοπρστυφω",
            "AE", "ابتثجحخدرسشصعفقكلمنهوي",
            "SA", "ابتثجحخدرسشصعفقكلمنهوي");

    private final int entities;
    private final int relationships;

    /** Entities up to this one, which nobody consolidates; the children follow. */
    private final int tops;

    /**
     * @param entities at least 1,000
     * @param relationships at most as many
     */
    public GoldenCopies(int entities, int relationships) {
        this.entities = entities;
        this.relationships = relationships;
        tops = Math.max(10, relationships / 8);
        if (entities < 1_000 || relationships > entities) {
            throw new IllegalArgumentException("at least 1000 entities, and no more relationships");
        }
    }

    /** The files in a folder. */
    public record Written(Path entities, Path relationships, Path exceptions) {}

    /** Writes all three, packed. */
    public Written write(Path folder) throws IOException {
        return new Written(
                packed(folder, "lei2", GleifFiles.entityColumns(), this::entities),
                packed(folder, "rr", GleifFiles.relationshipColumns(), this::relationships),
                packed(folder, "repex", GleifFiles.exceptionColumns(), this::exceptions));
    }

    /** The files that were written into a folder before. */
    public Written in(Path folder) {
        return new Written(path(folder, "lei2"), path(folder, "rr"), path(folder, "repex"));
    }

    private static Path path(Path folder, String form) {
        return folder.resolve(STAMP + form + "-golden-copy.csv.zip");
    }

    private static List<String> shares(String text) {
        String[] parts = text.split(" ");
        List<String> all = new ArrayList<>();
        for (int i = 0; i < parts.length; i += 2) {
            for (int k = 0; k < Integer.parseInt(parts[i + 1]); k++) {
                all.add(parts[i]);
            }
        }
        return List.copyOf(all);
    }

    private static String any(List<String> shares, SplittableRandom random) {
        return shares.get(random.nextInt(shares.size()));
    }

    /** Writes rows into a file. */
    private interface Rows {
        void write(Table table) throws IOException;
    }

    private static Path packed(Path folder, String form, List<String> columns, Rows rows) throws IOException {
        String name = STAMP + form + "-golden-copy.csv";
        Path file = path(folder, form);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            zip.putNextEntry(new ZipEntry(name));
            BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 16);
            Table table = new Table(columns, writer);
            rows.write(table);
            writer.flush();
            zip.closeEntry();
        }
        return file;
    }

    /** One table while it is written: cells are set by column, and every one is in quotes. */
    private static final class Table {
        private final BufferedWriter out;
        private final Map<String, Integer> places = new HashMap<>();
        private final String[] cells;
        private final StringBuilder row = new StringBuilder();

        Table(List<String> columns, BufferedWriter out) throws IOException {
            this.out = out;
            cells = new String[columns.size()];
            for (int i = 0; i < cells.length; i++) {
                places.put(columns.get(i), i);
                cells[i] = columns.get(i);
            }
            end(cells.length);
        }

        Table set(String column, String cell) {
            cells[places.get(column)] = cell;
            return this;
        }

        void end() throws IOException {
            end(cells.length);
        }

        /** @param length how many cells the row has */
        void end(int length) throws IOException {
            row.setLength(0);
            for (int i = 0; i < length; i++) {
                row.append(i == 0 ? "\"" : ",\"");
                if (cells[i] != null) {
                    row.append(cells[i].indexOf('"') < 0 ? cells[i] : cells[i].replace("\"", "\"\""));
                }
                row.append('"');
            }
            Arrays.fill(cells, null);
            out.append(row.append('\n'));
        }
    }

    /** The identifier of an entity: that of an issuer, and digits that follow no order. */
    public static String lei(int entity) {
        long digits = Long.remainderUnsigned(entity * 1_481_765_933_085L, 4_738_381_338_321_616_896L);
        String rest = Long.toString(digits, 36).toUpperCase(Locale.ROOT);
        return GleifFiles.lei(ISSUERS[entity % ISSUERS.length] + "00" + "0".repeat(12 - rest.length()) + rest);
    }

    private static SplittableRandom random(int entity) {
        long seed = (entity + 1L) * 0xD134_2543_DE82_EF95L;
        return new SplittableRandom(seed ^ seed >>> 29);
    }

    /** What an entity is called, in the letters of its country; an entity has the same name whoever asks. */
    public static String name(int entity) {
        SplittableRandom random = random(entity);
        String country = any(COUNTRIES, random);
        String letters = LETTERS.get(country);
        return letters == null ? latin(random, country) : foreign(random, letters);
    }

    private static String foreign(SplittableRandom random, String letters) {
        StringBuilder name = new StringBuilder();
        int length = 4 + random.nextInt(4);
        for (int i = 0; i < length; i++) {
            name.append(letters.charAt(random.nextInt(letters.length())));
        }
        return name.toString();
    }

    private static String latin(SplittableRandom random, String country) {
        return String.join(
                " ",
                coined(random),
                coined(random),
                TRADES[random.nextInt(TRADES.length)],
                FORMS.getOrDefault(country, "S.A."));
    }

    private static String coined(SplittableRandom random) {
        StringBuilder word = new StringBuilder();
        int length = 2 + random.nextInt(3);
        for (int i = 0; i < length; i++) {
            word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private void entities(Table table) throws IOException {
        for (int i = 0; i < entities; i++) {
            entity(i, lei(i), table);
            table.end();
            if (i % 50_021 == 7) {
                entity(i, lei(i), table);
                table.end();
            }
            if (i % 70_001 == 5) {
                entity(i, lei(i).substring(0, 19) + "X", table);
                table.end();
            }
            if (i % 90_001 == 3) {
                entity(i, lei(i), table);
                table.end(17);
            }
        }
    }

    private void entity(int i, String lei, Table table) {
        SplittableRandom random = random(i);
        String country = any(COUNTRIES, random);
        String letters = LETTERS.get(country);
        String name = letters == null ? latin(random, country) : foreign(random, letters);
        boolean end = i < tops + children();
        String registration = any(REGISTRATIONS, random);
        String category = end ? "GENERAL" : any(CATEGORIES, random);
        boolean over = registration.equals("RETIRED") || registration.equals("MERGED");
        LocalDate created = day(random, 1985, 35);
        table.set("LEI", lei)
                .set("Entity.LegalName", name)
                .set("Entity.LegalName.xmllang", letters == null ? "en" : country.toLowerCase(Locale.ROOT))
                .set("Entity.LegalAddress.xmllang", "en")
                .set("Entity.LegalAddress.FirstAddressLine", 1 + random.nextInt(200) + " " + coined(random) + " street")
                .set("Entity.LegalAddress.City", coined(random))
                .set("Entity.LegalAddress.Country", country)
                .set("Entity.LegalAddress.PostalCode", Integer.toString(10_000 + random.nextInt(90_000)))
                .set("Entity.HeadquartersAddress.xmllang", "en")
                .set(
                        "Entity.HeadquartersAddress.FirstAddressLine",
                        1 + random.nextInt(200) + " " + coined(random) + " street")
                .set("Entity.HeadquartersAddress.City", coined(random))
                .set("Entity.HeadquartersAddress.Country", country)
                .set("Entity.RegistrationAuthority.RegistrationAuthorityID", "RA000" + (100 + random.nextInt(700)))
                .set(
                        "Entity.RegistrationAuthority.RegistrationAuthorityEntityID",
                        Integer.toString(random.nextInt(1 << 30)))
                .set("Entity.LegalJurisdiction", country)
                .set("Entity.EntityCategory", category)
                .set("Entity.LegalForm.EntityLegalFormCode", "8888")
                .set("Entity.EntityStatus", over ? "INACTIVE" : "ACTIVE")
                .set("Entity.EntityCreationDate", created + "T00:00:00.000Z")
                .set("Registration.InitialRegistrationDate", day(random, 2013, 12) + "T00:00:00.000Z")
                .set("Registration.LastUpdateDate", day(random, 2022, 4) + "T10:12:00.000Z")
                .set("Registration.RegistrationStatus", registration)
                .set("Registration.NextRenewalDate", day(random, 2026, 1) + "T00:00:00.000Z")
                .set("Registration.ManagingLOU", ISSUER)
                .set(
                        "Registration.ValidationSources",
                        random.nextInt(10) < 8 ? "FULLY_CORROBORATED" : "ENTITY_SUPPLIED_ONLY")
                .set("ConformityFlag", "CONFORMING");
        if (letters != null) {
            table.set("Entity.TransliteratedOtherEntityNames.TransliteratedOtherEntityName.1", latin(random, country));
        } else if (random.nextInt(8) == 0) {
            table.set("Entity.OtherEntityNames.OtherEntityName.1", latin(random, country))
                    .set("Entity.OtherEntityNames.OtherEntityName.1.type", "PREVIOUS_LEGAL_NAME");
        }
        if (over) {
            if (random.nextInt(20) > 0) {
                table.set("Entity.EntityExpirationDate", day(random, 2020, 6) + "T00:00:00.000Z");
            }
            table.set(
                    "Entity.EntityExpirationReason", registration.equals("MERGED") ? "CORPORATE_ACTION" : "DISSOLVED");
        }
        if (registration.equals("MERGED") || registration.equals("DUPLICATE")) {
            table.set("Entity.SuccessorEntity.1.SuccessorLEI", lei(random.nextInt(entities)));
        }
    }

    private static LocalDate day(SplittableRandom random, int from, int years) {
        return LocalDate.of(from, 1, 1).plusDays(random.nextInt(365 * years));
    }

    /** How many relationships there are of each type. */
    private int count(int type) {
        return (int) ((long) relationships * TYPE_SHARES[type] / 1_000);
    }

    /** Entities that name an ultimate parent; those that name a direct one are the first of them. */
    private int children() {
        return Math.min(count(1), entities - tops);
    }

    /** The direct parent of a child: one that is alone at the top, mostly a large group, or a child before it. */
    private int parent(int child) {
        int number = child - tops;
        if (number % 1_000 > 0 && number % 1_000 < LONGEST_CHAIN) {
            return child - 1;
        }
        SplittableRandom random = random(-child);
        if (number > 100 && random.nextInt(10) < 3) {
            return tops + random.nextInt(number / 10) * 10 + 5;
        }
        double rank = random.nextDouble();
        return (int) (tops * rank * rank * rank);
    }

    private int top(int child) {
        int at = child;
        while (at >= tops) {
            at = parent(at);
        }
        return at;
    }

    private void relationships(Table table) throws IOException {
        for (int child = tops; child < tops + children(); child++) {
            if (child < tops + count(0)) {
                relationship(child, 0, parent(child), table);
                if (child % 101 == 0) {
                    relationship(child, 0, parent(child), table);
                }
            }
            relationship(child, 1, top(child), table);
        }
        int managed = tops + children();
        int others = Math.max(1, entities - managed);
        for (int type = 2; type < TYPES.size(); type++) {
            int rest = relationships - count(0) - count(1) - count(2) - count(3);
            int wanted = type == 4 ? rest : count(type);
            for (int i = 0; i < wanted; i++) {
                int child = managed + (int) (((long) i * 7 + type) % others);
                relationship(Math.min(child, entities - 1), type, i % Math.min(tops, 2_000), table);
            }
        }
    }

    private static void relationship(int child, int type, int parent, Table table) throws IOException {
        SplittableRandom random = random(child * 8 + type);
        LocalDate since = day(random, 1999, 22);
        int registration = random.nextInt(100);
        table.set("Relationship.StartNode.NodeID", lei(child))
                .set("Relationship.StartNode.NodeIDType", "LEI")
                .set("Relationship.EndNode.NodeID", lei(parent))
                .set("Relationship.EndNode.NodeIDType", "LEI")
                .set("Relationship.RelationshipType", TYPES.get(type))
                .set("Relationship.RelationshipStatus", random.nextInt(20) > 0 ? "ACTIVE" : "INACTIVE")
                .set("Relationship.Period.1.startDate", "2024-01-01T00:00:00.000Z")
                .set("Relationship.Period.1.endDate", "2024-12-31T00:00:00.000Z")
                .set("Relationship.Period.1.periodType", "ACCOUNTING_PERIOD")
                .set("Relationship.Period.2.startDate", since + "T00:00:00.000Z")
                .set("Relationship.Period.2.periodType", "RELATIONSHIP_PERIOD")
                .set("Relationship.Qualifiers.1.QualifierDimension", "ACCOUNTING_STANDARD")
                .set("Relationship.Qualifiers.1.QualifierCategory", "IFRS")
                .set("Registration.InitialRegistrationDate", day(random, 2017, 6) + "T00:00:00.000Z")
                .set("Registration.LastUpdateDate", day(random, 2022, 4) + "T10:12:00.000Z")
                .set(
                        "Registration.RegistrationStatus",
                        registration < 75 ? "PUBLISHED" : registration < 95 ? "LAPSED" : "RETIRED")
                .set("Registration.NextRenewalDate", day(random, 2026, 1) + "T00:00:00.000Z")
                .set("Registration.ManagingLOU", ISSUER)
                .set(
                        "Registration.ValidationSources",
                        random.nextInt(10) < 6 ? "FULLY_CORROBORATED" : "ENTITY_SUPPLIED_ONLY")
                .set("Registration.ValidationDocuments", "ACCOUNTS_FILING");
        table.end();
    }

    private void exceptions(Table table) throws IOException {
        for (int i = 0; i < entities; i++) {
            SplittableRandom random = random(i + 1_000_003);
            if (random.nextInt(20) < 2) {
                continue;
            }
            String reason = any(REASONS, random);
            if (i < tops || i >= tops + count(0)) {
                exception(i, GleifFiles.DIRECT_PARENT, reason, table);
            }
            if (i < tops || i >= tops + children()) {
                exception(i, GleifFiles.ULTIMATE_PARENT, reason, table);
            }
        }
    }

    private static void exception(int entity, String category, String reason, Table table) throws IOException {
        table.set("LEI", lei(entity)).set("Exception.Category", category).set("Exception.Reason.1", reason);
        table.end();
    }
}

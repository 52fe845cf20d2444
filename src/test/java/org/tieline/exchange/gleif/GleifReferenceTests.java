package org.tieline.exchange.gleif;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.dataset.DatasetReader;
import org.tieline.exchange.imports.ImportProgress;
import org.tieline.exchange.imports.ImportReport;
import org.tieline.exchange.imports.ImportTarget;
import org.tieline.exchange.imports.Imported;
import org.tieline.model.Dataset;

/** Random small worlds, in which everything that can be wrong is wrong often, against a naive reference. */
class GleifReferenceTests {
    private static final int WORLDS = 60;
    private static final List<String> COUNTRIES = List.of("SE", "NO", "US", "JP");
    private static final List<String> DAYS =
            List.of("", "2001", "2004-05", "2004-05-20", "2010-01-01T00:00:00Z", "2019");

    @TempDir
    private Path folder;

    private Path entityFile;
    private Path relationshipFile;

    private static String any(Random random, String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    private static String lei(int number) {
        return GleifFiles.lei("TIELINERANDOM%05d".formatted(number * 7_919 % 100_000));
    }

    private static GleifRow entity(Random random, int world) {
        int number = random.nextInt(world);
        boolean over = random.nextInt(6) == 0;
        GleifRow row = GleifFiles.entity(
                lei(number),
                "Entity %d".formatted(number),
                COUNTRIES.get(random.nextInt(COUNTRIES.size())),
                "Entity.EntityStatus",
                over ? "INACTIVE" : "ACTIVE",
                "Registration.RegistrationStatus",
                any(random, "ISSUED", "ISSUED", "LAPSED", over ? "RETIRED" : "ISSUED", over ? "MERGED" : "ANNULLED"),
                "Entity.EntityCategory",
                any(
                        random,
                        "GENERAL",
                        "FUND",
                        "GENERAL",
                        "GENERAL",
                        "GENERAL",
                        "GENERAL",
                        "GENERAL",
                        "BRANCH",
                        "RESIDENT_GOVERNMENT_ENTITY",
                        "INTERNATIONAL_ORGANIZATION"),
                "Entity.EntityExpirationDate",
                over && random.nextInt(5) > 0 ? "2020-02-03" : "");
        for (int i = 1; over && i <= random.nextInt(4); i++) {
            row = row.with("Entity.SuccessorEntity.%d.SuccessorLEI".formatted(i), lei(random.nextInt(world)));
        }
        return row;
    }

    private static GleifRow relationship(Random random, int world) {
        return GleifFiles.relationship(
                lei(random.nextInt(world)),
                any(
                        random,
                        "IS_DIRECTLY_CONSOLIDATED_BY",
                        "IS_DIRECTLY_CONSOLIDATED_BY",
                        "IS_ULTIMATELY_CONSOLIDATED_BY",
                        "IS_FUND-MANAGED_BY"),
                lei(random.nextInt(world)),
                "Relationship.RelationshipStatus",
                random.nextInt(9) == 0 ? "INACTIVE" : "ACTIVE",
                "Registration.RegistrationStatus",
                any(random, "PUBLISHED", "PUBLISHED", "PUBLISHED", "LAPSED", "LAPSED", "RETIRED"),
                "Registration.LastUpdateDate",
                any(random, "", "2012-01-01", "2021-05-05T10:00:00Z"),
                "Relationship.Period.2.startDate",
                DAYS.get(random.nextInt(DAYS.size())),
                "Relationship.Period.2.endDate",
                random.nextBoolean() ? "" : DAYS.get(random.nextInt(DAYS.size())));
    }

    private void write(List<GleifRow> entities, List<GleifRow> relationships) throws IOException {
        entityFile = folder.resolve("20260916-0800-gleif-goldencopy-lei2-golden-copy.csv");
        relationshipFile = folder.resolve("20260916-0800-gleif-goldencopy-rr-golden-copy.csv");
        Files.writeString(entityFile, GleifFiles.csv(GleifFiles.entityColumns(), entities.toArray(GleifRow[]::new)));
        Files.writeString(
                relationshipFile,
                GleifFiles.csv(GleifFiles.relationshipColumns(), relationships.toArray(GleifRow[]::new)));
    }

    private ImportReport run(Set<String> leis, Set<String> countries, Path into, Path beside) {
        return GleifImport.run(
                new GleifImport.Request(
                        entityFile,
                        relationshipFile,
                        null,
                        leis,
                        countries,
                        leis.isEmpty() && countries.isEmpty(),
                        null),
                new ImportTarget(into, beside, null),
                ImportProgress.SILENT);
    }

    private static List<GleifRow> rows(int count, Supplier<GleifRow> row) {
        List<GleifRow> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(row.get());
        }
        return rows;
    }

    private static <T> Set<T> some(Random random, List<T> all) {
        return all.stream().filter(each -> random.nextInt(3) == 0).collect(Collectors.toSet());
    }

    @Test
    void shouldTakeWhatTheReferenceTakes() throws IOException {
        int ties = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            Random random = new Random(seed);
            int world = 4 + random.nextInt(20);
            List<GleifRow> entities = rows(2 * world, () -> entity(random, world));
            List<GleifRow> relationships = rows(random.nextInt(12 * world), () -> relationship(random, world));
            write(entities, relationships);
            Set<String> leis = some(random, List.of(lei(0), lei(1), lei(2), lei(1_000)));
            Set<String> countries = some(random, COUNTRIES);
            boolean all = leis.isEmpty() && countries.isEmpty();
            Path into = folder.resolve("into-" + seed);

            ImportReport report = run(leis, countries, into, null);

            NaiveGleif expected = new NaiveGleif(
                    entities,
                    relationships,
                    row -> all
                            || leis.contains(row.get("LEI"))
                            || countries.contains(row.get("Entity.LegalAddress.Country")));
            Imported imported = Imported.of(report, into);
            assertThat(imported.taken().organizations())
                    .as("organizations of world %d", seed)
                    .extracting(each -> "%s %s %s %s %s %s"
                            .formatted(
                                    each.id(),
                                    each.name(),
                                    each.kind(),
                                    each.country(),
                                    each.until(),
                                    each.successor()))
                    .containsExactlyElementsOf(expected.organizations());
            assertThat(imported.taken().ties())
                    .as("ties of world %d", seed)
                    .extracting(tie -> "%s %s %s %s".formatted(tie.id(), tie.since(), tie.until(), tie.verified()))
                    .containsExactlyInAnyOrderElementsOf(expected.ties());
            assertThat(imported.taken().identifiers())
                    .hasSameSizeAs(imported.taken().organizations());
            assertEverythingIsAccountedFor(report, entities.size(), relationships.size());
            ties += imported.taken().ties().size();
        }
        assertThat(ties).isGreaterThan(3 * WORLDS);
    }

    /** Whatever was read was taken or left, and nothing twice. */
    private static void assertEverythingIsAccountedFor(ImportReport report, int entities, int relationships) {
        assertThat(report.taken().organizations() + left(report, "entity: ")).isEqualTo(entities);
        assertThat(report.taken().ties() + left(report, "relationship: ")).isEqualTo(relationships);
    }

    private static long left(ImportReport report, String beginning) {
        return report.left().stream()
                .filter(reason ->
                        reason.text().startsWith(beginning) && !reason.text().contains("in the list, and not in"))
                .mapToLong(ImportReport.Reason::count)
                .sum();
    }

    @Test
    void shouldStandBesideAnEarlierImportOfTheSameFiles() throws IOException {
        for (int seed = 0; seed < WORLDS / 5; seed++) {
            Random random = new Random(1_000 + seed);
            int world = 4 + random.nextInt(20);
            write(
                    rows(2 * world, () -> entity(random, world)),
                    rows(random.nextInt(6 * world), () -> relationship(random, world)));
            Path first = folder.resolve("first-" + seed);
            Path second = folder.resolve("second-" + seed);
            if (run(Set.of(), Set.of("SE"), first, null).isEmpty()) {
                continue;
            }

            run(Set.of(), Set.of("SE", "NO"), second, first);

            Dataset joined = DatasetReader.read(List.of(first, second));
            assertThat(joined.identifiers())
                    .hasSameSizeAs(joined.organizations())
                    .doesNotHaveDuplicates();
        }
    }
}

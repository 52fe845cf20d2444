package org.tieline.exchange.gleif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tieline.exchange.gleif.GleifFiles.AMERICA;
import static org.tieline.exchange.gleif.GleifFiles.GRANDCHILD;
import static org.tieline.exchange.gleif.GleifFiles.NORWAY;
import static org.tieline.exchange.gleif.GleifFiles.SWEDEN;
import static org.tieline.exchange.gleif.GleifFiles.entity;
import static org.tieline.exchange.gleif.GleifFiles.relationship;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tieline.dataset.DatasetReader;
import org.tieline.exchange.imports.ImportProgress;
import org.tieline.exchange.imports.ImportReport;
import org.tieline.exchange.imports.ImportTarget;
import org.tieline.exchange.imports.Imported;
import org.tieline.model.Dataset;
import org.tieline.model.Evidence;
import org.tieline.model.Identifier;
import org.tieline.model.IdentifierScheme;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.Source;
import org.tieline.model.Tie;
import org.tieline.model.TieType;
import org.tieline.model.TielineException;
import org.tieline.model.TielineException.InvalidData;

/** Golden copies of a world with four companies. */
class GleifImportTests {
    private static final String DIRECT = "IS_DIRECTLY_CONSOLIDATED_BY";
    private static final String ULTIMATE = "IS_ULTIMATELY_CONSOLIDATED_BY";
    private static final GleifRow PARENT = entity(SWEDEN, "Förälder AB", "SE");
    private static final GleifRow CHILD = entity(NORWAY, "Barn AS", "NO");
    private static final GleifRow GRAND = entity(GRANDCHILD, "Barnbarn AS", "NO");

    @TempDir
    private Path folder;

    private Path entities;
    private Path relationships;
    private Path exceptions;

    private void entities(GleifRow... rows) throws IOException {
        entities = folder.resolve("20260916-0800-gleif-goldencopy-lei2-golden-copy.csv");
        Files.writeString(entities, GleifFiles.csv(GleifFiles.entityColumns(), rows));
    }

    private void relationships(GleifRow... rows) throws IOException {
        relationships = folder.resolve("20260916-0800-gleif-goldencopy-rr-golden-copy.csv");
        Files.writeString(relationships, GleifFiles.csv(GleifFiles.relationshipColumns(), rows));
    }

    private Imported run() {
        return run(Set.of(), Set.of("SE", "NO"), new ImportTarget(into(), null, null));
    }

    private Imported run(Set<String> leis, Set<String> countries, ImportTarget target) {
        GleifImport.Request request =
                new GleifImport.Request(entities, relationships, exceptions, leis, countries, false, null);
        return Imported.of(GleifImport.run(request, target, ImportProgress.SILENT), target.into());
    }

    private Path into() {
        return folder.resolve("into");
    }

    private static List<String> left(Imported report) {
        return report.left().stream()
                .map(reason -> reason.count() + " " + reason.text())
                .toList();
    }

    @Test
    void shouldHaveThePublishedNumberOfColumns() {
        assertThat(GleifFiles.relationshipColumns()).hasSize(54);
    }

    @Test
    void shouldMakeAStakeWithoutPercentageOfADirectConsolidation() throws IOException {
        entities(PARENT, CHILD);
        relationships(relationship(NORWAY, DIRECT, SWEDEN, "Registration.ValidationSources", "FULLY_CORROBORATED"));

        Imported report = run();

        String parent = "lei-" + SWEDEN.toLowerCase();
        String child = "lei-" + NORWAY.toLowerCase();
        assertThat(report.left()).isEmpty();
        assertThat(report.taken().ties()).singleElement().satisfies(tie -> {
            assertThat(tie.id()).isEqualTo(parent + "-owns-" + child + "-gleif");
            assertThat(tie.from()).isEqualTo(parent);
            assertThat(tie.type()).isEqualTo(TieType.OWNS);
            assertThat(tie.to()).isEqualTo(child);
            assertThat(tie.since()).hasToString("2017-12-06");
            assertThat(tie.until()).isNull();
            assertThat(tie.percent()).isNull();
            assertThat(tie.evidence()).isEqualTo(Evidence.CONFIRMED);
            assertThat(tie.summary()).contains("accounting consolidation", "no percentage", "Förälder AB", "Barn AS");
        });
        assertThat(report.taken().sources())
                .extracting(Source::id)
                .containsExactly("gleif-lei2-2026-09-16", "gleif-rr-2026-09-16");
        assertThat(report.taken().sources()).allSatisfy(source -> {
            assertThat(source.publisher()).isEqualTo("GLEIF");
            assertThat(source.title()).endsWith("golden copy of 2026-09-16");
            assertThat(source.published()).hasToString("2026-09-16");
            assertThat(source.url()).startsWith("https://www.gleif.org/");
        });
        Dataset read = DatasetReader.read(into());
        assertThat(read.version()).isEqualTo("gleif-2026-09-16");
        assertThat(read.sha256()).isEqualTo(report.taken().sha256());
    }

    @Test
    void shouldTakeWhatAnEntityAloneSaysAsAnnounced() throws IOException {
        entities(PARENT, CHILD);
        relationships(relationship(NORWAY, DIRECT, SWEDEN, "Registration.ValidationSources", "ENTITY_SUPPLIED_ONLY"));

        assertThat(run().taken().ties()).extracting(Tie::evidence).containsExactly(Evidence.ANNOUNCED);
    }

    @Test
    void shouldTakeNamesAsAliasesAndTheIdentifierAsWhatItIs() throws IOException {
        entities(entity(
                SWEDEN,
                " Förälder  AB ",
                "SE",
                "Entity.OtherEntityNames.OtherEntityName.1",
                "Parent, the \"old\" one",
                "Entity.TransliteratedOtherEntityNames.TransliteratedOtherEntityName.1",
                "Foralder AB",
                "Entity.OtherEntityNames.OtherEntityName.2",
                "a|b"));

        Dataset taken = run().taken();

        assertThat(taken.organizations())
                .containsExactly(new Organization(
                        "lei-" + SWEDEN.toLowerCase(),
                        "Förälder AB",
                        OrganizationKind.COMPANY,
                        "SE",
                        List.of("Parent, the \"old\" one", "a|b", "Foralder AB")));
        assertThat(taken.identifiers())
                .containsExactly(new Identifier(
                        "lei-" + SWEDEN.toLowerCase(),
                        IdentifierScheme.LEI,
                        SWEDEN,
                        null,
                        null,
                        List.of("gleif-lei2-2026-09-16")));
        assertThat(DatasetReader.read(into()).identifiers()).isEqualTo(taken.identifiers());
    }

    @Test
    void shouldTakeTheLifeOfAnEntityThatIsOverAndWhoWentOn() throws IOException {
        entities(
                over(NORWAY, "Barn AS", "NO", "Entity.SuccessorEntity.1.SuccessorLEI", SWEDEN),
                entity(SWEDEN, "S", "SE", "Entity.EntityCreationDate", "1999-05-01T00:00:00.000Z"));

        Imported report = run();

        assertThat(report.left()).isEmpty();
        assertThat(report.changed()).isEmpty();
        assertThat(report.taken().organizations())
                .extracting(each -> "%s %s %s %s".formatted(each.name(), each.since(), each.until(), each.successor()))
                .containsExactly("Barn AS 2001 2024-06-30 lei-" + SWEDEN.toLowerCase(), "S 1999-05-01 null null");
    }

    private static GleifRow over(String lei, String name, String country, String... changes) {
        return entity(lei, name, country, changes)
                .with(
                        "Entity.EntityStatus",
                        "INACTIVE",
                        "Registration.RegistrationStatus",
                        "RETIRED",
                        "Entity.EntityCreationDate",
                        "2001",
                        "Entity.EntityExpirationDate",
                        "2024-06-30T02:00:00+02:00");
    }

    @Test
    void shouldLeaveSuccessorsThatAreSeveralOrWereNotTaken() throws IOException {
        entities(
                over(NORWAY, "N", "NO", "Entity.SuccessorEntity.1.SuccessorLEI", AMERICA),
                over(
                        GRANDCHILD,
                        "G",
                        "NO",
                        "Entity.SuccessorEntity.1.SuccessorLEI",
                        SWEDEN,
                        "Entity.SuccessorEntity.2.SuccessorLEI",
                        NORWAY),
                PARENT);

        Imported report = run();

        assertThat(report.taken().organizations())
                .extracting(Organization::successor)
                .containsOnlyNulls();
        assertThat(report.changed())
                .extracting(ImportReport.Reason::text)
                .containsExactlyInAnyOrder(
                        "entity: its successor is left, as it was not taken",
                        "entity: its successors are left, as there are several");
    }

    @Test
    void shouldLeaveASuccessorThatLeadsBack() throws IOException {
        entities(
                over(NORWAY, "N", "NO", "Entity.SuccessorEntity.1.SuccessorLEI", SWEDEN),
                over(SWEDEN, "S", "SE", "Entity.SuccessorEntity.1.SuccessorLEI", NORWAY));

        Imported report = run();

        assertThat(report.taken().organizations())
                .extracting(Organization::successor)
                .containsOnlyOnce((String) null)
                .hasSize(2);
        assertThat(report.changed())
                .singleElement()
                .extracting(ImportReport.Reason::text)
                .asString()
                .isEqualTo("entity: its successor is left, as it leads back to it");
    }

    @Test
    void shouldBeTheOrganizationThatHasTheIdentifierInTheDataBeside() throws IOException {
        entities(PARENT, CHILD);
        relationships(relationship(NORWAY, DIRECT, SWEDEN));
        Path beside = beside("telia-company,lei,%s,reuters-2018-12-07-japan-ban\n".formatted(SWEDEN));

        Imported report = run(Set.of(), Set.of("SE", "NO"), new ImportTarget(into(), beside, null));

        assertThat(report.left()).isEmpty();
        assertThat(report.taken().ties()).extracting(Tie::from).containsExactly("telia-company");
        assertThat(report.taken().identifiers()).extracting(Identifier::value).containsExactly(NORWAY);
        assertThat(DatasetReader.check(List.of(beside, into())).warnings())
                .isEqualTo(DatasetReader.check(List.of(beside)).warnings());
    }

    @Test
    void shouldLeaveAnEntityWhoseIdentifierTwoOrganizationsBesideHave() throws IOException {
        entities(PARENT, CHILD);
        relationships = null;
        Path beside = beside(
                "telia-company,lei,%1$s,reuters-2018-12-07-japan-ban\nhuawei,lei,%1$s,reuters-2018-12-07-japan-ban\n"
                        .formatted(SWEDEN));

        Imported report = run(Set.of(), Set.of("SE", "NO"), new ImportTarget(into(), beside, null));

        assertThat(left(report))
                .containsExactly("1 entity: several organizations of the data beside have its identifier");
        assertThat(report.taken().organizations())
                .extracting(Organization::name)
                .containsExactly("Barn AS");
    }

    /** The shipped data with identifiers of ours alone. */
    private Path beside(String identifiers) throws IOException {
        Path beside = Files.createDirectory(folder.resolve("beside"));
        for (String table : List.of("organizations", "ties", "bans", "sources")) {
            Files.copy(Path.of("seed-data", table + ".csv"), beside.resolve(table + ".csv"));
        }
        Files.writeString(beside.resolve("identifiers.csv"), "organization,scheme,value,sources\n" + identifiers);
        return beside;
    }

    @ParameterizedTest
    @CsvSource({"RESIDENT_GOVERNMENT_ENTITY,GOVERNMENT", "INTERNATIONAL_ORGANIZATION,ASSOCIATION", "FUND,COMPANY"})
    void shouldSayNoMoreOfAKindThanTheCategoryDoes(String category, OrganizationKind kind) throws IOException {
        entities(entity(SWEDEN, "S", "SE", "Entity.EntityCategory", category));

        assertThat(run().taken().organizations()).extracting(Organization::kind).containsExactly(kind);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Entity.EntityStatus             | INACTIVE        | the status of the entity is INACTIVE, and no date says since when
                    Entity.EntityStatus             | NULL            | the status of the entity is NULL, not ACTIVE
                    Registration.RegistrationStatus | ANNULLED        | the registration is ANNULLED, not ISSUED
                    Registration.RegistrationStatus | DUPLICATE       | the registration is DUPLICATE, not ISSUED
                    Entity.EntityCategory           | BRANCH          | a branch, which is a part of an organization and none itself
                    Entity.EntityCategory           | SOLE_PROPRIETOR | a sole proprietor, who is a private person
                    Entity.LegalName                | ''              | no legible name
                    LEI                             | 5493001KJTIIGC8Y1R13 | no legal entity identifier with right check digits
                    """)
    void shouldLeaveAnEntityWithTheReasonAndItsPlace(String column, String value, String reason) throws IOException {
        entities(CHILD, entity(SWEDEN, "S", "SE", column, value));

        Imported report = run();

        assertThat(report.left()).singleElement().satisfies(left -> {
            assertThat(left.text()).isEqualTo("entity: " + reason);
            assertThat(left.count()).isEqualTo(1);
            assertThat(left.examples()).singleElement().asString().startsWith(entities.getFileName() + ":3: ");
        });
        assertThat(report.taken().organizations())
                .extracting(Organization::name)
                .containsExactly("Barn AS");
    }

    @Test
    void shouldTakeTheListAndTheCountriesAndNothingElse() throws IOException {
        entities(PARENT, CHILD, GRAND, entity(AMERICA, "America Inc", "US"));
        String unknown = GleifFiles.lei("TIELINEUNKNOWN0000");

        Imported report = run(Set.of(AMERICA, unknown), Set.of("SE"), new ImportTarget(into(), null, null));

        assertThat(report.taken().organizations())
                .extracting(Organization::name)
                .containsExactlyInAnyOrder("America Inc", "Förälder AB");
        assertThat(left(report))
                .containsExactly(
                        "2 " + GleifEntities.UNWANTED, "1 entity: in the list, and not in " + entities.getFileName());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Relationship.RelationshipStatus | INACTIVE           | its status is INACTIVE, not ACTIVE
                    Relationship.RelationshipStatus | ''                 | its status is empty, not ACTIVE
                    Registration.RegistrationStatus | LAPSED             | its registration is LAPSED, and no date says when it was last looked at
                    Registration.RegistrationStatus | RETIRED            | its registration is RETIRED, not PUBLISHED
                    Relationship.EndNode.NodeID     | 5493001KJTIIGC8Y1R13 | an end of it is no legal entity identifier with right check digits
                    Relationship.RelationshipType   | IS_FUND-MANAGED_BY | IS_FUND-MANAGED_BY is no consolidation of accounts
                    Relationship.RelationshipType   | IS_INTERNATIONAL_BRANCH_OF | IS_INTERNATIONAL_BRANCH_OF is no consolidation of accounts
                    Relationship.Period.2.startDate | 6 December 2017    | the startDate of its relationship period is no date
                    Relationship.Period.3.periodType | RELATIONSHIP_PERIOD | it has several relationship periods
                    Relationship.Period.2.endDate   | 2016-01-01T00:00:00Z | until must be after since
                    """)
    void shouldLeaveARelationshipWithTheReason(String column, String value, String reason) throws IOException {
        entities(PARENT, CHILD);
        relationships(relationship(NORWAY, DIRECT, SWEDEN, column, value));

        Imported report = run();

        assertThat(report.taken().ties()).isEmpty();
        assertThat(report.taken().sources()).extracting(Source::id).containsExactly("gleif-lei2-2026-09-16");
        assertThat(report.left()).singleElement().satisfies(left -> {
            assertThat(left.text()).endsWith(reason);
            assertThat(left.examples())
                    .singleElement()
                    .asString()
                    .startsWith(relationships.getFileName() + ":2: " + NORWAY);
        });
    }

    @Test
    void shouldTakeWhoeverIsAboveToTheTopWhateverItsCountry() throws IOException {
        String top = GleifFiles.lei("TIELINETOP00000000");
        String beside = GleifFiles.lei("TIELINEBESIDE00000");
        entities(
                entity(top, "Top Co", "JP", "Registration.RegistrationStatus", "LAPSED"),
                entity(beside, "Beside Inc", "US"),
                entity(AMERICA, "America Inc", "US"),
                CHILD);
        relationships(
                relationship(AMERICA, DIRECT, top),
                relationship(beside, DIRECT, top),
                relationship(NORWAY, DIRECT, AMERICA));

        Imported report = run();

        assertThat(report.taken().organizations())
                .extracting(Organization::name)
                .containsExactlyInAnyOrder("Barn AS", "America Inc", "Top Co");
        assertThat(report.taken().ties()).hasSize(2);
        assertThat(left(report))
                .containsExactlyInAnyOrder("1 " + GleifEntities.UNWANTED, "1 relationship: the child was not taken");
    }

    @Test
    void shouldSayWhyOneWhoIsAboveWasLeft() throws IOException {
        entities(
                CHILD,
                entity(AMERICA, "America Inc", "US", "Registration.RegistrationStatus", "ANNULLED"),
                entity(GRANDCHILD, "Elsewhere", "US", "Registration.RegistrationStatus", "ANNULLED"),
                entity(GRANDCHILD, "Elsewhere", "US"));
        relationships(
                relationship(NORWAY, DIRECT, AMERICA),
                relationship(AMERICA, DIRECT, GRANDCHILD),
                relationship(NORWAY, "IS_FUND-MANAGED_BY", GRANDCHILD));

        Imported report = run();

        assertThat(left(report))
                .containsExactlyInAnyOrder(
                        "2 " + GleifEntities.UNWANTED,
                        "1 entity: the registration is ANNULLED, not ISSUED",
                        "1 relationship: the parent was not taken",
                        "1 relationship: neither of the two was taken",
                        "1 relationship: IS_FUND-MANAGED_BY is no consolidation of accounts");
        assertThat(report.left()).anySatisfy(left -> assertThat(left.examples())
                .containsExactly(entities.getFileName() + ":3: " + AMERICA));
    }

    @Test
    void shouldTakeALapsedRelationshipAsWhatItWasWhenItWasLastLookedAt() throws IOException {
        entities(PARENT, CHILD);
        relationships(relationship(
                NORWAY,
                DIRECT,
                SWEDEN,
                "Registration.RegistrationStatus",
                "LAPSED",
                "Registration.LastUpdateDate",
                "2019-03-01T10:00:00Z"));

        assertThat(run().taken().ties()).singleElement().satisfies(tie -> assertThat(tie.verified())
                .hasToString("2019-03-01"));
    }

    @Test
    void shouldBearAFileThatIsWrongInMoreWaysThanAnybodyReads() throws IOException {
        entities(PARENT, CHILD);
        relationships(IntStream.range(0, 1_500)
                .mapToObj(i -> relationship(NORWAY, "TYPE_" + i, SWEDEN))
                .toArray(GleifRow[]::new));

        Imported report = run();

        assertThat(report.taken().organizations()).hasSize(2);
        assertThat(report.left()).hasSizeLessThan(100);
        assertThat(report.left().stream().mapToLong(ImportReport.Reason::count).sum())
                .isEqualTo(1_500);
    }

    @Test
    void shouldTakeLettersOfALongNameAsAWhole() throws IOException {
        String name = "F" + "ö".repeat(1_500);
        entities(entity(SWEDEN, name, "SE"), CHILD);
        relationships(relationship(NORWAY, DIRECT, SWEDEN));

        Imported report = run();

        assertThat(report.taken().ties()).singleElement().satisfies(tie -> assertThat(tie.summary())
                .startsWith(name + " takes Barn AS into its consolidated accounts"));
    }

    @Test
    void shouldTellWhatIsKnownOfParentsThatAreNone() throws IOException {
        entities(PARENT, CHILD, GRAND, entity(AMERICA, "America Inc", "US"));
        relationships(relationship(NORWAY, DIRECT, SWEDEN));
        exceptions = folder.resolve("20260916-0800-gleif-goldencopy-repex-golden-copy.csv");
        Files.writeString(
                exceptions,
                GleifFiles.csv(
                        GleifFiles.exceptionColumns(),
                        GleifFiles.exception(SWEDEN, GleifFiles.DIRECT_PARENT, "NO_KNOWN_PERSON"),
                        GleifFiles.exception(SWEDEN, GleifFiles.ULTIMATE_PARENT, "NON_PUBLIC"),
                        GleifFiles.exception(NORWAY, GleifFiles.DIRECT_PARENT, "NO_LEI"),
                        GleifFiles.exception(NORWAY, GleifFiles.ULTIMATE_PARENT, "NO_LEI"),
                        GleifFiles.exception(NORWAY, GleifFiles.ULTIMATE_PARENT, "NON_PUBLIC"),
                        GleifFiles.exception(NORWAY, "A_PARENT", "NON_PUBLIC"),
                        GleifFiles.exception(AMERICA, GleifFiles.DIRECT_PARENT, "NATURAL_PERSONS")));

        Imported report = run();

        assertThat(report.told())
                .extracting(told -> told.count() + " " + told.text())
                .containsExactlyInAnyOrder(
                        "1 direct parent: there is none (NO_KNOWN_PERSON)",
                        "1 ultimate parent: who it is, is not made public (NON_PUBLIC)",
                        "1 direct parent: one is on record, though an exception says why none is named",
                        "1 ultimate parent: there is one without an identifier (NO_LEI)",
                        "1 direct parent: none on record, and no exception says why",
                        "1 ultimate parent: none on record, and no exception says why");
        assertThat(left(report))
                .contains(
                        "1 exception: its entity was not taken",
                        "1 exception: its category is A_PARENT",
                        "1 exception: an earlier line tells of the same parent");
    }

    @Test
    void shouldLeaveAnUltimateParentThatDirectOnesLeadTo() throws IOException {
        entities(PARENT, CHILD, GRAND);
        relationships(
                relationship(GRANDCHILD, ULTIMATE, SWEDEN),
                relationship(NORWAY, ULTIMATE, SWEDEN),
                relationship(GRANDCHILD, DIRECT, NORWAY),
                relationship(NORWAY, DIRECT, SWEDEN));

        Imported report = run();

        assertThat(report.taken().ties()).extracting(Tie::id).hasSize(2).noneMatch(id -> id.contains("ultimate"));
        assertThat(left(report))
                .containsExactly("2 relationship: direct relationships lead to the same ultimate parent");
    }

    @Test
    void shouldTakeAnUltimateParentThatNoDirectOnesLeadTo() throws IOException {
        entities(PARENT, CHILD, GRAND);
        relationships(
                relationship(GRANDCHILD, ULTIMATE, SWEDEN),
                relationship(NORWAY, DIRECT, SWEDEN),
                relationship(SWEDEN, DIRECT, NORWAY));

        assertThat(run().taken().ties())
                .filteredOn(tie -> tie.id().endsWith("-gleif-ultimate"))
                .singleElement()
                .satisfies(tie -> assertThat(tie.summary())
                        .contains("ultimate parent", "other companies may stand between", "no percentage"));
    }

    @Test
    void shouldLeaveOneOfTwoRecordsThatCertainlyHoldAtOnce() throws IOException {
        entities(PARENT, CHILD);
        relationships(
                relationship(NORWAY, DIRECT, SWEDEN, "Relationship.Period.2.endDate", "2019-05-01T00:00:00Z"),
                relationship(NORWAY, DIRECT, SWEDEN, "Relationship.Period.2.startDate", "2019-05-01T00:00:00Z"),
                relationship(NORWAY, DIRECT, SWEDEN, "Relationship.Period.2.startDate", "2020"));

        Imported report = run();

        assertThat(report.taken().ties())
                .extracting(tie -> tie.since() + " " + tie.until())
                .containsExactly("2017-12-06 2019-05-01", "2019-05-01 null");
        assertThat(left(report))
                .containsExactly(
                        "1 relationship: another stake of the same owner in it certainly holds on the same day");
    }

    @Test
    void shouldReadTheZipAsPublishedWithAByteOrderMark() throws IOException {
        entities(PARENT, CHILD);
        relationships(relationship(NORWAY, DIRECT, SWEDEN));
        byte[] plain = Files.readAllBytes(relationships);
        relationships = folder.resolve("rr.csv.zip");
        try (OutputStream out = Files.newOutputStream(relationships);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("20260917-1600-gleif-goldencopy-rr-golden-copy.csv"));
            zip.write("\uFEFF".getBytes(StandardCharsets.UTF_8));
            zip.write(plain);
            zip.closeEntry();
        }

        assertThat(run().taken().sources())
                .extracting(Source::id)
                .containsExactly("gleif-lei2-2026-09-16", "gleif-rr-2026-09-17");
    }

    @Test
    void shouldUseTheOrganizationThatAForeignIdIsSaidToBe() throws IOException {
        entities(PARENT, CHILD);
        relationships(relationship(NORWAY, DIRECT, SWEDEN));
        Path ids = Files.writeString(folder.resolve("ids.csv"), "foreign,id\n%s,telia-company\n".formatted(SWEDEN));
        Path shipped = Path.of("seed-data");

        Imported report = run(Set.of(), Set.of("SE", "NO"), new ImportTarget(into(), shipped, ids));

        assertThat(report.taken().ties()).extracting(Tie::from).containsExactly("telia-company");
        Dataset joined = DatasetReader.read(List.of(shipped, into()));
        assertThat(joined.organizations())
                .hasSize(DatasetReader.read(shipped).organizations().size() + 1);
    }

    @Test
    void shouldLeaveAStakeThatTheDataBesideHave() throws IOException {
        entities(PARENT, CHILD);
        relationships(relationship(NORWAY, DIRECT, SWEDEN));
        Path shipped = Path.of("seed-data");
        Tie stake = DatasetReader.read(shipped).ties().stream()
                .filter(tie -> tie.type() == TieType.OWNS
                        && tie.evidence() != Evidence.DENIED
                        && tie.until() == null
                        && tie.since() != null)
                .findFirst()
                .orElseThrow();
        Path ids = Files.writeString(
                folder.resolve("ids.csv"),
                "foreign,id\n%s,%s\n%s,%s\n".formatted(SWEDEN, stake.from(), NORWAY, stake.to()));

        Imported report = run(Set.of(), Set.of("SE", "NO"), new ImportTarget(into(), shipped, ids));

        assertThat(report.taken().ties()).isEmpty();
        assertThat(report.left()).singleElement().satisfies(left -> {
            assertThat(left.text()).startsWith("relationship: another stake of the same owner");
            assertThat(left.examples()).singleElement().asString().endsWith("beside " + stake.id());
        });
    }

    @Test
    void shouldRefuseAFileOfIdsWithEveryError() throws IOException {
        entities(PARENT);
        Path ids = Files.writeString(folder.resolve("ids.csv"), "foreign,id\nX,huawi\n,huawei\nY,huawei\nY,zte\n");

        assertThatThrownBy(() -> run(Set.of(), Set.of("SE"), new ImportTarget(into(), Path.of("seed-data"), ids)))
                .isInstanceOf(InvalidData.class)
                .hasMessageContaining("ids.csv:2: id: \"huawi\": must be an organization of the folder beside")
                .hasMessageContaining("did you mean huawei?")
                .hasMessageContaining("ids.csv:3: foreign: must not be empty")
                .hasMessageContaining("ids.csv:5: foreign: \"Y\": must be there once");
    }

    @Test
    void shouldRefuseAFileThatIsAnotherOneOrCutOff() throws IOException {
        entities(PARENT);
        relationships = entities;
        assertThatThrownBy(this::run)
                .isInstanceOf(InvalidData.class)
                .hasMessageContaining("Relationship.StartNode.NodeID: must be in the header");

        Files.writeString(entities, Files.readString(entities) + "\"cut off");
        relationships = null;
        assertThatThrownBy(this::run)
                .isInstanceOf(InvalidData.class)
                .hasMessageContaining(entities.getFileName() + ":3: must be CSV as of RFC 4180 to its end");
        assertThat(folder.toFile().list()).noneMatch(name -> name.contains("into"));
    }

    @Test
    void shouldRefuseToTakeTheWholeWorldOrToWriteOverAnything() throws IOException {
        entities(PARENT);
        assertThatThrownBy(() -> run(Set.of(), Set.of(), new ImportTarget(into(), null, null)))
                .isInstanceOf(TielineException.BadQuestion.class)
                .hasMessageContaining("must say what to take");
        Files.createDirectory(into());
        Files.writeString(into().resolve("mine.txt"), "mine");
        assertThatThrownBy(this::run)
                .isInstanceOf(TielineException.BadQuestion.class)
                .hasMessageContaining("into must be a new or empty folder");
    }

    @Test
    void shouldReadAListOfIdentifiers() throws IOException {
        Path list = Files.writeString(
                folder.resolve("list.csv"), "\uFEFFLEI,name\r\n%s,Parent\r\n\r\n\"%s\"\r\n".formatted(SWEDEN, NORWAY));
        assertThat(GleifImport.leis(list)).containsExactlyInAnyOrder(SWEDEN, NORWAY);

        Files.writeString(list, SWEDEN + "\nTelia\n");
        assertThatThrownBy(() -> GleifImport.leis(list))
                .isInstanceOf(InvalidData.class)
                .hasMessageContaining("list.csv:2: \"Telia\": must be a legal entity identifier");
    }
}

package org.tieline.exchange.ftm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tieline.exchange.imports.ImportReport;
import org.tieline.exchange.imports.ImportTarget;
import org.tieline.exchange.imports.Imported;
import org.tieline.exchange.imports.PublishedLines;
import org.tieline.model.Ban;
import org.tieline.model.BanNature;
import org.tieline.model.BanStatus;
import org.tieline.model.Evidence;
import org.tieline.model.Identifier;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.PartialDate;
import org.tieline.model.Scope;
import org.tieline.model.Source;
import org.tieline.model.Tie;
import org.tieline.model.TieType;
import org.tieline.model.TielineException.BadQuestion;

/** Entities as other people write them. */
class FtmImportTests {
    private static final String A = company("A", "Alpha");
    private static final String B = company("B", "Beta");
    private static final String BIS = "{'id':'bis','schema':'PublicBody','properties':{'name':['Bureau of Industry and "
            + "Security'],'alias':['BIS'],'country':['us']}}";

    @TempDir
    private Path folder;

    private Scope scope;

    private static String company(String id, String name) {
        return "{'id':'%s','schema':'Company','properties':{'name':['%s'],'country':['de']}}".formatted(id, name);
    }

    private static String ownership(String more) {
        return "{'id':'own','schema':'Ownership','properties':{'owner':['A'],'asset':['B']%s}}".formatted(more);
    }

    private static String sanction(String more) {
        return "{'id':'san','schema':'Sanction','properties':{'entity':['A'],'authority':['BIS'],'country':['us'],"
                + "'provisions':['Export Control'],'startDate':['2019-05-16']%s}}".formatted(more);
    }

    private Imported run(String... lines) {
        String text = Stream.of(lines).map(line -> line.replace('\'', '"')).collect(Collectors.joining("\n"));
        return run(text.getBytes(StandardCharsets.UTF_8), "entities.ftm.json");
    }

    private Imported run(byte[] content, String name) {
        try {
            Path file = Files.write(folder.resolve(name), content);
            Path into = folder.resolve("into");
            return imported(new FtmImport.Request(file, null, null, null, scope), new ImportTarget(into, null, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Imported imported(FtmImport.Request request, ImportTarget target) {
        return Imported.of(FtmImport.run(request, target), target.into());
    }

    private static String left(Imported report) {
        return report.left().stream()
                .map(reason -> reason.count() + " " + reason.text())
                .collect(Collectors.joining("; "));
    }

    @Test
    void shouldMakeAStakeOfAnOwnershipWhereverItStands() {
        Imported report = run(
                ownership(",'percentage':['50,1 %'],'startDate':['2018-03'],'endDate':['2020-01-02T00:00:00Z'],"
                        + "'sourceUrl':['https://example.org/a']"),
                A,
                B);

        assertThat(report.left()).isEmpty();
        assertThat(report.taken().ties()).singleElement().satisfies(tie -> {
            assertThat(tie.id()).isEqualTo("own");
            assertThat(tie.from() + tie.type() + tie.to()).isEqualTo("aOWNSb");
            assertThat(tie.percent()).isEqualByComparingTo("50.1");
            assertThat(tie.since()).hasToString("2018-03");
            assertThat(tie.until()).hasToString("2020-01-02");
            assertThat(tie.evidence()).isEqualTo(Evidence.REPORTED);
            assertThat(tie.summary()).isEqualTo("Alpha holds a part of Beta, as a FollowTheMoney file has it.");
        });
        assertThat(report.taken().sources()).extracting(Source::url).containsExactly("https://example.org/a");
    }

    @Test
    void shouldTakeTheLifeAndTheIdentifiersOfACompany() {
        Imported report = run("{'id':'C','schema':'Company','properties':{'name':['C'],'country':['se'],"
                + "'incorporationDate':['1918-08-18'],'dissolutionDate':['2020-01-01T00:00:00'],"
                + "'leiCode':['5493001kjtiigc8y1r12'],'isinCode':['SE0000108656'],"
                + "'wikidataId':['https://www.wikidata.org/wiki/Q42'],'registrationNumber':['556016-0680']}}");

        assertThat(report.changed()).isEmpty();
        assertThat(report.taken().organizations())
                .extracting(each -> each.since() + " " + each.until())
                .containsExactly("1918-08-18 2020-01-01");
        assertThat(report.taken().identifiers())
                .extracting(Identifier::text)
                .containsExactlyInAnyOrder(
                        "lei:5493001KJTIIGC8Y1R12", "isin:SE0000108656", "wikidata:Q42", "register:SE 556016-0680");
        assertThat(report.taken().sources()).extracting(Source::id).containsExactly("ftm-entities-ftm-json");
    }

    @Test
    void shouldLeaveWhatCannotBeOfALifeAndTakeTheCompany() {
        Imported report = run("{'id':'C','schema':'Company','properties':{'name':['C'],'incorporationDate':['2020'],"
                + "'dissolutionDate':['2019'],'leiCode':['5493001KJTIIGC8Y1R13'],'registrationNumber':['12']}}");

        assertThat(report.taken().organizations())
                .containsExactly(new Organization("c", "C", OrganizationKind.COMPANY, null, List.of()));
        assertThat(report.taken().identifiers()).isEmpty();
        assertThat(report.changed())
                .extracting(ImportReport.Reason::text)
                .containsExactlyInAnyOrder(
                        "Company: the dates of its life are left, as they cannot be read or contradict each other",
                        "Company: an identifier is left: lei value must be a legal entity identifier of 20 capital letters and digits whose check digits agree");
    }

    @Test
    void shouldTakeASuccessorOfWhatHasEnded() {
        String succession =
                "{'id':'s%s','schema':'Succession','properties':{'predecessor':['%s'],'successor':['%s']%s}}";
        Imported report = run(
                A,
                B,
                company("C", "Gamma"),
                succession.formatted("1", "A", "B", ",'date':['2019-05']"),
                succession.formatted("2", "A", "C", ",'date':['2019-05']"),
                succession.formatted("3", "C", "B", ""));

        assertThat(report.taken().organizations())
                .extracting(each -> "%s %s %s".formatted(each.id(), each.until(), each.successor()))
                .containsExactly("a 2019-05 b", "b null null", "c null null");
        assertThat(left(report))
                .contains(
                        "1 Succession: another one has the same predecessor",
                        "1 Succession: no date says when the predecessor ended");
    }

    @Test
    void shouldBeTheOrganizationThatHasTheIdentifierInTheDataBeside() throws IOException {
        Path file = Files.writeString(
                folder.resolve("e.json"),
                "{'id':'X','schema':'Company','properties':{'name':['Telia AB'],'wikidataId':['Q42'],'leiCode':['5493001KJTIIGC8Y1R12']}}\n"
                                .replace('\'', '"')
                        + "{'id':'Y','schema':'Company','properties':{'name':['Both'],'wikidataId':['Q42','Q43']}}"
                                .replace('\'', '"'));
        Path beside = Files.createDirectory(folder.resolve("beside"));
        for (String table : List.of("organizations.csv", "ties.csv", "bans.csv", "sources.csv")) {
            Files.copy(Path.of("seed-data", table), beside.resolve(table));
        }
        Files.writeString(
                beside.resolve("identifiers.csv"),
                "organization,scheme,value,sources\ntelia-company,wikidata,Q42,reuters-2018-12-07-japan-ban\n"
                        + "huawei,wikidata,Q43,reuters-2018-12-07-japan-ban\n");

        Imported report = imported(
                new FtmImport.Request(file, null, null, null, null),
                new ImportTarget(folder.resolve("into"), beside, null));

        assertThat(report.taken().organizations()).extracting(Organization::id).containsExactly("telia-company");
        assertThat(report.taken().identifiers())
                .extracting(each -> each.organization() + " " + each.text())
                .containsExactly("telia-company lei:5493001KJTIIGC8Y1R12");
        assertThat(left(report))
                .isEqualTo(
                        "1 Company: its identifiers are of several organizations of the data beside: huawei, telia-company");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    '50,1 %'      | 50.1
                    '50.10'       | 50.1
                    '50.100'      | 50.1
                    '100%'        | 100
                    '0'           | 0
                    '0.38 %'      | 0.38
                    '50','50.0 %' | 50
                    50.25         | 50.25
                    '0.5'         |
                    '1,234'       |
                    '33.333'      |
                    '25-50'       |
                    '>50'         |
                    '140'         |
                    '-5'          |
                    '50','60'     |
                    'majority'    |
                    """)
    void shouldReadAPercentageOnlyIfItCanMeanOneThing(String given, BigDecimal expected) {
        Imported report = run(A, B, ownership(",'percentage':[%s]".formatted(given)));

        Tie tie = report.taken().ties().getFirst();
        if (expected == null) {
            assertThat(tie.percent()).isNull();
            assertThat(tie.summary()).contains("The share is given as \"");
            assertThat(report.changed()).singleElement().satisfies(reason -> assertThat(reason.text())
                    .contains("percentage is left"));
        } else {
            assertThat(tie.percent()).isEqualByComparingTo(expected);
            assertThat(report.changed()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    this is not JSON                                   | 1 the line is not JSON
                    {'id':'x','schema':'Company'}                      | 1 the line is no object with id, schema and properties
                    ['id']                                             | "1 the line is a JSON array of entities and not one of them; jq -c '.[]' writes one a line"
                    {'id':'x','schema':'Company','properties':{}} {}   | 1 the line is not JSON
                    {'id':'x','schema':'Company','properties':{}}      | 1 Company: no name
                    {'id':'x','schema':'Person','properties':{'name':['P']}}  | 1 Person: a schema that is not imported
                    {'id':'x','schema':'Vessel','properties':{'name':['V']}}  | 1 Vessel: a schema that is not imported
                    {'id':'A','schema':'Company','properties':{'name':['C']}} | 1 Company: an id that an earlier line has
                    {'entities':[{'id':'x','schema':'Company'}]}       | "1 the line is a JSON array of entities and not one of them; jq -c '.entities[]' writes one a line"
                    {'id':'x','schema':'Company',                      | "1 the line is a part of a JSON text of several lines; jq -c '.[]' of an array, or jq -c . of single objects, writes one entity a line"
                    {'id':'x','schema':'Company','properties':{}},     | "1 the line is a part of a JSON text of several lines; jq -c '.[]' of an array, or jq -c . of single objects, writes one entity a line"
                    'schema': 'Company',                               | "1 the line is a part of a JSON text of several lines; jq -c '.[]' of an array, or jq -c . of single objects, writes one entity a line"
                    {'id':'o','schema':'Ownership','properties':{'owner':['A'],'asset':['C']}} | 1 Ownership: asset: it refers to an entity that is not in the file
                    {'id':'o','schema':'Ownership','properties':{'owner':['A']}}               | 1 Ownership: asset: none is given
                    {'id':'o','schema':'Ownership','properties':{'owner':['A','B'],'asset':['B']}} | 1 Ownership: owner: several are given
                    {'id':'o','schema':'Ownership','properties':{'owner':['A'],'asset':['A']}} | 1 to must be another organization than from
                    {'id':'o','schema':'Ownership','properties':{'owner':['A'],'asset':['B'],'endDate':['until 2020']}} | 1 Ownership: endDate: no date like 2018, 2018-08 or 2018-08-23
                    {'id':'o','schema':'Ownership','properties':{'owner':['A'],'asset':['B'],'startDate':['2018','2019-01']}} | 1 Ownership: startDate: several dates that differ
                    {'id':'u','schema':'UnknownLink','properties':{'subject':['A'],'object':['B'],'role':['partner']}} | 1 UnknownLink: its role is none of [SUPPLIES, OWNS, PARTNERS_WITH, SHARES_NETWORK_WITH, MEMBER_OF], so what it is, is not known
                    {'id':'u','schema':'UnknownLink','properties':{'subject':['A'],'object':['B']}} | 1 UnknownLink: role: none is given
                    {'id':'u','schema':'UnknownLink','properties':{'subject':['A'],'object':['B'],'role':['SUPPLIES']}} | "1 must be one of [vendor] for SUPPLIES, is of kind company"
                    """)
    void shouldLeaveWithTheReasonWhatItCannotTake(String line, String expected) {
        Imported report = run(A, B, line);

        assertThat(left(report)).isEqualTo(expected);
        assertThat(report.taken().organizations()).extracting(Organization::id).containsExactly("a", "b");
        assertThat(report.taken().ties()).isEmpty();
        assertThat(report.left().getFirst().examples())
                .singleElement()
                .asString()
                .startsWith("entities.ftm.json:3: ");
    }

    @Test
    void shouldTellALeftEntityFromOneThatIsNotThere() {
        Imported report = run(
                A,
                "{'id':'P','schema':'Person','properties':{'name':['P']}}",
                "{'id':'o','schema':'Ownership','properties':{'owner':['P'],'asset':['A']}}");

        assertThat(left(report)).contains("Ownership: owner: it refers to an entity that was left");
    }

    @Test
    void shouldTakeCyclesOfOwners() {
        Imported report = run(
                A,
                B,
                ownership(",'percentage':['60']"),
                "{'id':'back','schema':'Ownership','properties':{'owner':['B'],'asset':['A'],'percentage':['60']}}");

        assertThat(report.left()).isEmpty();
        assertThat(report.taken().ties()).hasSize(2);
    }

    @Test
    void shouldLeaveAStakeThatLiftsTheSumAboveAHundred() {
        Imported report = run(
                A,
                B,
                company("C", "Gamma"),
                ownership(",'percentage':['60'],'startDate':['2018-01-01']"),
                "{'id':'too-much','schema':'Ownership','properties':{'owner':['C'],'asset':['B'],'percentage':['41'],'startDate':['2019-01-01']}}");

        assertThat(report.taken().ties()).extracting(Tie::id).containsExactly("own");
        assertThat(report.left()).singleElement().satisfies(reason -> {
            assertThat(reason.text()).isEqualTo("the stakes in it would certainly add up to more than 100 percent");
            assertThat(reason.examples()).singleElement().asString().contains("entities.ftm.json:5: too-much");
        });
    }

    @Test
    void shouldMakeABanOfASanction() {
        Imported report = run(
                A,
                BIS,
                sanction(",'listingDate':['2019-05-15'],'reason':['Export of goods.'],'program':['Entity List']"));

        assertThat(report.left()).isEmpty();
        Ban ban = report.taken().bans().getFirst();
        assertThat(ban.government()).isEqualTo("bis");
        assertThat(ban.country()).isEqualTo("US");
        assertThat(ban.targets()).containsExactly("a");
        assertThat(ban.named()).isTrue();
        assertThat(ban.nature()).isEqualTo(BanNature.ORDER);
        assertThat(ban.scope()).containsExactly(new Scope("export-control"));
        assertThat(ban.status()).isEqualTo(BanStatus.IN_FORCE);
        assertThat(ban.announced()).hasToString("2019-05-15");
        assertThat(ban.effective()).hasToString("2019-05-16");
        assertThat(ban.summary()).isEqualTo("Export of goods. Program: Entity List");
    }

    @Test
    void shouldMakeAnAuthorityThatTheFileLacks() {
        Imported report = run(A, sanction("").replace("BIS", "Département du Trésor"));

        assertThat(report.taken().organizations())
                .filteredOn(each -> each.kind() == OrganizationKind.GOVERNMENT)
                .containsExactly(new Organization(
                        "gov-departement-du-tresor",
                        "Département du Trésor",
                        OrganizationKind.GOVERNMENT,
                        "US",
                        List.of()));
    }

    @Test
    void shouldMakeAnAuthorityWhoseNameIsInAnotherScriptOrInNone() {
        Imported report = run(
                A,
                sanction("").replace("BIS", "Кабінет Міністрів"),
                sanction("").replace("'san'", "'s2'").replace("BIS", "КАБІНЕТ МІНІСТРІВ"),
                sanction("").replace("'san'", "'s3'").replace("BIS", "☮"),
                sanction("").replace("'san'", "'s4'").replace("BIS", "☯"));

        assertThat(report.left()).isEmpty();
        assertThat(report.taken().bans())
                .extracting(Ban::id, Ban::government)
                .containsExactlyInAnyOrder(
                        tuple("san", "gov-kabinet-ministriv"),
                        tuple("s2", "gov-kabinet-ministriv"),
                        tuple("s3", "gov-organization-1"),
                        tuple("s4", "gov-organization-2"));
    }

    @Test
    void shouldGiveDistinctEntitiesDistinctIds() {
        Imported report = run(
                company("NK-aB", "Alpha"),
                company("NK-Ab", "Beta"),
                company("Компания-1", "Альфа"),
                company("组织", "阿尔法"),
                company("☎", "Phone"),
                company("...", "Dots"),
                company("x", "Xi"),
                "{'id':'o-A','schema':'Ownership','properties':{'owner':['NK-aB'],'asset':['x']}}",
                "{'id':'o-a','schema':'Ownership','properties':{'owner':['NK-Ab'],'asset':['x']}}",
                "{'id':'…','schema':'Ownership','properties':{'owner':['☎'],'asset':['组织']}}");

        assertThat(report.left()).isEmpty();
        assertThat(report.taken().organizations())
                .extracting(Organization::name, Organization::id)
                .containsExactlyInAnyOrder(
                        tuple("Alpha", "nk-ab"),
                        tuple("Beta", "nk-ab-2"),
                        tuple("Альфа", "kompania-1"),
                        tuple("阿尔法", "zu-zhi"),
                        tuple("Phone", "organization-1"),
                        tuple("Dots", "organization-2"),
                        tuple("Xi", "x"));
        assertThat(report.taken().ties())
                .extracting(Tie::id, Tie::from, Tie::to)
                .containsExactlyInAnyOrder(
                        tuple("o-a", "nk-ab", "x"),
                        tuple("o-a-2", "nk-ab-2", "x"),
                        tuple("tie-1", "organization-1", "zu-zhi"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2079-06-01, IN_FORCE
            2079,       IN_FORCE
            2019-05-17, LIFTED
            2019,       LIFTED
            """)
    void shouldTellAnEndToComeFromOneThatIsPast(String end, BanStatus status) {
        Imported report = run(A, BIS, sanction(",'endDate':['%s']".formatted(end)));

        assertThat(report.left()).isEmpty();
        assertThat(report.taken().bans()).singleElement().satisfies(ban -> {
            assertThat(ban.status()).isEqualTo(status);
            assertThat(ban.ended()).hasToString(end);
        });
    }

    @Test
    void shouldTellAnEndToComeByTheDayOfTheFile() throws IOException {
        Path file = Files.writeString(
                folder.resolve("x.json"),
                String.join("\n", A, sanction(",'endDate':['2024-06-01']")).replace('\'', '"'));
        Imported report = imported(
                new FtmImport.Request(file, "A registry", PartialDate.parse("2024-05"), null, null),
                new ImportTarget(folder.resolve("into"), null, null));

        assertThat(report.taken().bans()).extracting(Ban::status).containsExactly(BanStatus.IN_FORCE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    'provisions':['Export Control'] | 'provisions':['Asset freeze'] | 1 Sanction: its provisions are none of the scopes of a ban
                    'provisions':['Export Control'], | ""                            | 1 Sanction: no provisions, so what it forbids is not known
                    ,'startDate':['2019-05-16']     | ""                             | 1 Sanction: no date on which it began
                    'country':['us']                | 'country':['suhh']             | 1 Sanction: the country of its authority is not known
                    'country':['us']                | 'country':['us','gb']          | 1 Sanction: country: several are given
                    'authority':['BIS'],            | ""                             | 1 Sanction: no authority
                    ['A']                           | ['Z']                          | 1 Sanction: entity: it refers to an entity that is not in the file
                    '2019-05-16'                    | '2019-05-16'],'status':['Inactive' | 1 Sanction: it is over, and no date says since when
                    '2019-05-16'                    | '2019-05-16'],'status':['Inactive'],'endDate':['2079' | 1 Sanction: it is over, and no date says since when
                    '2019-05-16'                    | '2019-05-16'],'endDate':['2018'    | 1 Sanction: ended must not be before the measure began
                    """)
    void shouldLeaveASanctionThatSaysTooLittle(String part, String instead, String expected) {
        String line = sanction("");
        assertThat(line).contains(part);

        assertThat(left(run(A, line.replace(part, instead)))).isEqualTo(expected);
    }

    @Test
    void shouldTakeTheScopeThatIsGivenForSanctionsWithoutOne() {
        scope = new Scope("export-control");

        Imported report = run(A, sanction("").replace("Export Control", "Asset freeze"));

        assertThat(report.taken().bans()).extracting(Ban::scope).containsExactly(List.of(scope));
        assertThat(report.changed()).singleElement().satisfies(reason -> assertThat(reason.text())
                .contains("the one that was given for all"));
    }

    @Test
    void shouldTakeNamesAndOneCountry() {
        Imported report = run(
                "{'id':'NK-1','schema':'Organization','properties':{'name':['Фонд','Fund'],'alias':['F|G','The Fund'],"
                        + "'previousName':['Old'],'weakAlias':['X'],'country':['ru','cy'],'jurisdiction':['us-de']}}",
                "{'id':'NK-2','schema':'Company','properties':{'name':['N'],'country':['ru','cy']}}");

        assertThat(report.taken().organizations())
                .containsExactly(
                        new Organization(
                                "nk-1",
                                "Фонд",
                                OrganizationKind.COMPANY,
                                "US",
                                List.of("Fund", "F|G", "The Fund", "Old")),
                        new Organization("nk-2", "N", OrganizationKind.COMPANY, null, List.of()));
        assertThat(report.changed()).hasSize(1);
    }

    @Test
    void shouldCiteTheFileWhereAClaimNamesNothing() throws IOException {
        Path file = Files.writeString(
                folder.resolve("x.json"), String.join("\n", A, B, ownership("")).replace('\'', '"'));
        Imported report = imported(
                new FtmImport.Request(file, "A registry", PartialDate.parse("2024-05"), "https://example.org/x", null),
                new ImportTarget(folder.resolve("into"), null, null));

        assertThat(report.taken().sources())
                .containsExactly(new Source(
                        "ftm-x-json",
                        "A registry",
                        "[FollowTheMoney entities in x.json]",
                        PartialDate.parse("2024-05"),
                        "https://example.org/x"));
        assertThatThrownBy(() -> new FtmImport.Request(file, null, null, "example.org", null))
                .isInstanceOf(BadQuestion.class)
                .hasMessageStartingWith("url must be an http or https address");
    }

    @Test
    void shouldReadAPackedFileWithAMarkBlankLinesAndALineLongerThanMemoryShouldHold() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(("\uFEFF" + A.replace('\'', '"') + "\r\n\n").getBytes(StandardCharsets.UTF_8));
            out.write("{\"id\":\"".getBytes(StandardCharsets.UTF_8));
            byte[] much = "x".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i <= PublishedLines.LONGEST / much.length; i++) {
                out.write(much);
            }
            out.write(("\n" + B.replace('\'', '"')).getBytes(StandardCharsets.UTF_8));
        }

        Imported report = run(packed.toByteArray(), "entities.ftm.json.gz");

        assertThat(report.taken().organizations()).extracting(Organization::id).containsExactly("a", "b");
        assertThat(left(report)).isEqualTo("1 the line is longer than 4000000 characters");
        assertThat(report.left().getFirst().examples()).containsExactly("entities.ftm.json.gz:3: …");
    }

    @Test
    void shouldLeaveTextsThatAreNoText() {
        Imported report = run(("{'id':'x','schema':'Company','properties':{'name':['half \\ud800','Whole'],"
                + "'alias':['\\u00a0 A\\u0000 ']}}"));

        assertThat(report.taken().organizations())
                .containsExactly(new Organization("x", "Whole", OrganizationKind.COMPANY, null, List.of("A")));
    }

    @Test
    void shouldCountMuchAndShowLittle() {
        String[] lines = Stream.concat(
                        Stream.of(A),
                        IntStream.range(0, 500).mapToObj(i -> "{'id':'x%d','schema':'Schema%d','properties':{}}"
                                .formatted(i, i % 100)))
                .toArray(String[]::new);

        Imported report = run(lines);

        assertThat(report.left()).hasSize(61);
        assertThat(report.left().getFirst().text()).isEqualTo("other reasons");
        assertThat(report.left().stream().mapToLong(ImportReport.Reason::count).sum())
                .isEqualTo(500);
        assertThat(report.left())
                .allSatisfy(reason -> assertThat(reason.examples()).hasSizeLessThanOrEqualTo(3));
    }

    @Test
    void shouldKnowTheTypesOfTies() {
        Imported report = run(
                A,
                B,
                "{'id':'u','schema':'UnknownLink','properties':{'subject':['A'],'object':['B'],'role':['PARTNERS_WITH'],'status':['announced']}}");

        assertThat(report.taken().ties())
                .extracting(Tie::type, Tie::evidence)
                .containsExactly(tuple(TieType.PARTNERS_WITH, Evidence.ANNOUNCED));
    }
}

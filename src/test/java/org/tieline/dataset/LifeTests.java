package org.tieline.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tieline.dataset.DatasetTable.BANS;
import static org.tieline.dataset.DatasetTable.IDENTIFIERS;
import static org.tieline.dataset.DatasetTable.ORGANIZATIONS;
import static org.tieline.dataset.DatasetTable.SUBSCRIBERS;
import static org.tieline.dataset.DatasetTable.TIES;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tieline.model.Ban;
import org.tieline.model.DataError;
import org.tieline.model.Dataset;
import org.tieline.model.Identifier;
import org.tieline.model.IdentifierScheme;
import org.tieline.model.Organization;
import org.tieline.model.PartialDate;
import org.tieline.model.SubscriberCount;
import org.tieline.model.Tie;

/** Facts with a life: organizations that end, equipment that goes, bans that follow each other, registers and counts. */
class LifeTests {
    /** The carrier ended in 2021 and the other carrier goes on; the supply went from 2020 on. */
    private static final String LIVING = """
            id,name,kind,country,aliases,formerIds,since,until,successor
            vendor,Vendor,vendor,CN,V|Vend,,1987,,
            carrier,Carrier,carrier,DE,,,1999-05,2021-04-01,other-carrier
            other-carrier,Other Carrier,carrier,DE,,,,,
            holding,Holding,company,DE,,,,,
            state,State,government,DE,,,,,
            alliance,Alliance,association,,,,,,
            """;

    private static final String GOING = """
            id,from,type,to,since,removing,verified,until,percent,share,shareOn,segment,generation,countries,evidence,sources,summary
            supply,vendor,SUPPLIES,carrier,2018-05,2020-01,2019-03,2021-04-01,,58.50,2018-12,core|ran,4G|5G,DE|XK,confirmed,paper|wire,It sells.
            stake,holding,OWNS,carrier,2015,,2018,,60,,,,,,confirmed,paper,It owns.
            """;

    private static final String FOLLOWING = """
            id,government,country,targets,named,carriers,nature,scope,status,reported,announced,effective,deadline,ended,replaces,sources,summary
            ban,state,DE,vendor,yes,carrier,order,5g:core|removal,in-force,2018,2018-08-23,2018-09,2020,,,paper,It bans.
            later,state,DE,vendor,yes,,order,6g|removal,in-force,,,2020,,,ban,wire,It bans more.
            """;

    private static final String REGISTERED = """
            organization,scheme,value,since,until,sources
            carrier,lei,2138002LJE5TRX1QE208,,,paper
            carrier,mcc-mnc,262-01,1992,2021-04-01,paper|wire
            other-carrier,mcc-mnc,262-01,2021-04-01,,wire
            holding,register,DE HRB 1234,,,paper
            """;

    private static final String COUNTED = """
            organization,on,millions,sources
            carrier,2018-12,50.50,paper
            carrier,2019-12-31,0.000001,wire
            """;

    /** The digest of the sound folder by the program that knew none of this. */
    private static final String BEFORE = "542d66af5e9e1a1c4c4d65e38fced646bec02dc9246d30e248cfa4a6e949e568";

    @TempDir
    private Path path;

    private Folder folder;

    @BeforeEach
    void write() {
        folder = Folder.sound(path)
                .with(ORGANIZATIONS, LIVING)
                .with(TIES, GOING)
                .with(BANS, FOLLOWING)
                .with(IDENTIFIERS, REGISTERED.replace("2138002LJE5TRX1QE208", lei("2138002LJE5TRX1QE2")))
                .with(SUBSCRIBERS, COUNTED);
    }

    /** With its check digits. */
    private static String lei(String first18) {
        StringBuilder digits = new StringBuilder();
        (first18 + "00").chars().forEach(c -> digits.append(Character.digit(c, 36)));
        int rest = new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue();
        return first18 + "%02d".formatted(98 - rest);
    }

    @Test
    void shouldReadEveryField() {
        Dataset dataset = folder.read();

        Organization carrier = dataset.organizations().get(1);
        assertThat(List.of(carrier.since(), carrier.until())).hasToString("[1999-05, 2021-04-01]");
        assertThat(carrier.successor()).isEqualTo("other-carrier");
        Tie supply = dataset.ties().get(1);
        assertThat(List.of(supply.removing(), supply.verified(), supply.shareOn()))
                .hasToString("[2020-01, 2019-03, 2018-12]");
        assertThat(supply.share()).isEqualByComparingTo("58.5");
        assertThat(supply.countries()).containsExactly("DE", "XK");
        assertThat(dataset.bans()).extracting(Ban::replaces).containsExactly(List.of(), List.of("ban"));
        assertThat(dataset.identifiers())
                .hasSize(4)
                .contains(new Identifier(
                        "carrier",
                        IdentifierScheme.MCC_MNC,
                        "262-01",
                        PartialDate.parse("1992"),
                        PartialDate.parse("2021-04-01"),
                        List.of("paper", "wire")));
        assertThat(dataset.subscribers())
                .contains(new SubscriberCount(
                        "carrier", PartialDate.parse("2018-12"), new BigDecimal("50.50"), List.of("paper")));
        assertThat(warnings()).isEmpty();
    }

    @Test
    void shouldWriteWhatItReads() throws IOException {
        Dataset dataset = folder.read();
        Path copy = Files.createDirectory(path.resolve("copy"));

        DatasetWriter.write(dataset, PackageHead.of("mine", "Mine", "Facts of mine.", "unversioned", null), copy);

        assertThat(DatasetReader.read(copy).sha256()).isEqualTo(dataset.sha256());
        assertThat(copy.resolve("ties.csv")).content().contains("2018-05,2020-01,2019-03,2021-04-01,,58.5,2018-12,");
        assertThat(copy.resolve("identifiers.csv")).content().contains("carrier,mcc-mnc,262-01,1992,2021-04-01,");
        assertThat(copy.resolve("datapackage.json")).content().contains("identifiers.csv", "subscribers.csv");
    }

    @Test
    void shouldHaveTheDigestOfBeforeWithoutAnyOfIt() {
        String digest = Folder.sound(path)
                .without(IDENTIFIERS)
                .without(SUBSCRIBERS)
                .read()
                .sha256();
        folder.with(
                        ORGANIZATIONS,
                        Folder.ORGANIZATIONS
                                .replace("\n", ",,,,\n")
                                .replace("aliases,,,,", "aliases,formerIds,since,until,successor"))
                .with(IDENTIFIERS, "organization,scheme,value,sources\n");

        assertThat(folder.read().sha256()).isEqualTo(digest).isEqualTo(BEFORE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            ORGANIZATIONS ! 1999-05,          ! 1999,
            ORGANIZATIONS ! 2021-04-01,       ! 2021-04,
            ORGANIZATIONS ! other-carrier\\n  ! holding\\n
            TIES          ! 2020-01,2019      ! ,2019
            TIES          ! 2019-03           ! 2019-02
            TIES          ! 58.50,2018-12     ! 58.51,2018-12
            TIES          ! 58.50,2018-12     ! 58.50,2018-11
            TIES          ! DE|XK             ! DE
            BANS          ! ,,,ban,           ! ,,,,
            IDENTIFIERS   ! HRB 1234          ! HRB 1235
            IDENTIFIERS   ! ,1992,            ! ,,
            SUBSCRIBERS   ! 50.50             ! 50.51
            """)
    void shouldHaveAnotherDigestForAnyOtherContent(DatasetTable table, String from, String to) {
        String digest = folder.read().sha256();

        assertThat(folder.replace(table, from.replace("\\n", "\n"), to.replace("\\n", "\n"))
                        .read()
                        .sha256())
                .isNotEqualTo(digest);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            ORGANIZATIONS ! ,1987,            ! ,1987-13,        ! organizations.csv:2: since: "1987-13": must be a date that exists
            ORGANIZATIONS ! 2021-04-01        ! 1999-05-01       ! organizations.csv:3: until: "1999-05-01": must be after since (1999-05)
            ORGANIZATIONS ! 2021-04-01        ! ''               ! organizations.csv:3: until: must be given where there is a successor
            ORGANIZATIONS ! 01,other-carrier  ! 01,carrier       ! organizations.csv:3: successor: "carrier": must be another organization
            ORGANIZATIONS ! 01,other-carrier  ! 01,other-carier  ! organizations.csv:3: successor: "other-carier": must be the id of a row in organizations.csv; did you mean other-carrier?
            ORGANIZATIONS ! ,DE,,,,,          ! ,DE,,,,2022,carrier ! organizations.csv:4: successor: "carrier": must not lead back to its own row: other-carrier, carrier, other-carrier
            TIES          ! 2020-01,          ! 2017,            ! ties.csv:2: removing: "2017": must not be before since (2018-05)
            TIES          ! 2020-01,          ! 2022,            ! ties.csv:2: until: "2021-04-01": must be after removing (2022)
            TIES          ! ,2019-03,         ! ,2021-05,        ! ties.csv:2: verified: "2021-05": must not be after until (2021-04-01)
            TIES          ! 58.50             ! 158              ! ties.csv:2: share: "158": must be 0..100
            TIES          ! 58.50             ! most             ! ties.csv:2: share: "most": must be a number like 12.5
            TIES          ! 58.50,2018-12     ! ,2018-12         ! ties.csv:2: shareOn must be empty where there is no share
            TIES          ! ,60,,             ! ,60,60,2018      ! ties.csv:3: share: "60": belongs to SUPPLIES ties alone
            TIES          ! DE|XK             ! DE|EU            ! ties.csv:2: countries: "EU": must be ISO 3166-1 alpha-2 codes in use, or XK
            TIES          ! DE|XK             ! DE|UK            ! ties.csv:2: countries: "UK": must be ISO 3166-1 alpha-2 codes in use, or XK
            TIES          ! DE|XK             ! DE|DE            ! ties.csv:2: countries: "DE": must not be listed twice
            TIES          ! SUPPLIES          ! SELLS            ! ties.csv:2: type: "SELLS": must be one of [SUPPLIES, OWNS, PARTNERS_WITH, SHARES_NETWORK_WITH, MEMBER_OF]
            BANS          ! ,,,ban,           ! ,,,bann,         ! bans.csv:3: replaces: "bann": must be the id of a row in bans.csv; did you mean ban?
            BANS          ! ,,,ban,           ! ,,,later,        ! bans.csv:3: replaces: "later": must be another ban
            BANS          ! 2020,,,paper      ! 2020,,later,paper ! bans.csv:3: replaces: "ban": must not lead back to its own row: later, ban, later
            IDENTIFIERS   ! holding,register  ! holdin,register  ! identifiers.csv:5: organization: "holdin": must be the id of a row in organizations.csv; did you mean holding?
            IDENTIFIERS   ! register          ! registry         ! identifiers.csv:5: scheme: "registry": must be one of [wikidata, lei, isin, mcc-mnc, asn, register]
            IDENTIFIERS   ! DE HRB            ! HRB              ! identifiers.csv:5: value: "HRB 1234": must be the country of a company register and a number like SE 556016-0680
            IDENTIFIERS   ! 2138002LJE5TRX1QE ! 2138002LJE5TRX1QF ! ?
            IDENTIFIERS   ! 1992,2021-04-01   ! 1992,1991        ! identifiers.csv:3: until: "1991": must be after since (1992)
            IDENTIFIERS   ! other-carrier,mcc-mnc,262-01,2021-04-01 ! carrier,mcc-mnc,262-01,2020 ! identifiers.csv:4: since: "2020": must not share a day with the same identifier on line 3
            IDENTIFIERS   ! other-carrier,mcc-mnc,262-01,2021-04-01 ! carrier,mcc-mnc,262-01,1992 ! identifiers.csv:4: value: "262-01": must be unique together with organization and scheme and since, line 3 has it too
            IDENTIFIERS   ! 1234,,,paper      ! 1234,,,          ! identifiers.csv:5: sources: must name at least one source
            SUBSCRIBERS   ! 50.50             ! ''               ! subscribers.csv:2: millions: must be a number like 12.5
            SUBSCRIBERS   ! 50.50             ! -1               ! subscribers.csv:2: millions: "-1": must be a count in millions, 0..20000
            SUBSCRIBERS   ! 2018-12,          ! ,                ! subscribers.csv:2: on: must be a date like 2018, 2018-08 or 2018-08-23
            SUBSCRIBERS   ! 2019-12-31        ! 2018-12          ! subscribers.csv:3: on: "2018-12": must be unique together with organization, line 2 has it too
            SUBSCRIBERS   ! 0.000001          ! 0.0000001        ! subscribers.csv:3: millions: "0.0000001": must have at most six decimals
            SUBSCRIBERS   ! wire              ! wires            ! subscribers.csv:3: sources: "wires": must be the id of a row in sources.csv; did you mean wire?
            """)
    void shouldReportTheCell(DatasetTable table, String sound, String bad, String error) {
        String wrongDigits =
                "identifiers.csv:2: value: \"%s\": must be a legal entity identifier of 20 capital letters and digits whose check digits agree"
                        .formatted(lei("2138002LJE5TRX1QE2").replace("QE", "QF"));

        assertThat(folder.replace(table, sound, bad).errors()).containsExactly(error.equals("?") ? wrongDigits : error);
    }

    @Test
    void shouldReportEveryCircleOnceAndNoRowThatOnlyLeadsIntoOne() {
        folder.with(BANS, """
                id,government,country,targets,named,carriers,nature,scope,status,reported,announced,effective,deadline,ended,replaces,sources,summary
                a,state,DE,vendor,yes,,order,5g,in-force,,,2020,,,b|e,wire,It bans.
                b,state,DE,vendor,yes,,order,5g,in-force,,,2020,,,c,wire,It bans.
                c,state,DE,vendor,yes,,order,5g,in-force,,,2020,,,b,wire,It bans.
                d,state,DE,vendor,yes,,order,5g,in-force,,,2020,,,f,wire,It bans.
                e,state,DE,vendor,yes,,order,5g,in-force,,,2020,,,,wire,It bans.
                f,state,DE,vendor,yes,,order,5g,in-force,,,2020,,,d|a,wire,It bans.
                """);

        assertThat(folder.errors())
                .containsExactly(
                        "bans.csv:4: replaces: \"b\": must not lead back to its own row: c, b, c",
                        "bans.csv:7: replaces: \"d\": must not lead back to its own row: f, d, f");
    }

    @Test
    void shouldDoubtAnIdentifierOfTwoOrganizations() {
        folder.replace(IDENTIFIERS, "262-01,2021-04-01", "262-01,2021-03");

        assertThat(warnings())
                .containsExactly(
                        "identifiers.csv:4: value: \"262-01\": should mean one organization at a time, not carrier (line 3) too");
    }

    @ParameterizedTest
    @CsvSource({"2019-03, false", "2019, false", "2019-04, true", "2020, true"})
    void shouldDoubtThatATieWasVerifiedAfterItsNewestSource(String verified, boolean doubted) {
        folder.replace(TIES, "2019-03", verified);

        assertThat(warnings())
                .isEqualTo(
                        doubted
                                ? List.of(
                                        "ties.csv:2: verified: \"%s\": should not be later than the newest of its sources, which is of 2019-03"
                                                .formatted(verified))
                                : List.of());
    }

    @Test
    void shouldNotDoubtWhereASourceIsUndated() {
        folder.replace(TIES, "2019-03", "2020").replace(DatasetTable.SOURCES, "2019-03", "");

        assertThat(warnings()).isEmpty();
    }

    @Test
    void shouldDoubtThatSuppliesEndWithTheirCustomer() {
        folder.replace(TIES, ",2021-04-01,", ",,");

        assertThat(warnings())
                .containsExactly(
                        "organizations.csv:3: successor: \"other-carrier\": should have suppliers of its own if it goes on with those of carrier that were open in 2021-04-01: supply");

        folder.add(TIES, "next,vendor,SUPPLIES,other-carrier,2022,,,,,,,,,,reported,wire,It sells.");

        assertThat(warnings()).isEmpty();
    }

    @Test
    void shouldDoubtThatSuppliesEndWithTheirVendor() {
        folder.replace(ORGANIZATIONS, "V|Vend,,1987,,", "V|Vend,,1987,2020,old-vendor")
                .add(ORGANIZATIONS, "old-vendor,Old Vendor,vendor,CN,,,,,");
        folder.replace(TIES, ",2021-04-01,", ",,")
                .add(TIES, "next,vendor,SUPPLIES,other-carrier,,,,,,,,,,,reported,wire,It sells.");

        assertThat(warnings())
                .containsExactly(
                        "organizations.csv:2: successor: \"old-vendor\": should have customers of its own if it goes on with those of vendor that were open in 2020: next, supply");
    }

    @Test
    void shouldDoubtTiesThatNeverHold() {
        folder.add(
                TIES,
                "late,vendor,SUPPLIES,carrier,2021-04-01,,,,,,,,,,reported,wire,It sells.",
                "early,vendor,SUPPLIES,carrier,,,,1999-04,,,,,,,reported,wire,It sells.",
                "denied,vendor,SUPPLIES,carrier,2022,,,,,,,,,,denied,wire,It sells.",
                "next,vendor,SUPPLIES,other-carrier,2022,,,,,,,,,,reported,wire,It sells.");

        assertThat(warnings())
                .containsExactly(
                        "ties.csv:4: since: \"2021-04-01\": should be before carrier ended (2021-04-01): it never holds",
                        "ties.csv:5: until: \"1999-04\": should be after carrier began (1999-05): it never holds");
    }

    @Test
    void shouldTakeTheDayOfVerificationForTheCertainBeginningOfAStake() {
        folder.add(TIES, "again,holding,OWNS,carrier,,,2014,2014-12-30,40,,,,,,confirmed,wire,It owned.");
        assertThat(folder.errors()).isEmpty();

        folder.replace(TIES, "2014,2014-12-30", "2014,2016-06");
        assertThat(folder.errors())
                .containsExactly(
                        "ties.csv:4: since: must not hold beside stake (line 3), a stake of the same owner: on 2015-12-31 both certainly do; one needs an until");
    }

    @Test
    void shouldTakeTheSameIdentifierAndCountOfTwoFoldersOnce() throws IOException {
        Path second = Files.createDirectory(path.resolve("second"));
        Folder.sound(second)
                .with(ORGANIZATIONS, LIVING)
                .with(TIES, GOING)
                .with(BANS, FOLLOWING)
                .with(IDENTIFIERS, "organization,scheme,value,sources\nholding,register,DE HRB 1234,paper\n")
                .with(SUBSCRIBERS, "organization,on,millions,sources\ncarrier,2018-12,50.5,paper\n");

        assertThat(DatasetReader.read(List.of(path, second)).identifiers()).hasSize(4);
        assertThat(DatasetReader.read(List.of(path, second)).subscribers()).hasSize(2);
    }

    private List<String> warnings() {
        return DatasetReader.check(List.of(path)).warnings().stream()
                .map(DataError::toString)
                .toList();
    }
}

package org.tieline.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tieline.dataset.DatasetTable.BANS;
import static org.tieline.dataset.DatasetTable.ORGANIZATIONS;
import static org.tieline.dataset.DatasetTable.SOURCES;
import static org.tieline.dataset.DatasetTable.TIES;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors in single cells: each with its place, value and remedy, all of a row, and none that follows from another. */
class CellTests {
    @TempDir
    private Path path;

    private Folder folder;

    @BeforeEach
    void write() {
        folder = Folder.sound(path);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            ORGANIZATIONS ! alliance,A       ! Alliance_1,A     ! organizations.csv:7: id: "Alliance_1": must be lower kebab case like telia-company
            ORGANIZATIONS ! alliance,A       ! ,A               ! organizations.csv:7: id: must be lower kebab case like telia-company
            ORGANIZATIONS ! ,Alliance,       ! ,,               ! organizations.csv:7: name: must not be empty
            ORGANIZATIONS ! ,company,        ! ,firm,           ! organizations.csv:5: kind: "firm": must be one of [vendor, carrier, company, government, association]
            ORGANIZATIONS ! company,DE       ! company,UK       ! organizations.csv:5: country: "UK": must be an ISO 3166-1 alpha-2 code in use, EU or XK
            ORGANIZATIONS ! V|Vend           ! V||Vend          ! organizations.csv:2: aliases: "V||Vend": must have no empty element between its bars
            ORGANIZATIONS ! V|Vend           ! V|Vend|V         ! organizations.csv:2: aliases: "V": must not be listed twice
            ORGANIZATIONS ! V|Vend           ! V| Vend          ! organizations.csv:2: aliases: " Vend": must have no white space at its beginning or end
            ORGANIZATIONS ! ,Holding,        ! ,Holding ,       ! organizations.csv:5: name: "Holding ": must have no white space at its beginning or end
            SOURCES       ! ,Paper,          ! ,,               ! sources.csv:2: publisher: must not be empty
            SOURCES       ! ,Title,          ! ,,               ! sources.csv:2: title: must not be empty
            SOURCES       ! 2018-12-07       ! 7.12.2018        ! sources.csv:2: published: "7.12.2018": must be a date like 2018, 2018-08 or 2018-08-23
            SOURCES       ! https://e        ! ftp://e          ! sources.csv:2: url: "ftp://example.org/a": must be an http or https address
            TIES          ! SUPPLIES         ! SELLS            ! ties.csv:2: type: "SELLS": must be one of [SUPPLIES, OWNS, PARTNERS_WITH, SHARES_NETWORK_WITH, MEMBER_OF]
            TIES          ! ,2018-05,        ! ,2018-13,        ! ties.csv:2: since: "2018-13": must be a date that exists
            TIES          ! ,2018-05,,       ! ,2018-05,2017,   ! ties.csv:2: until: "2017": must be after since (2018-05)
            TIES          ! ,2018-05,,       ! ,2018-05-17,2018-05-17, ! ties.csv:2: until: "2018-05-17": must be after since (2018-05-17)
            TIES          ! ,2018-05,,       ! ,2018,2018-01-01, ! ties.csv:2: until: "2018-01-01": must be after since (2018)
            TIES          ! ,2018-05,,       ! ,2018-06-01,2018-05, ! ties.csv:2: until: "2018-05": must be after since (2018-06-01)
            TIES          ! ,60,             ! ,140,            ! ties.csv:3: percent: "140": must be 0..100
            TIES          ! ,60,             ! ,-1,             ! ties.csv:3: percent: "-1": must be 0..100
            TIES          ! ,60,             ! ,6e1,            ! ties.csv:3: percent: "6e1": must be a number like 12.5
            TIES          ! ,60,             ! ,33.333,         ! ties.csv:3: percent: "33.333": must have at most two decimals
            TIES          ! ,2018-05,,,      ! ,2018-05,,5,     ! ties.csv:2: percent: "5": belongs to OWNS ties alone
            TIES          ! core|ran         ! core|radio       ! ties.csv:2: segment: "radio": must be one of [ran, core, transport, fixed-access, submarine-cable, services, devices, unknown]
            TIES          ! 4G|5G            ! 4G|6G            ! ties.csv:2: generation: "6G": must be one of [2G, 3G, 4G, 5G, fixed]
            TIES          ! announced        ! said             ! ties.csv:4: evidence: "said": must be one of [reported, announced, confirmed, denied]
            TIES          ! paper|wire       ! paper|paper      ! ties.csv:2: sources: "paper": must not be listed twice
            TIES          ! ,paper,It        ! ,,It             ! ties.csv:3: sources: must name at least one source
            TIES          ! holding,OWNS     ! carrier,OWNS     ! ties.csv:3: to: "carrier": must be another organization than from
            BANS          ! ,state,DE        ! ,,DE             ! bans.csv:2: government: must be lower kebab case like telia-company
            BANS          ! ,state,DE        ! ,state,          ! bans.csv:2: country: must be an ISO 3166-1 alpha-2 code in use, EU or XK
            BANS          ! ,state,DE        ! ,state,FR        ! bans.csv:2: country: "FR": must be the country of state, DE
            BANS          ! ,vendor,yes      ! ,,yes            ! bans.csv:2: targets: must name at least one
            BANS          ! ,yes,            ! ,true,           ! bans.csv:2: named: "true": must be one of [yes, no]
            BANS          ! ,order,          ! ,law,            ! bans.csv:2: nature: "law": must be one of [order, power, advice]
            BANS          ! in-force         ! active           ! bans.csv:2: status: "active": must be one of [reported, proposed, announced, in-force, lifted, rejected]
            BANS          ! ,2020,,          ! ,2016,,          ! bans.csv:2: deadline: "2016": must not be before the measure began (2018)
            BANS          ! ,2020,,          ! ,2020,2017,      ! bans.csv:2: ended: "2017": must not be before the measure began (2018)
            BANS          ! 2018-09,2020,,   ! 2019-02-01,2020,2019-02-01, ! bans.csv:2: ended: "2019-02-01": must be after effective (2019-02-01)
            BANS          ! 2018,2018-08-23,2018-09,2020 ! ,,,  ! bans.csv:2: one of reported, announced and effective must be given
            BANS          ! ,state,DE        ! ,holding,DE      ! bans.csv:2: government: "holding": must be a government, is of kind company
            """)
    void shouldReportTheCell(DatasetTable table, String sound, String bad, String error) {
        assertThat(folder.replace(table, sound, bad == null ? "" : bad).errors())
                .containsExactly(error);
    }

    @Test
    void shouldReportAnUnknownScope() {
        assertThat(folder.replace(BANS, "5g:core", "7g:core").errors())
                .singleElement()
                .asString()
                .startsWith("bans.csv:2: scope: \"7g:core\": must be one of [all-new-equipment, ")
                .endsWith("or a generation and a segment like 5g:core");
    }

    @Test
    void shouldReportAnIdThatIsThereTwice() {
        folder.add(ORGANIZATIONS, "vendor,Another,vendor,SE,")
                .add(SOURCES, "paper,Paper,Again,,")
                .add(TIES, "stake,vendor,PARTNERS_WITH,holding,,,,,,reported,paper,Again.")
                .add(BANS, "ban,state,DE,vendor,no,,advice,5g,reported,2018,,,,,paper,Again.");

        assertThat(folder.errors())
                .containsExactly(
                        "organizations.csv:8: id: \"vendor\": must be unique, line 2 has it too",
                        "ties.csv:5: id: \"stake\": must be unique, line 3 has it too",
                        "bans.csv:3: id: \"ban\": must be unique, line 2 has it too",
                        "sources.csv:4: id: \"paper\": must be unique, line 2 has it too");
    }

    @Test
    void shouldReportEveryBadCellOfARow() {
        folder.replace(
                TIES,
                "stake,holding,OWNS,carrier,2015,,60,,,confirmed,paper",
                "Stake,holdin,OWN,carriers,15,2014-02-30,101,radio,6G,sure,papre|wire|x");

        assertThat(folder.errors())
                .containsExactly(
                        "ties.csv:3: id: \"Stake\": must be lower kebab case like telia-company",
                        "ties.csv:3: from: \"holdin\": must be the id of a row in organizations.csv; did you mean holding?",
                        "ties.csv:3: type: \"OWN\": must be one of"
                                + " [SUPPLIES, OWNS, PARTNERS_WITH, SHARES_NETWORK_WITH, MEMBER_OF]",
                        "ties.csv:3: to: \"carriers\": must be the id of a row in organizations.csv; did you mean carrier?",
                        "ties.csv:3: since: \"15\": must be a date like 2018, 2018-08 or 2018-08-23",
                        "ties.csv:3: until: \"2014-02-30\": must be a date that exists",
                        "ties.csv:3: percent: \"101\": must be 0..100",
                        "ties.csv:3: segment: \"radio\": must be one of [ran, core, transport, fixed-access,"
                                + " submarine-cable, services, devices, unknown]",
                        "ties.csv:3: generation: \"6G\": must be one of [2G, 3G, 4G, 5G, fixed]",
                        "ties.csv:3: evidence: \"sure\": must be one of [reported, announced, confirmed, denied]",
                        "ties.csv:3: sources: \"papre\": must be the id of a row in sources.csv; did you mean paper?",
                        "ties.csv:3: sources: \"x\": must be the id of a row in sources.csv");
    }

    @Test
    void shouldReportDanglingReferencesOfABan() {
        folder.replace(BANS, "ban,state,DE,vendor,yes,carrier", "ban,stat,DE,vendor|vendro,yes,nobody")
                .replace(BANS, ",paper,", ",nothing,");

        assertThat(folder.errors())
                .containsExactly(
                        "bans.csv:2: government: \"stat\": must be the id of a row in organizations.csv;"
                                + " did you mean state?",
                        "bans.csv:2: targets: \"vendro\": must be the id of a row in organizations.csv;"
                                + " did you mean vendor?",
                        "bans.csv:2: carriers: \"nobody\": must be the id of a row in organizations.csv",
                        "bans.csv:2: sources: \"nothing\": must be the id of a row in sources.csv");
    }

    @Test
    void shouldReportNothingThatFollowsFromABadCellElsewhere() {
        folder.replace(ORGANIZATIONS, "vendor,Vendor,vendor,CN", "vendor ,Vendor,seller,C")
                .replace(ORGANIZATIONS, "state,State,government", "State,State,government")
                .replace(SOURCES, "2018-12-07", "yesterday");

        assertThat(folder.errors())
                .extracting(error -> error.substring(0, error.indexOf(": \"")))
                .containsExactly(
                        "organizations.csv:2: id",
                        "organizations.csv:2: kind",
                        "organizations.csv:2: country",
                        "organizations.csv:6: id",
                        "sources.csv:2: published");
    }

    @Test
    void shouldNotTakeTheIdOfARowForThatOfAMisspeltOne() {
        folder.replace(ORGANIZATIONS, "vendor,Vendor", "Carrier,Other,carrier,DE,\nvendor,Vendor");

        assertThat(folder.errors())
                .containsExactly("organizations.csv:2: id: \"Carrier\": must be lower kebab case like telia-company");
    }

    @Test
    void shouldNotMissTheBeginningOfABanWhoseDatesAreBad() {
        folder.replace(BANS, "2018,2018-08-23,2018-09,2020", "soon,,,");

        assertThat(folder.errors())
                .containsExactly("bans.csv:2: reported: \"soon\": must be a date like 2018, 2018-08 or 2018-08-23");
    }

    @Test
    void shouldReportInTheOrderOfFilesAndLines() {
        folder.replace(SOURCES, ",Title,", ",,")
                .replace(BANS, ",yes,", ",maybe,")
                .replace(TIES, ",60,", ",600,")
                .replace(TIES, "announced", "said")
                .replace(ORGANIZATIONS, ",Alliance,", ",,");

        assertThat(folder.errors())
                .extracting(error -> error.substring(0, error.indexOf(": ")))
                .containsExactly("organizations.csv:7", "ties.csv:3", "ties.csv:4", "bans.csv:2", "sources.csv:2");
    }
}

package org.tieline.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tieline.dataset.DatasetTable.SOURCES;
import static org.tieline.dataset.DatasetTable.TIES;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no single cell can know of a tie: the kinds of its ends, and the stakes beside it. */
class TieRuleTests {
    private static final String HEADER =
            "id,from,type,to,since,until,percent,segment,generation,evidence,sources,summary\n";

    @TempDir
    private Path path;

    private Folder folder;

    @BeforeEach
    void write() {
        folder = Folder.sound(path).with(TIES, HEADER);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            carrier,SUPPLIES,other-carrier            ! from: "carrier": must be one of [vendor] for SUPPLIES, is of kind carrier
            carrier,SHARES_NETWORK_WITH,holding       ! to: "holding": must be one of [carrier] for SHARES_NETWORK_WITH, is of kind company
            state,SHARES_NETWORK_WITH,carrier         ! from: "state": must be one of [carrier] for SHARES_NETWORK_WITH, is of kind government
            carrier,MEMBER_OF,other-carrier           ! to: "other-carrier": must be one of [association] for MEMBER_OF, is of kind carrier
            holding,OWNS,state                        ! to: "state": must be one of [vendor, carrier, company] for OWNS, is of kind government
            alliance,OWNS,carrier                     ! from: "alliance": must be one of [vendor, carrier, company, government] for OWNS, is of kind association
            """)
    void shouldReportAnEndOfTheWrongKind(String ends, String error) {
        folder.add(TIES, "tie," + ends + ",,,,,,confirmed,paper,It is.");

        assertThat(folder.errors()).containsExactly("ties.csv:2: " + error);
    }

    @Test
    void shouldReportAStakeAboutAPartOfANetwork() {
        folder.add(TIES, "tie,holding,OWNS,carrier,,,10,ran,5G,confirmed,paper,It is.");

        assertThat(folder.errors())
                .containsExactly(
                        "ties.csv:2: segment: \"ran\": must be empty for OWNS: a stake is not about a part of a network",
                        "ties.csv:2: generation: \"5G\":"
                                + " must be empty for OWNS: a stake is not about a part of a network");
    }

    @Test
    void shouldReportTwoStakesOfOneOwnerThatCertainlyHoldOnOneDay() {
        stakes("first,holding,2015,2018-06-02,10", "second,holding,2018-06-01,,12");

        assertThat(folder.errors())
                .containsExactly(
                        "ties.csv:3: since: \"2018-06-01\": must not hold beside first (line 2), a stake of the"
                                + " same owner: on 2018-06-01 both certainly do; one needs an until");
    }

    @Test
    void shouldAcceptStakesOfOneOwnerThatOnlyPossiblyOverlap() {
        stakes("first,holding,2015,2018,10", "second,holding,2018,2019-03,12", "third,holding,2019-03,,14");

        assertThat(folder.errors()).isEmpty();
    }

    @Test
    void shouldAcceptAStakeThatBeginsOnTheDayOnWhichTheLastEnds() {
        stakes("first,holding,2015,2018-06-01,80", "second,holding,2018-06-01,,90");

        assertThat(folder.errors()).isEmpty();
    }

    @Test
    void shouldReportEachOverlapAtTheLaterRow() {
        stakes("third,holding,2017,,3", "second,holding,2016,2018-01-01,2", "first,holding,2015,,1");

        assertThat(folder.errors())
                .extracting(error -> error.substring(0, error.indexOf(" (line")))
                .containsExactly(
                        "ties.csv:4: since: \"2015\": must not hold beside second",
                        "ties.csv:4: since: \"2015\": must not hold beside third");
    }

    @Test
    void shouldLetAStakeWithoutABeginningHoldFromItsEarliestPublication() {
        folder.add(SOURCES, "undated,Paper,Title,,");
        // wire was published in March 2019: on its last day at the latest
        folder.add(TIES, "first,holding,OWNS,carrier,2015,2019-03-31,60,,,confirmed,paper,It is.");
        folder.add(TIES, "second,holding,OWNS,carrier,,,60,,,confirmed,undated|wire,It is.");
        folder.add(TIES, "third,holding,OWNS,carrier,,,60,,,confirmed,undated,It is.");
        assertThat(folder.errors()).isEmpty();

        folder.replace(TIES, "2019-03-31", "2019-04-01");
        assertThat(folder.errors())
                .containsExactly("ties.csv:3: since: must not hold beside first (line 2), a stake of the same owner:"
                        + " on 2019-03-31 both certainly do; one needs an until");
    }

    @Test
    void shouldReportStakesThatCertainlyAddUpToMoreThanAll() {
        stakes("first,holding,2015,,60", "second,state,2016,2018,40", "third,vendor,2017-05,,0.01");

        assertThat(folder.errors())
                .containsExactly("ties.csv:4: percent: \"0.01\": must not lift the stakes in carrier above 100:"
                        + " on 2017-05-31 they certainly add up to 100.01");
    }

    @Test
    void shouldAddUpOnlyStakesOfTheSameDay() {
        stakes(
                "first,holding,2015,2017,60",
                "second,state,2016,2018-01-01,40",
                "third,vendor,2018-01-01,,100",
                "fourth,other-carrier,2018,,");

        assertThat(folder.errors()).isEmpty();
    }

    @Test
    void shouldNotCountDeniedStakes() {
        stakes("first,holding,2015,,60");
        folder.add(TIES, "denied,holding,OWNS,carrier,2015,,90,,,denied,paper,It is not.");

        assertThat(folder.errors()).isEmpty();
    }

    private void stakes(String... stakes) {
        for (String stake : stakes) {
            String[] cells = stake.split(",", -1);
            folder.add(
                    TIES,
                    "%s,%s,OWNS,carrier,%s,%s,%s,,,confirmed,paper,It owns."
                            .formatted(cells[0], cells[1], cells[2], cells[3], cells[4]));
        }
    }
}

package org.tieline.restriction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tieline.model.Ban;
import org.tieline.model.BanNature;
import org.tieline.model.BanStatus;
import org.tieline.model.PartialDate;
import org.tieline.model.Scope;
import org.tieline.model.Term;

/** The first-match rules of a ban's state, each on the day before and the day of its change. */
class BanClockTests {
    private static final Map<String, PartialDate> PUBLISHED = Map.of("early", PartialDate.parse("2018-06-01"));

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        # status,   reported,   announced,  effective,  ended,      asOf,       expected
        in-force,   -,          2018-08-23, 2018-09-18, -,          2018-08-22, none
        in-force,   -,          2018-08-23, 2018-09-18, -,          2018-08-23, announced
        in-force,   -,          2018-08-23, 2018-09-18, -,          2018-09-17, announced
        in-force,   -,          2018-08-23, 2018-09-18, -,          2018-09-18, in-force
        in-force,   -,          2018-08-23, -,          -,          2018-08-23, in-force assumedStart
        in-force,   2018-08-01, -,          -,          -,          2018-08-01, in-force assumedStart
        in-force,   2018-08-01, 2018-08-23, -,          -,          2018-08-22, reported
        lifted,     -,          2018-08-23, -,          2019-01-01, 2018-12-31, in-force assumedStart
        lifted,     -,          2018-08-23, -,          2019-01-01, 2019-01-01, ended
        announced,  2018-08-01, 2018-08-23, -,          -,          2018-08-22, reported
        announced,  2018-08-01, 2018-08-23, -,          -,          2018-08-23, announced
        announced,  -,          2018,       -,          -,          2018-01-01, announced reducedPrecision
        announced,  -,          2018,       -,          -,          2017-12-31, none
        announced,  -,          2018-08-23, 2018-10,    -,          2018-10-01, in-force reducedPrecision
        proposed,   -,          2018-08-23, -,          -,          2018-08-23, proposed
        reported,   2018-08-01, -,          -,          -,          2018-08-01, reported
        rejected,   2018-08-01, 2018-08-23, 2018-09-18, 2019-01-01, 2018-10-01, reported
        rejected,   -,          2018-08-23, -,          2019-01-01, 2018-10-01, none
        rejected,   2018-08-01, 2018-08-23, -,          2019-01-01, 2019-01-01, ended
        """)
    void shouldTakeTheFirstRuleThatMatches(
            String status,
            String reported,
            String announced,
            String effective,
            String ended,
            String asOf,
            String expected) {
        Ban ban = ban(status, reported, announced, effective, ended, "early");

        Optional<BanOnDay> onDay = new BanClock(LocalDate.parse(asOf), null, PUBLISHED::get).on(ban);

        assertThat(words(onDay)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        # announced, effective,  source,  knownAt,    expected
        2018-08-23,  2018-09-18, early,   2018-05-31, none
        2018-08-23,  2018-09-18, early,   2018-08-31, in-force assumedStart
        2018-08-23,  2018-09-18, early,   2018-09-18, in-force
        2018-08-23,  2018-09-18, undated, 2018-08-22, none
        2018-08-23,  2018-09-18, undated, 2018-09-18, in-force undatedEvidence
        """)
    void shouldNotKnowWhatWasPublishedOrHappenedLater(
            String announced, String effective, String source, String knownAt, String expected) {
        Ban ban = ban("in-force", null, announced, effective, null, source);

        var clock = new BanClock(LocalDate.parse("2020-01-01"), LocalDate.parse(knownAt), PUBLISHED::get);

        assertThat(words(clock.on(ban))).isEqualTo(expected);
    }

    @Test
    void shouldShowOnlyWhatWasKnown() {
        Ban ban = ban("lifted", null, "2018-08-23", "2018-09-18", "2019-01-01", "early");

        BanOnDay onDay = new BanClock(LocalDate.parse("2020-01-01"), LocalDate.parse("2018-12-31"), PUBLISHED::get)
                .on(ban)
                .orElseThrow();

        assertThat(onDay.ban().ended()).isNull();
        assertThat(onDay.ban().effective()).hasToString("2018-09-18");
    }

    private static String words(Optional<BanOnDay> onDay) {
        return onDay.map(it -> (it.state().text() + " "
                                + it.flags().stream().map(BanFlag::text).collect(Collectors.joining(" ")))
                        .strip())
                .orElse("none");
    }

    private static Ban ban(
            String status, String reported, String announced, String effective, String ended, String source) {
        return new Ban(
                "ban",
                "gov",
                "AU",
                List.of("huawei"),
                true,
                List.of(),
                BanNature.ORDER,
                List.of(new Scope("5g")),
                Term.parse(BanStatus.class, status),
                date(reported),
                date(announced),
                date(effective),
                null,
                date(ended),
                List.of(source),
                null,
                "");
    }

    private static PartialDate date(String text) {
        return text == null ? null : PartialDate.parse(text);
    }
}

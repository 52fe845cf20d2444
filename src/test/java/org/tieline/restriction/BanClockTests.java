package org.tieline.restriction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tieline.model.Ban;
import org.tieline.model.BanNature;
import org.tieline.model.BanState;
import org.tieline.model.BanStatus;
import org.tieline.model.PartialDate;
import org.tieline.model.Scope;
import org.tieline.model.Term;

/** The first-match rules of a ban's state, each on the day before and the day of its change. */
class BanClockTests {
    private static final Map<String, PartialDate> PUBLISHED = Map.of(
            "early", PartialDate.parse("2018-06-01"),
            "2019-01-01", PartialDate.parse("2019-01-01"),
            "2020-01-01", PartialDate.parse("2020-01-01"),
            "2021-01-01", PartialDate.parse("2021-01-01"),
            "2022-08-01", PartialDate.parse("2022-08-01"));

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

        Optional<BanOnDay> onDay =
                new BanClock(LocalDate.parse(asOf), null, PUBLISHED::get, List.of(), Set.of()).on(ban);

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

        var clock = new BanClock(
                LocalDate.parse("2020-01-01"), LocalDate.parse(knownAt), PUBLISHED::get, List.of(), Set.of());

        assertThat(words(clock.on(ban))).isEqualTo(expected);
    }

    @Test
    void shouldShowOnlyWhatWasKnown() {
        Ban ban = ban("lifted", null, "2018-08-23", "2018-09-18", "2019-01-01", "early");

        BanOnDay onDay = new BanClock(
                        LocalDate.parse("2020-01-01"),
                        LocalDate.parse("2018-12-31"),
                        PUBLISHED::get,
                        List.of(),
                        Set.of())
                .on(ban)
                .orElseThrow();

        assertThat(onDay.ban().ended()).isNull();
        assertThat(onDay.ban().effective()).hasToString("2018-09-18");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        # announced, effective of the other; its status, ended; asOf,  knownAt,    expected
        2022-08-01, 2022-10-13, in-force,  -,          2022-10-12, -,          in-force
        2022-08-01, 2022-10-13, in-force,  -,          2022-10-13, -,          ended by other
        2022-08-01, 2022-10-13, in-force,  -,          2022-10-13, 2022-10-12, ended by other assumedStart
        2022-08-01, 2022-10-13, in-force,  -,          2022-10-13, 2022-07-31, in-force
        2022-08-01, 2022-10-13, announced, -,          2022-10-12, -,          in-force
        2022-08-01, -,          announced, -,          2024-01-01, -,          in-force
        2022-08-01, -,          rejected,  2023-01-01, 2024-01-01, -,          in-force
        2022-08-01, 2022-10,    in-force,  -,          2022-10-01, -,          ended by other reducedPrecision
        2022-08-01, 2022-10-13, lifted,    2023-01-01, 2022-12-31, -,          ended by other
        2022-08-01, 2022-10-13, lifted,    2023-01-01, 2023-01-01, -,          in-force
        """)
    void shouldHaveEndedWhileAnotherIsInForceInItsPlace(
            String announced,
            String effective,
            String status,
            String ended,
            String asOf,
            String knownAt,
            String expected) {
        Ban old = ban("in-force", null, "2020-07-14", "2020-07-14", null, "early");
        Ban other = ban("other", status, announced, effective, ended).withReplaces(List.of("ban"));

        BanClock clock = clock(asOf, knownAt, old, other);

        assertThat(words(clock.on(old))).isEqualTo(expected);
        assertThat(clock.byItsDates(old)).map(BanOnDay::state).contains(BanState.IN_FORCE);
        assertThat(clock.on(other)).map(BanOnDay::replacedBy).isEmpty();
    }

    @Test
    void shouldStayReplacedWhenItsSuccessorIsReplacedToo() {
        Ban first = ban("first", "in-force", "2019-01-01", "2019-01-01", null);
        Ban second = ban("second", "in-force", "2020-01-01", "2020-01-01", null).withReplaces(List.of("first"));
        Ban third = ban("third", "in-force", "2021-01-01", "2021-01-01", null).withReplaces(List.of("second"));

        BanClock clock = clock("2022-01-01", null, third, second, first);

        assertThat(words(clock.on(first))).isEqualTo("ended by second");
        assertThat(words(clock.on(second))).isEqualTo("ended by third");
        assertThat(words(clock.on(third))).isEqualTo("in-force");
    }

    @Test
    void shouldNameTheFirstOfSeveralSuccessors() {
        Ban old = ban("old", "in-force", "2019-01-01", "2019-01-01", null);
        Ban a = ban("a", "announced", "2020-01-01", null, null).withReplaces(List.of("old"));
        Ban b = ban("b", "in-force", "2020-01-01", null, null).withReplaces(List.of("old"));
        Ban c = ban("c", "in-force", "2020-01-01", "2020-01-01", null).withReplaces(List.of("old"));

        assertThat(words(clock("2022-01-01", null, c, a, b, old).on(old))).isEqualTo("ended by b assumedStart");
    }

    @Test
    void shouldComeToAnEndWhereBansReplaceEachOther() {
        Ban a = ban("a", "in-force", "2019-01-01", "2019-01-01", null).withReplaces(List.of("b"));
        Ban b = ban("b", "in-force", "2020-01-01", "2020-01-01", null).withReplaces(List.of("a"));

        assertThat(words(clock("2019-06-01", null, a, b).on(a))).isEqualTo("in-force");
        assertThat(words(clock("2022-01-01", null, a, b).on(a))).isEqualTo("ended by b");
        assertThat(words(clock("2022-01-01", null, a, b).on(b))).isEqualTo("ended by a");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        # status,  reported,   announced,  effective,  from
        in-force,  2018-08-01, 2018-08-23, 2018-09-18, 2018-09-18
        announced, 2018-08-01, 2018-08-23, 2018-09,    2018-09
        in-force,  2018-08-01, 2018-08-23, -,          2018-08-23
        lifted,    2018-08-01, -,          -,          2018-08-01
        announced, 2018-08-01, 2018-08-23, -,          -
        rejected,  2018-08-01, 2018-08-23, 2018-09-18, -
        """)
    void shouldTellFromWhenOnABanIsInForce(
            String status, String reported, String announced, String effective, String from) {
        BanOnDay onDay = clock("2020-01-01", null)
                .on(ban(status, reported, announced, effective, null, "early"))
                .orElseThrow();

        assertThat(onDay.inForceFrom()).isEqualTo(date(from));
    }

    private static BanClock clock(String asOf, String knownAt, Ban... bans) {
        return new BanClock(
                LocalDate.parse(asOf),
                knownAt == null ? null : LocalDate.parse(knownAt),
                PUBLISHED::get,
                List.of(bans),
                Set.of());
    }

    private static Ban ban(String id, String status, String announced, String effective, String ended) {
        return ban(id, status, null, announced, effective, ended, announced);
    }

    private static String words(Optional<BanOnDay> onDay) {
        return onDay.map(it -> (it.state().text() + " "
                                + (it.replacedBy() == null ? "" : "by " + it.replacedBy() + " ")
                                + it.flags().stream().map(BanFlag::text).collect(Collectors.joining(" ")))
                        .strip())
                .orElse("none");
    }

    private static Ban ban(
            String status, String reported, String announced, String effective, String ended, String source) {
        return ban("ban", status, reported, announced, effective, ended, source);
    }

    private static Ban ban(
            String id,
            String status,
            String reported,
            String announced,
            String effective,
            String ended,
            String source) {
        return new Ban(
                id,
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
                List.of(),
                List.of(source),
                null,
                "");
    }

    private static PartialDate date(String text) {
        return text == null ? null : PartialDate.parse(text);
    }
}

package org.tieline.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tieline.exposure.path.Certainty;
import org.tieline.exposure.path.Exposure;
import org.tieline.exposure.path.Flag;
import org.tieline.exposure.path.Hop;
import org.tieline.exposure.path.Stake;
import org.tieline.exposure.path.TieOnDay;
import org.tieline.exposure.path.TieState;
import org.tieline.model.Evidence;
import org.tieline.model.InvalidValue;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.PartialDate;
import org.tieline.model.Source;
import org.tieline.model.Tie;
import org.tieline.model.TieType;

/**
 * Each bound of a tie by itself.
 *
 * <pre>
 * v ─SUPPLIES t→ c        v ─OWNS s→ a
 * </pre>
 */
class KnownDatesTests {
    private static final List<Source> SOURCES = List.of(
            source("undated", null),
            source("day-2015", "2015-03-10"),
            source("month-2015", "2015-03"),
            source("leap-2016", "2016-02-29"),
            source("year-2017", "2017"));

    private Organization vendor = organization("v", OrganizationKind.VENDOR);
    private Organization carrier = organization("c", OrganizationKind.CARRIER);

    /** Empty for no date; of the bounds, {@code -} for always, never or no end. */
    @ParameterizedTest
    @CsvSource({
        // since, verified, until, sources | possibleFrom, certainFrom, certainTo, possibleTo
        "2010,,,day-2015, 2010-01-01, 2010-12-31, 2020-03-11, -",
        "2010,,,month-2015, 2010-01-01, 2010-12-31, 2020-04-01, -",
        "2010,,,leap-2016, 2010-01-01, 2010-12-31, 2021-03-01, -",
        "2010,,,day-2015|year-2017, 2010-01-01, 2010-12-31, 2023-01-01, -",
        "2010,,,undated, 2010-01-01, 2010-12-31, -, -",
        "2010,,2019-06,undated, 2010-01-01, 2010-12-31, 2019-06-01, 2019-07-01",
        "2010,,2019-06-05,day-2015, 2010-01-01, 2010-12-31, 2019-06-05, 2019-06-05",
        "2010,2016-05,,day-2015|year-2017, 2010-01-01, 2010-12-31, 2021-06-01, -",
        "2010,2012,,year-2017, 2010-01-01, 2010-12-31, 2018-01-01, -",
        ",,,day-2015|year-2017, -, 2015-03-10, 2023-01-01, -",
        ",2014,,day-2015|year-2017, -, 2014-12-31, 2020-01-01, -",
        ",2016-05-01,,day-2015, -, 2015-03-10, 2021-05-02, -",
        ",2016-05-01,,undated, -, 2016-05-01, 2021-05-02, -",
        ",,,undated, -, -, -, -",
        "1880,1890,,undated, -, -, -, -",
        "2010,,2090,day-2015, 2010-01-01, 2010-12-31, -, -",
    })
    void shouldBoundATie(
            String since,
            String verified,
            String until,
            String sources,
            String possibleFrom,
            String certainFrom,
            String certainTo,
            String possibleTo) {
        TieOnDay tie = clock(tie(since, until, sources).withVerified(date(verified)), on("2018-06-01"));

        assertThat(List.of(
                        text(tie.possibleFrom()),
                        text(tie.certainFrom()),
                        text(tie.certainTo()),
                        text(tie.possibleTo())))
                .containsExactly(possibleFrom, certainFrom, certainTo, possibleTo);
    }

    /** What ends after all days that may be asked about does not age, though no bound shows its end. */
    @Test
    void shouldNotLetATieAgeThatHasAnEnd() {
        TieOnDay tie = clock(tie("2010", "2090", "day-2015"), on("2079-01-01"));

        assertThat(tie.certain()).isTrue();
        assertThat(tie.stale()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "P5Y, 2020-03-10, true",
        "P5Y, 2020-03-11, false",
        "P1D, 2015-03-11, true",
        "P1D, 2015-03-12, false",
        "P1M3D, 2015-04-13, true",
        "P1M3D, 2015-04-14, false",
        "P50Y, 2065-03-10, true",
        "P50Y, 2065-03-11, false",
        "P1000Y, 2079-06-05, true",
    })
    void shouldCarryEvidenceForAsLongAsIsAsked(Period maxAge, LocalDate day, boolean certain) {
        TieOnDay tie =
                clock(tie("2010", null, "day-2015"), SearchOptions.on(day).withMaxAge(maxAge));

        assertThat(tie.possible()).isTrue();
        assertThat(tie.certain()).isEqualTo(certain);
        assertThat(tie.stale()).isEqualTo(!certain);
    }

    @Test
    void shouldRefuseAnAgeThatIsNone() {
        SearchOptions options = on("2018-01-01");

        for (String age : List.of("P0D", "-P1D", "P1Y-1D", "P1001Y", "P500000D")) {
            assertThatThrownBy(() -> options.withMaxAge(Period.parse(age)))
                    .isInstanceOf(InvalidValue.class)
                    .hasMessageContaining("maxAge")
                    .hasMessageContaining("must be a period like P5Y, positive and at most P1000Y");
        }
    }

    /** An organization that is there from 2012 to the middle of 2018, by dates of every precision. */
    @ParameterizedTest
    @CsvSource({
        "2012,       2018-06-15, 2011-12-31, false, false",
        "2012,       2018-06-15, 2012-01-01, true,  false",
        "2012,       2018-06-15, 2012-12-30, true,  false",
        "2012,       2018-06-15, 2012-12-31, true,  true",
        "2012,       2018-06-15, 2018-06-14, true,  true",
        "2012,       2018-06-15, 2018-06-15, false, false",
        "2012-01-01, 2018-06,    2012-01-01, true,  true",
        "2012-01-01, 2018-06,    2018-05-31, true,  true",
        "2012-01-01, 2018-06,    2018-06-01, true,  false",
        "2012-01-01, 2018-06,    2018-06-30, true,  false",
        "2012-01-01, 2018-06,    2018-07-01, false, false",
    })
    void shouldHoldOnlyWhileBothOrganizationsExist(
            String since, String until, LocalDate day, boolean possible, boolean certain) {
        Organization always = carrier;
        Tie tie = tie("2010", null, "year-2017");
        carrier = carrier.living(date(since), date(until), null);
        assertThat(state(clock(tie, SearchOptions.on(day)))).containsExactly(possible, certain);
        assertThat(exposed(tie, SearchOptions.on(day))).isEqualTo(possible);

        carrier = always;
        vendor = vendor.living(date(since), date(until), null);
        assertThat(state(clock(tie, SearchOptions.on(day)))).containsExactly(possible, certain);
        assertThat(exposed(tie, SearchOptions.on(day))).isEqualTo(possible);
    }

    /** The carrier went on 2018-06-15, which nobody could know before. */
    @Test
    void shouldNotKnowOfAnEndThatLiesAhead() {
        carrier = carrier.living(null, PartialDate.parse("2018-06-15"), null);
        Tie tie = tie("2010", null, "day-2015");

        assertThat(exposed(tie, on("2018-06-15").withKnownAt(LocalDate.parse("2018-06-14"))))
                .isTrue();
        assertThat(exposed(tie, on("2018-06-15").withKnownAt(LocalDate.parse("2018-06-15"))))
                .isFalse();
        TieOnDay then = clock(tie, on("2018-06-15").withKnownAt(LocalDate.parse("2018-06-14")));
        assertThat(then.possibleTo()).isNull();
        assertThat(then.certain()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        // knownAt, verified, removing, lastEvidenced as they are known
        "2017-12-30, null,    null,    2015-03-10",
        "2017-12-31, null,    null,    2017",
        "2018-05-30, null,    2018-05, 2017",
        "2018-05-31, 2018-05, 2018-05, 2018-05",
        "2018-04-30, null,    null,    2017",
        "2018-05-01, null,    2018-05, 2017",
    })
    void shouldShowDatesAsTheyWereKnown(LocalDate knownAt, String verified, String removing, String lastEvidenced) {
        Tie tie = tie("2010", null, "day-2015|year-2017")
                .withVerified(PartialDate.parse("2018-05"))
                .withRemoving(PartialDate.parse("2018-05"));

        TieOnDay then = clock(tie, on("2018-06-01").withKnownAt(knownAt));

        assertThat(String.valueOf(then.verified())).isEqualTo(verified);
        assertThat(String.valueOf(then.removing())).isEqualTo(removing);
        assertThat(String.valueOf(then.lastEvidenced())).isEqualTo(lastEvidenced);
        assertThat(then.state()).isEqualTo(removing.equals("null") ? TieState.STANDING : TieState.REMOVING);
    }

    @Test
    void shouldBeRemovedFromTheFirstDayOn() {
        Tie tie = tie("2010", null, "year-2017").withRemoving(PartialDate.parse("2018"));

        assertThat(hop(tie, on("2017-12-31")).state()).isEqualTo(TieState.STANDING);
        assertThat(hop(tie, on("2017-12-31")).flags()).isEmpty();
        assertThat(hop(tie, on("2018-01-01")).state()).isEqualTo(TieState.REMOVING);
        assertThat(hop(tie, on("2018-01-01")).flags()).containsExactly(Flag.REMOVING);
    }

    @Test
    void shouldShowAShareUntilItIsTooOldAndOnceItIsKnown() {
        Tie tie = tie("2010", null, "day-2015")
                .withShare(new BigDecimal("62.5"))
                .withShareOn(PartialDate.parse("2015-12"))
                .withCountries(List.of("DE", "XK"));

        Hop hop = hop(tie, on("2020-12-31"));
        assertThat(hop.share()).isEqualTo("62.5");
        assertThat(hop.shareOn()).hasToString("2015-12");
        assertThat(hop.countries()).containsExactly("DE", "XK");
        assertThat(hop(tie, on("2021-01-01")).share()).isNull();
        assertThat(hop(tie, on("2021-01-01")).shareOn()).isNull();
        LocalDate early = LocalDate.parse("2015-12-30");
        assertThat(hop(tie, on("2018-01-01").withKnownAt(early)).share()).isNull();
        assertThat(hop(tie, on("2018-01-01").withKnownAt(early.plusDays(1))).share())
                .isEqualTo("62.5");
    }

    @ParameterizedTest
    @CsvSource({
        "day-2015,          , 2020-03-10, '[]'",
        "day-2015,          , 2020-03-11, '[STALE_EVIDENCE]'",
        "day-2015|undated,  , 2020-03-10, '[]'",
        "undated,           , 2020-03-10, '[UNDATED_EVIDENCE, STALE_EVIDENCE]'",
        "undated,       2018, 2020-03-10, '[UNDATED_EVIDENCE]'",
        "undated,       2018, 2024-01-01, '[UNDATED_EVIDENCE, STALE_EVIDENCE]'",
    })
    void shouldFlagWhatIsOldAndWhatIsUndated(String sources, String verified, String day, String flags) {
        Tie tie = tie("2010", null, sources).withVerified(date(verified));

        assertThat(hop(tie, on(day)).flags()).hasToString(flags);
        assertThat(exposure(tie, on(day)).flags()).hasToString(flags);
    }

    @ParameterizedTest
    @CsvSource({
        "year-2017,     , 2017-12-31, true",
        "year-2017,     , 2018-01-01, false",
        "year-2017, 2016, 2016-12-31, true",
        "year-2017, 2016, 2017-01-01, false",
        "undated,       , 2010-01-01, false",
        "undated,   2016, 2016-12-31, true",
    })
    void shouldDropWhatWasEvidencedBefore(String sources, String verified, LocalDate since, boolean walked) {
        SearchOptions usual = on("2018-06-01");
        SearchOptions options = new SearchOptions(
                usual.asOf(),
                null,
                usual.certainty(),
                since,
                usual.minStake(),
                usual.maxHops(),
                usual.ties(),
                usual.minEvidence());

        assertThat(exposed(tie("2010", null, sources).withVerified(date(verified)), options))
                .isEqualTo(walked);
    }

    @Test
    void shouldLetStakesGoOnWhateverTheirAge() {
        Tie tie = new Tie(
                "s",
                "v",
                TieType.OWNS,
                "c",
                PartialDate.parse("2010"),
                null,
                BigDecimal.valueOf(60),
                List.of(),
                List.of(),
                Evidence.CONFIRMED,
                List.of("day-2015"),
                null);
        StakesOnDay late =
                new StakesOnDay(graph(tie), LocalDate.parse("2020-03-11"), null, Period.ofYears(5), Evidence.REPORTED);

        Stake stake = late.in(late.number("c")).getFirst();
        assertThat(stake.certainty()).isEqualTo(Certainty.CERTAIN);
        assertThat(stake.flags()).containsExactly(Flag.STALE_EVIDENCE);
        assertThat(stake.lastEvidenced()).hasToString("2015-03-10");
        late.each((owner, owned, percent, certain) -> assertThat(certain).isTrue());

        carrier = carrier.living(null, PartialDate.parse("2020-03-11"), null);
        StakesOnDay gone = new StakesOnDay(graph(tie), LocalDate.parse("2020-03-11"), null, Evidence.REPORTED);
        assertThat(gone.in(gone.number("c"))).isEmpty();
        gone.each((owner, owned, percent, certain) -> {
            throw new AssertionError("nobody holds a part of what is gone");
        });
    }

    @Test
    void shouldLetWhatIsSupposedGoOn() {
        Tie tie = tie("2010", null, "nobody").withRemoving(PartialDate.parse("2019"));
        TieGraph graph = graph(tie("2010", null, "undated"))
                .edited(List.of("t"), List.of(tie.withVerified(PartialDate.parse("2018-01-01"))), Set.of("t"));
        SearchOptions early = on("2022-01-01").withKnownAt(LocalDate.parse("2000-01-01"));

        TieOnDay verified = graph.onDay(early).apply("t").orElseThrow();
        assertThat(verified.certain()).isTrue();
        assertThat(verified.removing()).hasToString("2019");
        assertThat(verified.verified())
                .as("nobody supposed that it was verified")
                .isNull();
        assertThat(verified.certainTo()).isNull();

        TieGraph other = graph.edited(List.of("t"), List.of(tie), Set.of("t"));
        assertThat(other.onDay(on("2070-01-01")).apply("t").orElseThrow().certain())
                .isTrue();
        assertThat(graph.onDay(on("2023-01-02")).apply("t").orElseThrow().stale())
                .isTrue();
    }

    private static List<Boolean> state(TieOnDay tie) {
        return List.of(tie.possible(), tie.certain());
    }

    private TieOnDay clock(Tie tie, SearchOptions options) {
        return graph(tie).onDay(options).apply(tie.id()).orElseThrow();
    }

    private boolean exposed(Tie tie, SearchOptions options) {
        try (FoundExposures found = new ExposureSearch(graph(tie)).reach("v", options)) {
            return found.size() == 1;
        }
    }

    private Exposure exposure(Tie tie, SearchOptions options) {
        try (FoundExposures found = new ExposureSearch(graph(tie)).reach("v", options)) {
            return found.exposure(0);
        }
    }

    private Hop hop(Tie tie, SearchOptions options) {
        return exposure(tie, options).path().getFirst();
    }

    private TieGraph graph(Tie tie) {
        TieGraphBuilder builder = TieGraph.builder().add(vendor).add(carrier);
        SOURCES.forEach(builder::add);
        return builder.add(tie).build(id -> {
            throw new AssertionError(id);
        });
    }

    private static SearchOptions on(String day) {
        return SearchOptions.on(LocalDate.parse(day));
    }

    private static Tie tie(String since, String until, String sources) {
        return new Tie(
                "t",
                "v",
                TieType.SUPPLIES,
                "c",
                date(since),
                date(until),
                null,
                List.of(),
                List.of(),
                Evidence.CONFIRMED,
                List.of(sources.split("\\|")),
                null);
    }

    private static Organization organization(String id, OrganizationKind kind) {
        return new Organization(id, id, kind, null, List.of());
    }

    private static Source source(String id, String published) {
        return new Source(id, "Press", "Report", date(published), null);
    }

    private static PartialDate date(String text) {
        return text == null ? null : PartialDate.parse(text);
    }

    private static String text(LocalDate bound) {
        return bound == null ? "-" : bound.toString();
    }
}

package org.tieline.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tieline.dataset.DatasetReader;
import org.tieline.exposure.ExposureSearch;
import org.tieline.exposure.NaiveExposures;
import org.tieline.exposure.SearchOptions;
import org.tieline.graph.Progress;
import org.tieline.graph.bolt.DatasetLoader;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.model.Dataset;
import org.tieline.model.Evidence;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.PartialDate;
import org.tieline.model.Tie;
import org.tieline.model.TieType;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.Nightly;
import org.tieline.testing.ShippedGraph;

/** The Cypher query, the engine and the naive reading of the rules give the same paths on the shipped data. */
@ShippedGraph
class ExposureQueryIT {
    private static final int VENDORS_A_DAY = 1;

    /** Of so many days one is asked about. */
    private static final int DAYS_TO_ONE = Nightly.or(2, 1);

    private static final Dataset DATA = DatasetReader.read(Path.of("seed-data"));
    private static final NaiveExposures REFERENCE =
            new NaiveExposures(DATA.organizations(), DATA.ties(), DATA.sources());
    private static final ExposureSearch ENGINE =
            ExposureQuery.engine(DATA.organizations(), DATA.ties(), DATA.sources());

    @BeforeAll
    static void load(Neo4j neo4j) {
        new DatasetLoader(neo4j, Clock.systemUTC()).load(DATA, Progress.NONE);
    }

    /**
     * Every second day, and every night each, is asked about with {@value #VENDORS_A_DAY} vendor, in turns from day to day,
     * so that each vendor comes to all parts of the calendar. {@code -Dvendors.a.day=100} asks with all of them.
     */
    @Test
    void shouldAgreeOnEveryDayOfChangeAndTheDayBefore(EmbeddedServer server) {
        List<LocalDate> days = List.copyOf(new TreeSet<>(Stream.concat(
                        DATA.ties().stream().flatMap(ExposureQueryIT::boundaries),
                        DATA.organizations().stream().flatMap(ExposureQueryIT::boundaries))
                .toList()));
        List<String> vendors = DATA.organizations().stream()
                .filter(organization -> organization.kind() == OrganizationKind.VENDOR)
                .map(Organization::id)
                .toList();
        int each = Math.min(vendors.size(), Integer.getInteger("vendors.a.day", VENDORS_A_DAY));

        int found = IntStream.range(0, days.size() / DAYS_TO_ONE)
                .parallel()
                .map(day -> IntStream.range(0, each)
                        .map(turn -> compare(
                                server,
                                vendors.get((day * each + turn) % vendors.size()),
                                // A day before a change and a day of change in turns.
                                days.get(day * DAYS_TO_ONE + day % DAYS_TO_ONE),
                                20,
                                4))
                        .sum())
                .sum();

        assertThat(days).hasSizeGreaterThan(970);
        assertThat(found).isGreaterThan(each * 26_000 / DAYS_TO_ONE);
    }

    @Test
    void shouldAgreeForEachBoundOnStakeAndHops(EmbeddedServer server) {
        for (int minStake : new int[] {0, 20, 50, 100}) {
            for (int maxHops = 1; maxHops <= 10; maxHops++) {
                compare(server, "huawei", LocalDate.of(2018, 12, 8), minStake, maxHops);
            }
        }
    }

    /** Compares, and returns how many carriers there are. */
    private static int compare(EmbeddedServer server, String vendor, LocalDate day, int minStake, int maxHops) {
        NaiveExposures.Question question = new NaiveExposures.Question(
                vendor,
                day,
                null,
                false,
                null,
                BigDecimal.valueOf(minStake),
                maxHops,
                EnumSet.allOf(TieType.class),
                Evidence.REPORTED);
        var expected = ExposureQuery.ask(REFERENCE, question);
        assertThat(ExposureQuery.ask(ENGINE, question)).as("%s", question).isEqualTo(expected);
        assertThat(ExposureQuery.ask(server.database(), question))
                .as("%s", question)
                .isEqualTo(expected);
        return expected.size();
    }

    private static Stream<LocalDate> boundaries(Tie tie) {
        return Stream.of(
                        bounds(tie.since(), tie.until()),
                        Stream.ofNullable(tie.removing()).map(PartialDate::firstDay),
                        Stream.ofNullable(tie.verified())
                                .map(date -> date.dayAfter().plus(SearchOptions.DEFAULT_MAX_AGE)))
                .flatMap(days -> days)
                .flatMap(day -> Stream.of(day.minusDays(1), day));
    }

    private static Stream<LocalDate> boundaries(Organization organization) {
        return bounds(organization.since(), organization.until()).flatMap(day -> Stream.of(day.minusDays(1), day));
    }

    private static Stream<LocalDate> bounds(PartialDate since, PartialDate until) {
        return Stream.concat(
                Stream.ofNullable(since).map(PartialDate::firstDay),
                Stream.ofNullable(until).map(PartialDate::overBy));
    }
}

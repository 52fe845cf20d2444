package org.tieline.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tieline.exposure.NaiveExposures;
import org.tieline.exposure.RandomLives;
import org.tieline.graph.Progress;
import org.tieline.graph.bolt.DatasetLoader;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.model.Dataset;
import org.tieline.model.Evidence;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.PartialDate;
import org.tieline.model.Source;
import org.tieline.model.Tie;
import org.tieline.model.TieType;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.EmbeddedNeo4jExtension;

/**
 * The Cypher query and the engine answer as the rules do, on graphs that nobody thought of. Sixty graphs lie in the database at a time,
 * parted by a prefix of their ids, because loading them one by one would take minutes.
 */
@ExtendWith(EmbeddedNeo4jExtension.class)
class ExposureQueryRandomTests {
    private static final List<Source> SOURCES = List.of(
            source("undated", null),
            source("day", "2018-05-15"),
            source("month", "2018-05"),
            source("year", "2017"),
            source("old", "2013-06-15"));
    private static final List<OrganizationKind> KINDS = List.of(
            OrganizationKind.VENDOR,
            OrganizationKind.CARRIER,
            OrganizationKind.CARRIER,
            OrganizationKind.CARRIER,
            OrganizationKind.COMPANY,
            OrganizationKind.COMPANY,
            OrganizationKind.GOVERNMENT,
            OrganizationKind.ASSOCIATION);
    private static final List<TieType> TYPES = List.of(
            TieType.OWNS,
            TieType.OWNS,
            TieType.OWNS,
            TieType.SUPPLIES,
            TieType.SUPPLIES,
            TieType.PARTNERS_WITH,
            TieType.SHARES_NETWORK_WITH,
            TieType.MEMBER_OF);

    private static final List<String> DATES =
            List.of("", "", "", "", "", "", "", "", "2017", "2018", "2018-06", "2018-06-15", "2019");
    private static final List<Period> AGES = List.of(
            Period.ofDays(1),
            Period.ofMonths(1),
            Period.of(0, 1, 30),
            Period.ofYears(1),
            Period.ofYears(5),
            Period.ofYears(50));
    private static final List<String> DAYS = List.of(
            "2016-12-31",
            "2017-12-31",
            "2018-01-01",
            "2018-06-14",
            "2018-06-15",
            "2018-06-16",
            "2018-06-30",
            "2018-07-01",
            "2018-12-31",
            "2019-01-01");
    private static final List<Evidence> EVIDENCE = List.of(
            Evidence.REPORTED,
            Evidence.REPORTED,
            Evidence.ANNOUNCED,
            Evidence.ANNOUNCED,
            Evidence.CONFIRMED,
            Evidence.CONFIRMED,
            Evidence.CONFIRMED,
            Evidence.DENIED);

    /** How often sixty graphs are compared. */
    private static final int ROUNDS = Integer.getInteger("query.rounds", 2);

    private static final long SEED = Long.getLong("query.seed", 20181208);

    private final EmbeddedServer server;
    private final Neo4j neo4j;

    ExposureQueryRandomTests(EmbeddedServer server, Neo4j neo4j) {
        this.server = server;
        this.neo4j = neo4j;
    }

    /**
     * A tie by the places of its ends among the organizations.
     *
     * @param lives seed of the other dates of its life; 0 if it has none
     */
    record RandomTie(
            int from,
            int to,
            TieType type,
            String since,
            String until,
            int percent,
            Evidence evidence,
            String source,
            int lives) {}

    /**
     * The first organization is the vendor that is asked about.
     *
     * @param lives seed of the lives of the organizations; 0 if they live for ever
     */
    record RandomGraph(
            List<OrganizationKind> kinds,
            List<RandomTie> ties,
            LocalDate asOf,
            Period maxAge,
            int minStake,
            int maxHops,
            int lives) {}

    /** {@code -Dquery.rounds=10} compares more, and others with another {@code -Dquery.seed=}. */
    @Test
    void shouldAgreeWithTheReference() {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            List<RandomGraph> graphs =
                    Stream.generate(() -> graph(random)).limit(60).toList();
            assertThat(compareAll(graphs))
                    .as("exposures of two hops or more, enough to tell something")
                    .isGreaterThan(15);
        }
    }

    /**
     * Carrier 2 shares its network with the customer first and is reached as its sister only later; but as a sister alone it
     * leads on, to carrier 4. Random graphs hardly ever look like this.
     */
    @Test
    void shouldGoOnFromASisterThatSharedItsNetworkFirst() {
        RandomGraph graph = new RandomGraph(
                List.of(
                        OrganizationKind.VENDOR,
                        OrganizationKind.CARRIER,
                        OrganizationKind.CARRIER,
                        OrganizationKind.COMPANY,
                        OrganizationKind.CARRIER),
                List.of(
                        tie(0, TieType.SUPPLIES, 1),
                        tie(1, TieType.SHARES_NETWORK_WITH, 2),
                        tie(3, TieType.OWNS, 1),
                        tie(3, TieType.OWNS, 2),
                        tie(2, TieType.OWNS, 4)),
                LocalDate.of(2018, 12, 8),
                Period.ofYears(5),
                20,
                4,
                0);

        assertThat(compareAll(List.of(graph))).isEqualTo(2);
    }

    private static RandomTie tie(int from, TieType type, int to) {
        return new RandomTie(from, to, type, "", "", -1, Evidence.CONFIRMED, "day", 0);
    }

    /** Loads and compares, and returns how many carriers are not exposed directly. */
    private int compareAll(List<RandomGraph> graphs) {
        List<Organization> organizations = new ArrayList<>();
        List<Tie> ties = new ArrayList<>();
        for (int i = 0; i < graphs.size(); i++) {
            organizations.addAll(organizations(graphs.get(i), "g" + i));
            ties.addAll(ties(graphs.get(i), "g" + i));
        }
        Dataset dataset = new Dataset("random", "0".repeat(64), organizations, ties, List.of(), SOURCES);
        new DatasetLoader(neo4j, Clock.systemUTC()).load(dataset, Progress.NONE);

        int indirect = 0;
        for (int i = 0; i < graphs.size(); i++) {
            indirect += compare(graphs.get(i), "g" + i);
        }
        return indirect;
    }

    /** Compares, and returns how many carriers are not exposed directly. */
    private int compare(RandomGraph graph, String prefix) {
        NaiveExposures reference = new NaiveExposures(organizations(graph, prefix), ties(graph, prefix), SOURCES);
        NaiveExposures.Question question = new NaiveExposures.Question(
                prefix + "-0",
                graph.asOf,
                null,
                false,
                null,
                graph.maxAge,
                BigDecimal.valueOf(graph.minStake),
                graph.maxHops,
                EnumSet.allOf(TieType.class),
                Evidence.REPORTED);
        var expected = ExposureQuery.ask(reference, question);
        assertThat(ExposureQuery.ask(
                        ExposureQuery.engine(organizations(graph, prefix), ties(graph, prefix), SOURCES), question))
                .as("the engine on %s", graph)
                .isEqualTo(expected);
        assertThat(ExposureQuery.ask(server.database(), question))
                .as("%s", graph)
                .isEqualTo(expected);
        return (int) expected.values().stream()
                .filter(answer -> answer.ties().size() > 1)
                .count();
    }

    private static List<Organization> organizations(RandomGraph graph, String prefix) {
        List<Organization> organizations = new ArrayList<>();
        RandomLives lives = lives(graph.lives);
        for (int i = 0; i < graph.kinds.size(); i++) {
            String id = prefix + "-" + i;
            Organization organization = new Organization(id, id, graph.kinds.get(i), null, List.of());
            organizations.add(
                    graph.lives == 0 || i == 0 && graph.lives % 4 > 0 ? organization : lives.of(organization));
        }
        return organizations;
    }

    /** Ties in an order of ids that is not the order in which they are written. */
    private static List<Tie> ties(RandomGraph graph, String prefix) {
        List<Tie> ties = new ArrayList<>();
        int size = graph.kinds.size();
        for (int i = 0; i < graph.ties.size(); i++) {
            RandomTie tie = graph.ties.get(i);
            int from = tie.from % size;
            int to = tie.to % size == from ? (from + 1) % size : tie.to % size;
            PartialDate since = tie.since.isEmpty() ? null : PartialDate.parse(tie.since);
            PartialDate until = tie.until.isEmpty() ? null : PartialDate.parse(tie.until);
            boolean backwards =
                    since != null && until != null && !until.overBy().isAfter(since.firstDay());
            Tie plain = new Tie(
                    "%s-t-%d-%d".formatted(prefix, i * 7 % 10, i),
                    prefix + "-" + from,
                    tie.type,
                    prefix + "-" + to,
                    since,
                    backwards ? null : until,
                    tie.type == TieType.OWNS && tie.percent >= 0 ? BigDecimal.valueOf(tie.percent) : null,
                    List.of(),
                    List.of(),
                    tie.evidence,
                    List.of(tie.source),
                    "");
            ties.add(tie.lives == 0 ? plain : lives(tie.lives).of(plain));
        }
        return ties;
    }

    private static RandomGraph graph(Random random) {
        List<OrganizationKind> kinds = new ArrayList<>(List.of(OrganizationKind.VENDOR));
        random.ints(3 + random.nextInt(9)).forEach(number -> kinds.add(one(random, KINDS)));
        return new RandomGraph(
                kinds,
                Stream.generate(() -> tie(random))
                        .limit(10 + random.nextInt(41))
                        .toList(),
                LocalDate.parse(one(random, DAYS)),
                one(random, AGES),
                one(random, List.of(0, 20, 50)),
                1 + random.nextInt(10),
                random.nextInt(Integer.MAX_VALUE));
    }

    private static Source source(String id, String published) {
        return new Source(id, "Press", "Report", published == null ? null : PartialDate.parse(published), null);
    }

    private static RandomLives lives(int seed) {
        Random random = new Random(seed);
        List<String> dates = DATES.stream().filter(date -> !date.isEmpty()).toList();
        return new RandomLives(random, () -> PartialDate.parse(one(random, dates)));
    }

    private static RandomTie tie(Random random) {
        return new RandomTie(
                one(random, List.of(0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)),
                random.nextInt(12),
                one(random, TYPES),
                one(random, DATES),
                one(random, DATES),
                one(random, List.of(-1, -1, -1, 0, 19, 20, 50, 100)),
                one(random, EVIDENCE),
                one(random, SOURCES).id(),
                random.nextInt(Integer.MAX_VALUE));
    }

    private static <T> T one(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}

package org.tieline.graph.bolt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;
import org.tieline.graph.FactRows;
import org.tieline.graph.Progress;
import org.tieline.graph.bolt.LoadReport.Changes;
import org.tieline.graph.kernel.EmbeddedGraphReader;
import org.tieline.model.Ban;
import org.tieline.model.Dataset;
import org.tieline.model.Organization;
import org.tieline.model.Tie;
import org.tieline.model.TieType;
import org.tieline.model.TielineException.DatabaseUnavailable;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.EmbeddedNeo4jExtension;
import org.tieline.testing.RandomWorld;

/** What a load finds to do, against sets of rows in memory: of one random world after another, with edits by hand between them. */
@ExtendWith(EmbeddedNeo4jExtension.class)
class LoadComparisonTests {
    /** Edits that people make in Cypher; each touches the few things whose ids leave a rest. */
    private static final List<String> EDITS = List.of(
            "MATCH (o:Organization) WHERE o.id ENDS WITH $end SET o.name = 'Renamed by hand'",
            "MATCH (o:Organization) WHERE o.id ENDS WITH $end REMOVE o.fingerprint",
            "MATCH (o:Organization)-[r:BASED_IN]->() WHERE o.id ENDS WITH $end DELETE r",
            "MATCH (o:Organization)-[r:SUCCEEDED_BY]->() DELETE r",
            "MATCH (o:Organization) WHERE o.id ENDS WITH $end DETACH DELETE o",
            "MATCH ()-[t:OWNS|SUPPLIES]->() WHERE t.id ENDS WITH $end DELETE t",
            "MATCH ()-[t:OWNS|SUPPLIES]->() WHERE t.id ENDS WITH $end REMOVE t.fingerprint",
            "MATCH ()-[t:OWNS|SUPPLIES]->() WHERE t.id ENDS WITH $end SET t.evidence = 'denied'",
            """
            MATCH (a)-[t:SUPPLIES]->(b)
            WHERE t.id ENDS WITH $end AND NOT EXISTS { ()-[:MEMBER_OF {id: t.id}]->() }
            CREATE (a)-[:MEMBER_OF {id: t.id, fingerprint: t.fingerprint, evidence: 'reported', sources: ['s0']}]->(b)
            """,
            """
            MATCH (o:Organization) WITH o ORDER BY o.id LIMIT 1
            MERGE (mine:Organization:Company {id: 'mine'}) ON CREATE SET mine.name = 'Mine', mine.aliases = []
            WITH mine, o WHERE NOT EXISTS { ()-[:PARTNERS_WITH {id: 'mine-' + $end}]->() }
            CREATE (mine)-[:PARTNERS_WITH {id: 'mine-' + $end, evidence: 'reported', sources: ['s0']}]->(o)
            """,
            "MERGE (o:Organization {id: 'o1' + $end}) ON CREATE SET o.name = 'Taken', o.aliases = []",
            "MATCH (b:Ban)-[r:TARGETS|CITES]->() DELETE r",
            "MATCH (b:Ban) WHERE b.id ENDS WITH $end DETACH DELETE b",
            "MATCH (s:Source) WHERE s.id ENDS WITH $end SET s.fingerprint = 1");

    private final EmbeddedServer server;
    private final Neo4j neo4j;

    LoadComparisonTests(EmbeddedServer server, Neo4j neo4j) {
        this.server = server;
        this.neo4j = neo4j;
    }

    /**
     * Something that the graph holds.
     *
     * @param fingerprint null for what was made by hand
     * @param joined what it hangs on; null for what is not whole
     */
    private record Held(Object id, Object fingerprint, Object joined) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void shouldDoWhatSetsOfRowsInMemorySay(long seed) {
        EmbeddedNeo4jExtension.empty(server);
        Random random = new Random(seed);
        for (int version = 0; version < 6; version++) {
            // One that differs little from the one before, or is quite another.
            Dataset dataset = new RandomWorld(seed * 10 + version / 2).dataset();
            if (version % 2 == 1) {
                dataset = new RandomWorld(seed * 10 + version / 2)
                        .dataset(changed(dataset.ties(), random), dataset.bans());
            }
            edit(random);
            Map<String, Changes> expected = expected(dataset);

            LoadReport report = loader(version).load(dataset, Progress.NONE);

            assertThat(Map.of(
                            "organizations", removing(report.organizations(), report, "o", "g", "m"),
                            "ties", report.ties(),
                            "bans", removing(report.bans(), report, "b"),
                            "sources", removing(report.sources(), report, "s")))
                    .as("seed %d, version %d", seed, version)
                    .isEqualTo(expected);
            requireSame(dataset);
        }
    }

    /** One reads what the graph holds over Bolt, the next inside the database's own process. */
    private DatasetLoader loader(int version) {
        return version % 4 < 2
                ? new DatasetLoader(neo4j, Clock.systemUTC())
                : new DatasetLoader(
                        neo4j, Clock.systemUTC(), (query, taker) -> new EmbeddedGraphReader(server.database())
                                .query(query, HeldRows.LONGEST, taker));
    }

    @Test
    void shouldSayThatAnEmbeddedDatabaseWasNotReadInTime() {
        EmbeddedGraphReader reader = new EmbeddedGraphReader(server.database());

        assertThatThrownBy(() -> reader.query(
                        "UNWIND range(1, 1000000000) AS number RETURN count(number % 7)",
                        Duration.ofMillis(200), () -> row -> {}))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("the embedded database cannot be read");
    }

    @Test
    void shouldPassOnWhatATakerOfRowsThrows() {
        EmbeddedGraphReader reader = new EmbeddedGraphReader(server.database());
        UncheckedIOException full = new UncheckedIOException(new IOException("the disk is full"));

        assertThatThrownBy(() -> reader.query("RETURN 1 AS id", HeldRows.LONGEST, () -> row -> {
                    throw full;
                }))
                .isSameAs(full);
    }

    private static List<Tie> changed(List<Tie> ties, Random random) {
        return ties.stream()
                .filter(tie -> random.nextInt(8) > 0)
                .map(tie -> random.nextInt(4) > 0 ? tie : described(tie))
                .toList();
    }

    private static Tie described(Tie tie) {
        return new Tie(
                tie.id(),
                tie.from(),
                tie.type(),
                tie.to(),
                tie.since(),
                tie.until(),
                tie.percent(),
                tie.segment(),
                tie.generation(),
                tie.evidence(),
                tie.sources(),
                "In other words.");
    }

    private void edit(Random random) {
        for (int i = 0; i < 4; i++) {
            String edit = EDITS.get(random.nextInt(EDITS.size()));
            String end = Integer.toString(random.nextInt(10));
            server.database().executeTransactionally(edit, Map.of("end", end));
        }
    }

    /** What was to be removed, be it that something made by hand hangs on it or not. */
    private static Changes removing(Changes changes, LoadReport report, String... prefixes) {
        int kept = (int) report.kept().stream()
                .filter(id -> Stream.of(prefixes).anyMatch(id::startsWith))
                .count();
        return new Changes(changes.added(), changes.updated(), changes.removed() + kept, changes.unchanged());
    }

    private Map<String, Changes> expected(Dataset dataset) {
        try (Transaction tx = server.database().beginTx()) {
            return Map.of(
                    "organizations",
                    changes(
                            nodes(tx, "Organization", LoadComparisonTests::joined),
                            rows(dataset.organizations(), FactRows::of, LoadComparisonTests::joined)),
                    "ties",
                    changes(ties(tx), rows(dataset.ties(), FactRows::of, tie -> List.of())),
                    "bans",
                    changes(
                            nodes(tx, "Ban", LoadComparisonTests::neighbours),
                            rows(dataset.bans(), FactRows::of, LoadComparisonTests::neighbours)),
                    "sources",
                    changes(
                            nodes(tx, "Source", node -> List.of()),
                            rows(dataset.sources(), FactRows::of, source -> List.of())));
        }
    }

    private static Changes changes(List<Held> held, List<Held> wanted) {
        Set<Object> ids = wanted.stream().map(Held::id).collect(Collectors.toSet());
        Map<Object, Set<Held>> byId = held.stream().collect(Collectors.groupingBy(Held::id, Collectors.toSet()));
        int added = 0;
        int unchanged = 0;
        for (Held each : wanted) {
            Set<Held> there = byId.getOrDefault(each.id, Set.of());
            added += there.isEmpty() ? 1 : 0;
            unchanged += there.equals(Set.of(each)) ? 1 : 0;
        }
        long removed = held.stream()
                .filter(each -> each.fingerprint != null && !ids.contains(each.id))
                .count();
        return new Changes(added, wanted.size() - added - unchanged, (int) removed, unchanged);
    }

    private static <T> List<Held> rows(
            List<T> facts, Function<T, Map<String, Object>> toRow, Function<T, Object> joined) {
        return facts.stream()
                .map(fact -> {
                    Map<String, Object> row = toRow.apply(fact);
                    return new Held(row.get("id"), FactRows.fingerprint(row), joined.apply(fact));
                })
                .toList();
    }

    private static List<Held> nodes(Transaction tx, String label, Function<Node, Object> joined) {
        try (ResourceIterator<Node> nodes = tx.findNodes(Label.label(label))) {
            return nodes.stream()
                    .map(node -> new Held(node.getProperty("id"), fingerprint(node), joined.apply(node)))
                    .toList();
        }
    }

    private static List<Held> ties(Transaction tx) {
        Set<String> types = Stream.of(TieType.values()).map(TieType::text).collect(Collectors.toSet());
        try (ResourceIterable<Relationship> all = tx.getAllRelationships()) {
            return all.stream()
                    .filter(each -> types.contains(each.getType().name()))
                    .map(each -> new Held(each.getProperty("id"), fingerprint(each), List.of()))
                    .toList();
        }
    }

    private static Object fingerprint(Entity entity) {
        return entity.getProperty("fingerprint", null);
    }

    /** Whether it hangs on its country, and its heirs. */
    private static Object joined(Organization organization) {
        return Stream.of(organization.successor()).filter(Objects::nonNull).toList();
    }

    private static Object joined(Node organization) {
        if (organization.hasProperty("country") && !organization.hasRelationship(type("BASED_IN"))) {
            return "torn";
        }
        return loaded(organization, "SUCCEEDED_BY")
                .map(each -> each.getEndNode().getProperty("id"))
                .toList();
    }

    /** How many relationships it has. */
    private static Object neighbours(Ban ban) {
        return 2L + ban.targets().size() + ban.sources().size() + ban.replaces().size();
    }

    private static Object neighbours(Node ban) {
        return Stream.concat(
                        loaded(ban, "TARGETS", "CITES", "REPLACES", "APPLIES_IN"),
                        ban.getRelationships(Direction.INCOMING, type("IMPOSES")).stream()
                                .filter(each -> each.hasProperty("fingerprint")))
                .count();
    }

    private static Stream<Relationship> loaded(Node node, String... types) {
        return node
                .getRelationships(
                        Direction.OUTGOING,
                        Stream.of(types).map(LoadComparisonTests::type).toArray(RelationshipType[]::new))
                .stream()
                .filter(each -> each.hasProperty("fingerprint"));
    }

    private static RelationshipType type(String name) {
        return RelationshipType.withName(name);
    }

    /** What the data set says is there as it says it, and what else is there nobody has loaded, or holds by what was made by hand. */
    private void requireSame(Dataset dataset) {
        Map<String, Changes> after = expected(dataset);
        assertThat(after.get("ties"))
                .isEqualTo(new Changes(0, 0, 0, dataset.ties().size()));
        assertThat(after.values()).allMatch(changes -> changes.added() == 0 && changes.updated() == 0);
    }
}

package org.tieline.graph.bolt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.event.TransactionData;
import org.neo4j.graphdb.event.TransactionEventListenerAdapter;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.tieline.graph.GraphReader;
import org.tieline.graph.Progress;
import org.tieline.graph.bolt.DatasetLoader.Limits;
import org.tieline.graph.kernel.EmbeddedGraphReader;
import org.tieline.model.Dataset;
import org.tieline.model.Membership;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.Tie;
import org.tieline.model.TieType;
import org.tieline.model.TielineException.DatabaseUnavailable;
import org.tieline.question.Snapshot;
import org.tieline.question.Snapshots;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.EmbeddedNeo4jExtension;
import org.tieline.testing.Nightly;
import org.tieline.testing.RandomWorld;
import org.tieline.testing.TestFacts;

/** Loads of several transactions, made so by limits that nothing keeps within. */
@ExtendWith(EmbeddedNeo4jExtension.class)
class LoadJournalTests {
    private static final Limits ONE = new Limits(1_000_000, 5_000, 100, Duration.ofMinutes(2));
    private static final Limits MANY = new Limits(0, 4, 0, Duration.ofMinutes(2));

    /** As {@link #MANY}, with a lease that has always run out. */
    private static final Limits ABANDONED = new Limits(0, 4, 0, Duration.ofMillis(-1));

    private static final int PAIRS = Nightly.or(1, 12);

    private final EmbeddedServer server;
    private final Neo4j neo4j;

    LoadJournalTests(EmbeddedServer server, Neo4j neo4j) {
        this.server = server;
        this.neo4j = neo4j;
    }

    @BeforeEach
    void empty() {
        EmbeddedNeo4jExtension.empty(server);
    }

    /** What a kill does to a load: nothing after it is done. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;

        Killed() {
            super("killed");
        }
    }

    /** Does something at one of the moments between transactions. */
    private static final class At implements Progress {
        private final int moment;
        private final Runnable work;
        private int moments;

        At(int moment, Runnable work) {
            this.moment = moment;
            this.work = work;
        }

        @Override
        public void at(String phase, long done, long total) {
            if (moments++ == moment) {
                work.run();
            }
        }
    }

    /** Does something once, when facts have begun to change. */
    private static final class HalfWay implements Progress {
        private final Runnable work;
        private boolean done;

        HalfWay(Runnable work) {
            this.work = work;
        }

        @Override
        public void at(String phase, long done, long total) {
            if (phase.equals(CHANGES) && done > total / 2 && !this.done) {
                this.done = true;
                work.run();
            }
        }
    }

    /** Gives a load to another together with the first transaction that removes nodes. */
    private static final class TakeOver extends TransactionEventListenerAdapter<Object> {
        private int removals;

        @Override
        public Object beforeCommit(TransactionData data, Transaction tx, GraphDatabaseService database) {
            if (data.deletedNodes().iterator().hasNext() && removals++ == 0) {
                tx.findNode(Label.label("Load"), "slot", "current").setProperty("owner", "another");
            }
            return null;
        }
    }

    private DatasetLoader loader(Limits limits) {
        return new DatasetLoader(neo4j, Clock.systemUTC(), limits);
    }

    @Test
    void shouldWriteInManyTransactionsWhatItWritesInOne() {
        for (long seed = 0; seed < PAIRS; seed++) {
            Dataset before = world(2 * seed, "1");
            Dataset after = world(2 * seed + 1, "2");

            List<Object> one = loaded(ONE, before, after);
            List<Object> many = loaded(MANY, before, after);

            assertThat(many).as("pair %d", seed).isEqualTo(one);
        }
    }

    /** Reports and states of two loads with something made by hand between them. */
    private List<Object> loaded(Limits limits, Dataset before, Dataset after) {
        empty();
        List<Object> seen = new ArrayList<>();
        seen.add(loader(limits).load(before, Progress.NONE));
        seen.add(contents());
        server.database().executeTransactionally("""
                MATCH (o:Organization) WITH o ORDER BY o.id DESC LIMIT 2
                CREATE (:Organization:Company {id: 'mine-' + o.id, name: 'Mine', aliases: []})
                  -[:OWNS {id: 'mine-owns-' + o.id, evidence: 'reported', sources: ['x']}]->(o)
                WITH o MATCH (o)-[t:OWNS]-() WHERE t.fingerprint IS NOT NULL REMOVE t.fingerprint
                """);
        seen.add(loader(limits).load(after, Progress.NONE));
        seen.add(contents());
        seen.add(loader(limits).load(after, Progress.NONE).changed());
        return seen;
    }

    private static Dataset world(long seed, String version) {
        RandomWorld world = new RandomWorld(seed);
        List<Membership> memberships = new ArrayList<>();
        for (String country : List.of("US", "JP", "DE")) {
            if (world.random().nextBoolean()) {
                LocalDate until = world.random().nextBoolean() ? LocalDate.of(2020, 1, 1) : null;
                memberships.add(new Membership("EU", country, LocalDate.of(1990, 1, 1), until, List.of("s0")));
            }
        }
        return new Dataset(
                version,
                version.repeat(64),
                world.organizations(),
                world.ties(),
                world.bans(),
                world.sources(),
                memberships,
                world.identifiers(),
                world.subscribers());
    }

    /** Everything in the graph but times, in an order. */
    private List<String> contents() {
        try (Transaction tx = server.database().beginTx();
                ResourceIterable<Node> nodes = tx.getAllNodes();
                ResourceIterable<Relationship> relationships = tx.getAllRelationships()) {
            List<String> contents = new ArrayList<>();
            nodes.forEach(node -> contents.add(text(node)));
            relationships.forEach(each -> contents.add("%s -%s%s-> %s"
                    .formatted(
                            text(each.getStartNode()),
                            each.getType().name(),
                            properties(each),
                            text(each.getEndNode()))));
            contents.sort(null);
            return contents;
        }
    }

    private static String text(Node node) {
        Set<String> labels = new TreeSet<>();
        node.getLabels().forEach(label -> labels.add(label.name()));
        return labels + properties(node);
    }

    private static String properties(Entity entity) {
        Map<String, Object> properties = new TreeMap<>();
        entity.getAllProperties().forEach((name, value) -> {
            if (!name.equals("loadedAt")) {
                properties.put(
                        name,
                        switch (value) {
                            case Object[] array -> Arrays.toString(array);
                            case byte[] bytes -> Arrays.hashCode(bytes);
                            default -> value;
                        });
            }
        });
        return properties.toString();
    }

    /** At every fifth moment in each build, and at every one every night. */
    @Test
    void shouldBeGoneOnWithOrUndoneAfterAKillAtEveryMoment() {
        Dataset before = world(4, "1");
        Dataset after = world(5, "2");
        loader(ONE).load(before, Progress.NONE);
        List<String> whenNot = contents();
        loader(ONE).load(after, Progress.NONE);
        List<String> whenLoaded = contents();
        Set<List<String>> seen = new HashSet<>();
        for (int moment = 0; ; moment += Nightly.or(5, 1)) {
            empty();
            loader(ONE).load(before, Progress.NONE);
            if (!isKilled(after, moment)) {
                break;
            }
            requireOneVersion(before, after);

            loader(MANY).settle(Progress.NONE);

            assertThat(contents()).as("moment %d", moment).isIn(whenNot, whenLoaded);
            seen.add(contents());
        }
        assertThat(seen).hasSize(2);
        assertThat(contents()).isEqualTo(whenLoaded);
    }

    private boolean isKilled(Dataset dataset, int moment) {
        try {
            loader(ABANDONED).load(dataset, new At(moment, () -> {
                throw new Killed();
            }));
            return false;
        } catch (Killed e) {
            return true;
        }
    }

    /** Whoever has a snapshot goes on with it; whoever has none gets none that is between two versions. */
    private void requireOneVersion(Dataset before, Dataset after) {
        for (GraphReader reader : List.of(new EmbeddedGraphReader(server.database()), new DriverGraphReader(neo4j))) {
            try (Snapshots snapshots = new Snapshots(reader)) {
                snapshots.refresh();
                boolean ended =
                        snapshots.current().dataset().orElseThrow().version().equals("2");
                assertThat(snapshots.current().organizations().keySet()).isEqualTo(ids(ended ? after : before));
            } catch (DatabaseUnavailable e) {
                assertThat(e.reason()).isEqualTo(DatabaseUnavailable.Reason.LOADING);
                assertThat(e).hasMessageContainingAll("data set 2 is being loaded by process ", "between two versions");
            }
        }
    }

    private static Set<String> ids(Dataset dataset) {
        Set<String> ids = new HashSet<>();
        dataset.organizations().forEach(each -> ids.add(each.id()));
        return ids;
    }

    @Test
    void shouldBeAnsweredFromTheVersionBeforeUntilTheLastTransactionIsIn() {
        Dataset before = world(6, "1");
        Dataset after = world(7, "2");
        loader(ONE).load(before, Progress.NONE);
        for (GraphReader reader : List.of(new EmbeddedGraphReader(server.database()), new DriverGraphReader(neo4j))) {
            loader(ONE).load(before, Progress.NONE);
            try (Snapshots snapshots = new Snapshots(reader)) {
                snapshots.refresh();
                Snapshot old = snapshots.current();
                List<String> told = new ArrayList<>();

                loader(MANY).load(after, new HalfWay(() -> {
                    snapshots.refresh();
                    assertThat(snapshots.current()).isSameAs(old);
                    assertThat(snapshots.fresh()).isSameAs(old);
                    assertThat(snapshots.waitsFor()).contains("data set 2 is being loaded by process ");
                    assertThat(snapshots.rebuilds().failed()).isZero();
                    assertThat(snapshots.health().failure()).isNull();
                    told.add(row("MATCH (d:Dataset) RETURN d.version + ' to ' + d.loading AS told")
                            .get("told")
                            .toString());
                }));

                assertThat(told).containsExactly("1 to 2");
                snapshots.refresh();
                assertThat(snapshots.waitsFor()).isNull();
                assertThat(snapshots.current().organizations().keySet()).isEqualTo(ids(after));
            }
        }
        assertThat(row("MATCH (d:Dataset) RETURN d.loading AS loading, d.loadingSince AS since"))
                .containsEntry("loading", null)
                .containsEntry("since", null);
    }

    @Test
    void shouldTellTheSecondOfTwoLoadsWhoLoads() {
        Dataset other = world(9, "3");
        loader(MANY).load(world(8, "2"), new HalfWay(() -> assertThatThrownBy(
                        () -> loader(MANY).load(other, Progress.NONE))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageMatching(
                        "data set 2 is being loaded by process \\d+ on .+ since 20.+Z; try again when it has ended")));

        assertThat(row("MATCH (d:Dataset) RETURN d.version AS version")).containsEntry("version", "2");
    }

    @Test
    void shouldChangeNothingMoreWhenAnotherTookOver() {
        Dataset after = world(11, "2");
        loader(ONE).load(world(10, "1"), Progress.NONE);
        AtomicReference<List<String>> taken = new AtomicReference<>();

        assertThatThrownBy(() -> loader(ABANDONED).load(after, new HalfWay(() -> {
                    assertThat(loader(MANY).settle(Progress.NONE)).isTrue();
                    taken.set(contents());
                })))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("another took it over: it has ended");

        assertThat(contents()).isEqualTo(taken.get());
        assertThat(row("MATCH (d:Dataset) RETURN d.version AS version")).containsEntry("version", "2");
    }

    /** Others may write down a load of theirs by then; their steps stay. */
    @Test
    void shouldUndoNothingMoreWhenAnotherTookOver() {
        LoadLease lease = new LoadLease(neo4j, Duration.ofMinutes(2));
        LoadJournal journal = new LoadJournal(neo4j, Clock.systemUTC(), lease);
        neo4j.write(tx -> {
            lease.open(tx, Map.of("version", "1", "sha256", "a".repeat(64)));
            for (int number = 0; number < 20; number++) {
                journal.note(tx, number, new LoadStep(StepKind.COUNTRIES, List.of()));
            }
            return journal;
        });
        DatabaseManagementService service = ((GraphDatabaseAPI) server.database())
                .getDependencyResolver()
                .resolveDependency(DatabaseManagementService.class);
        TakeOver takeOver = new TakeOver();
        service.registerTransactionEventListener("neo4j", takeOver);
        try {
            assertThatThrownBy(journal::undo)
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("another took it over: data set 1 is being loaded by process ");
        } finally {
            service.unregisterTransactionEventListener("neo4j", takeOver);
        }

        assertThat(takeOver.removals).isOne();
        assertThat(row("MATCH (s:LoadStep) RETURN count(s) > 0 AS left")).containsEntry("left", true);
    }

    /** Whoever made a tie while the one of its id was waiting to be written had it for so long. */
    @Test
    void shouldWriteOverWhatWasMadeUnderItsIdsMeanwhile() {
        Organization mine = TestFacts.organization("zz", "ZZ", OrganizationKind.VENDOR, "GB");
        Dataset first = TestFacts.dataset();
        List<Organization> organizations = new ArrayList<>(first.organizations());
        organizations.add(mine);
        Dataset after = new Dataset(
                "2",
                "b".repeat(64),
                organizations,
                List.of(
                        TestFacts.tie("new", "huawei", TieType.SUPPLIES, "zz"),
                        TestFacts.tie("lost", "huawei", TieType.SUPPLIES, "ee")),
                first.bans(),
                first.sources());
        loader(ONE).load(first, Progress.NONE);

        loader(new Limits(0, 1, 0, Duration.ofMinutes(2))).load(after, new Progress() {
            @Override
            public void at(String phase, long done, long total) {
                if (phase.equals(CHANGES) && done == 0) {
                    server.database().executeTransactionally("""
                            MATCH (a {id: 'huawei'}), (b {id: 'bt'}), (ee {id: 'ee'})
                            CREATE (a)-[:SUPPLIES {id: 'new', evidence: 'reported'}]->(b), (:Organization {id: 'zz'})
                            DETACH DELETE ee
                            """);
                }
            }
        });

        assertThat(row("MATCH ()-[t:SUPPLIES]->(b) RETURN collect(t.id + ' ' + b.id + ' ' + b.name) AS ties"))
                .containsEntry("ties", List.of("new zz ZZ"));
        LoadReport again = loader(ONE).load(after, Progress.NONE);
        assertThat(again.organizations().added()).isEqualTo(1);
        assertThat(again.ties().added()).isEqualTo(1);
    }

    @Test
    void shouldLeaveNothingWrittenDownWhenAFactNamesWhatIsNotThere() {
        Dataset first = TestFacts.dataset();
        loader(ONE).load(first, Progress.NONE);
        List<String> before = contents();
        Tie dangling = TestFacts.tie("dangling", "huawei", TieType.SUPPLIES, "nobody");
        Dataset broken = new Dataset(
                "3", "d".repeat(64), first.organizations(), List.of(dangling), first.bans(), first.sources());

        assertThatThrownBy(() -> loader(MANY).load(broken, Progress.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 of 1 ties name an organization, a ban or a source that the data set does not have");

        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void shouldKeepAReleaseOfManyPartsAndReplaceIt() {
        Dataset release = world(12, "1");
        Dataset corrected =
                new Dataset("1", "f".repeat(64), release.organizations(), List.of(), List.of(), release.sources());

        assertThat(loader(MANY).keep(release)).isTrue();
        assertThat(loader(MANY).keep(release)).isFalse();
        assertThat(loader(MANY).keep(corrected)).isTrue();

        assertThat(row("MATCH (r:Release)-[h:HELD]->(p:ReleasePart) RETURN r.sha256 AS sha256, h.place AS place"))
                .isEqualTo(Map.of("sha256", "f".repeat(64), "place", 0L));
        assertThat(row("MATCH (n) RETURN count(n) AS nodes")).containsEntry("nodes", 2L);
    }

    private Map<String, Object> row(String query) {
        return neo4j.read(tx -> tx.run(query).single().asMap());
    }
}

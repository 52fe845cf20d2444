package org.tieline.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.graphdb.QueryExecutionException;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.TransactionFailureException;
import org.neo4j.graphdb.TransientFailureException;
import org.tieline.exposure.FoundExposures;
import org.tieline.exposure.SearchOptions;
import org.tieline.exposure.TieGraph;
import org.tieline.exposure.path.Certainty;
import org.tieline.exposure.path.Exposure;
import org.tieline.graph.kernel.EmbeddedGraphReader;
import org.tieline.model.OrganizationKind;
import org.tieline.model.Tie;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.EmbeddedNeo4jExtension;
import org.tieline.testing.Patience;

/** Snapshots that became others by what commits changed, against snapshots that were taken anew. */
@ExtendWith(EmbeddedNeo4jExtension.class)
class ChangedSnapshotTests {
    /** Thousands are for whoever has the time: {@code -Dtieline.commits=5000}. */
    private static final int COMMITS = Integer.getInteger("tieline.commits", 200);

    private static final int BETWEEN_COMPARISONS = 3;

    private static final List<String> KINDS =
            List.of("Vendor", "Carrier", "Carrier", "Company", "Association", "Government");
    private static final List<String> TIES =
            List.of("SUPPLIES", "SUPPLIES", "OWNS", "OWNS", "PARTNERS_WITH", "SHARES_NETWORK_WITH", "MEMBER_OF");
    private static final List<String> COUNTRIES = List.of("US", "GB", "DE", "EU");
    private static final List<Object> DATES = Arrays.asList(
            "2015", "2018-08", "2019-02-03", "2021", LocalDate.of(2020, 5, 1), "soon", 7, null, "2012", "2023-01");

    private static final String TIE = """
            MATCH (o:Organization {id: $a}), (p:Organization {id: $b})
            CREATE (o)-[t:$($tie) {id: 'tie-' + $n, evidence: $evidence, since: $date, sources: [$source],
              percent: $percent, summary: $summary}]->(p)
            """;

    /** Each has the numbers of two organizations, and may use whatever else {@link #parameters} gives. */
    private static final List<String> STATEMENTS = List.of(
            "MERGE (o:Organization {id: $a}) SET o:$($kind), o.name = $a, o.country = $country, o.since = $date",
            "MERGE (o:Organization {id: $a}) SET o:$($kind), o.name = $a, o.country = $country",
            "CREATE (o:Organization:Carrier {id: $a, name: 'New'})-[:SUCCEEDED_BY]->(:Organization:Company {id: $b})",
            "MATCH (o:Organization {id: $a}) SET o[$property] = $value",
            "MATCH (o:Organization {id: $a}) REMOVE o[$property]",
            "MATCH (o:Organization {id: $a}) SET o.formerIds = [$b, 'former-' + $b]",
            "MATCH (o:Organization {id: $a}) SET o.until = $date",
            "MATCH (o {id: $a}) WHERE $rare SET o.id = $b",
            "MATCH (o:Organization {id: $a}) WHERE $rare REMOVE o:Organization",
            "MATCH (o {id: $a}) WHERE o:Vendor OR o:Carrier OR o:Company SET o:Organization",
            "MATCH (o:Organization {id: $a}) WHERE $rare REMOVE o:Vendor:Carrier SET o:$($kind)",
            "MATCH (o:Organization {id: $a}) WHERE $rare DETACH DELETE o",
            "MATCH (o:Organization {id: $a}), (p:Organization {id: $b}) CREATE (o)-[:SUCCEEDED_BY]->(p)",
            "MATCH (:Organization {id: $a})-[s:SUCCEEDED_BY]->() DELETE s",
            TIE,
            TIE,
            TIE,
            TIE,
            TIE,
            TIE,
            TIE,
            TIE,
            TIE,
            TIE,
            "MATCH (o:Organization {id: $a})-[t:SUPPLIES|OWNS]->() SET t.percent = $percent, t.since = $date",
            "MATCH (o {id: $a})-[t:SUPPLIES|OWNS|MEMBER_OF]->() SET t[$tieProperty] = $value",
            "MATCH (o {id: $a})-[t:SUPPLIES|PARTNERS_WITH]->() REMOVE t[$tieProperty]",
            "MATCH (o {id: $a})-[t:OWNS|SUPPLIES]->() WITH t LIMIT 1 WHERE $rare SET t.id = 'tie-' + $n",
            "MATCH (o {id: $a})-[t:SUPPLIES|OWNS|PARTNERS_WITH|SHARES_NETWORK_WITH|MEMBER_OF]-() WITH t LIMIT 2 DELETE t",
            "MATCH ()-[t]->() WHERE t.id = 'tie-' + $old DELETE t",
            "MERGE (s:Source {id: $source}) SET s.publisher = 'P', s.title = 'T', s.published = $date, s.url = 'https://x'",
            "MATCH (s:Source {id: $source}) SET s.published = $date",
            "MATCH (s:Source {id: $source}) REMOVE s.publisher",
            "MATCH (s:Source {id: $source}) WHERE $rare DETACH DELETE s",
            "MATCH (s:Source {id: $source}) WHERE $rare SET s.id = 'other-' + $source",
            """
            MERGE (c:Country {code: $country})
            MERGE (b:Ban {id: $ban}) SET b.nature = 'order', b.status = 'in-force', b.effective = $date, b.named = true,
              b.scope = ['5g'], b.announced = '2017'
            WITH b, c MATCH (g:Organization {id: $a}), (v:Organization {id: $b}), (s:Source {id: $source})
            MERGE (g)-[:IMPOSES]->(b) MERGE (b)-[:APPLIES_IN]->(c) MERGE (b)-[:TARGETS]->(v) MERGE (b)-[:CITES]->(s)
            """,
            "MATCH (b:Ban {id: $ban}) SET b.ended = $date",
            "MATCH (b:Ban {id: $ban}), (v:Organization {id: $b}) MERGE (b)-[:TARGETS]->(v)",
            "MATCH (b:Ban {id: $ban})-[r:TARGETS|IMPOSES|CITES]-() WITH r LIMIT 1 DELETE r",
            "MATCH (b:Ban {id: $ban}), (o:Ban) WHERE o.id <> b.id WITH b, o LIMIT 1 MERGE (b)-[:REPLACES]->(o)",
            "MATCH (b:Ban {id: $ban}) WHERE $rare DETACH DELETE b",
            "MATCH (b:Ban {id: $ban}) WHERE $rare REMOVE b:Ban",
            """
            MATCH (o:Organization {id: $a}) MERGE (i:Identifier {scheme: 'asn', value: $number})
            CREATE (o)-[:IDENTIFIED_BY {since: $date, sources: [$source]}]->(i)
            """,
            "MATCH (i:Identifier {value: $number}) SET i.value = $otherNumber",
            "MATCH ({id: $a})-[r:IDENTIFIED_BY]->() DELETE r",
            "MATCH (i:Identifier {value: $number}) WHERE $rare DETACH DELETE i",
            """
            MATCH (o:Organization {id: $a})
            CREATE (o)-[:HAS_SUBSCRIBERS {sources: [$source]}]->(:Count {on: $date, millions: $percent})
            """,
            "MATCH ({id: $a})-[:HAS_SUBSCRIBERS]->(c) SET c.millions = $percent",
            "MATCH ({id: $a})-[:HAS_SUBSCRIBERS]->(c) DETACH DELETE c",
            "MERGE (c:Country {code: $country}) MERGE (b:Country {code: 'EU'}) CREATE (c)-[:BELONGS_TO {since: $date}]->(b)",
            "MATCH (:Country {code: $country})-[r:BELONGS_TO]->() DELETE r",
            "MATCH (c:Country {code: $country}) WHERE $rare SET c.code = 'XX' + $country",
            "MERGE (d:Dataset {slot: 'current'}) SET d.version = $source, d.sha256 = 'x'",
            "MERGE (r:Release {version: $source}) SET r.sha256 = 'y'",
            "MATCH (o:Organization) WITH o.id AS id, collect(o) AS all UNWIND all[1..] AS twin DETACH DELETE twin",
            "MATCH (s:Source) WITH s.id AS id, collect(s) AS all UNWIND all[1..] AS twin DETACH DELETE twin",
            "MERGE (f:Foreign {id: $a}) SET f.value = $value",
            "MATCH (f:Foreign {id: $a}), (o:Organization {id: $b}) MERGE (f)-[:KNOWS {of: $n}]->(o)",
            "MATCH (f:Foreign {id: $a}), (o:Organization {id: $b}) CREATE (f)-[:OWNS {id: 'odd-' + $n}]->(o)");

    /** Nothing is wrong in this graph. */
    private static final List<String> PLAIN_GRAPH = List.of(
            """
            UNWIND range(0, 11) AS i
            CREATE (:Organization {id: 'o-' + i, name: 'Number ' + i, country: 'US'})
            """,
            "MATCH (o:Organization) WHERE o.id IN ['o-0', 'o-1', 'o-2'] SET o:Vendor",
            "MATCH (o:Organization {id: 'o-3'}) SET o:Government",
            "MATCH (o:Organization) WHERE NOT o:Vendor AND NOT o:Government SET o:Carrier",
            "UNWIND range(0, 4) AS i CREATE (:Source {id: 's-' + i, publisher: 'P', title: 'T', url: 'https://x'})",
            """
            MATCH (v:Vendor), (c:Carrier) WITH v, c, split(v.id, '-')[1] + '-' + split(c.id, '-')[1] AS i
            CREATE (v)-[:SUPPLIES {id: 'first-' + i, evidence: 'confirmed', sources: ['s-0']}]->(c)
            """,
            "CREATE (:Country {code: 'US'}), (:Country {code: 'DE'})-[:BELONGS_TO {since: '1958-01-01', sources: ['s-0']}]->(:Country {code: 'EU'})",
            """
            MATCH (g:Government), (v:Organization {id: 'o-0'}), (c:Country {code: 'US'}), (s:Source {id: 's-0'})
            CREATE (g)-[:IMPOSES]->(b:Ban {id: 'b', nature: 'order', status: 'in-force', effective: '2019', named: true,
              scope: ['5g'], announced: '2018'})-[:APPLIES_IN]->(c), (b)-[:TARGETS]->(v), (b)-[:CITES]->(s)
            """,
            "MATCH (o:Organization {id: 'o-4'}) CREATE (o)-[:IDENTIFIED_BY {sources: ['s-0']}]->(:Identifier {scheme: 'asn', value: '1'})",
            "CREATE (:Foreign {id: 'o-0'})");

    private static final String PLAIN_TIE = """
            MATCH (o:Organization {id: $a}), (p:Organization {id: $b}) WHERE o <> p
            CREATE (o)-[:$($tie) {id: 'tie-' + $n, evidence: 'confirmed', sources: ['s-0']}]->(p)
            """;

    /** What people do with nodes and ties; none of it wants another reading of the whole graph. */
    private static final List<String> PLAIN = List.of(
            "CREATE (o:Organization:$($kind) {id: 'new-' + $n, name: 'New'})",
            """
            MATCH (o:Organization {id: $a})
            CREATE (o)-[:OWNS {id: 'tie-' + $n, evidence: 'confirmed', sources: ['s-0']}]->
              (:Organization:Carrier {id: 'new-' + $n, name: 'New'})
            """,
            "MATCH (o:Organization {id: $a}) SET o.name = 'Other ' + $n, o.aliases = ['New']",
            "MATCH (o:Organization {id: $a}) SET o.country = $country, o.since = '2015', o.formerIds = ['former-' + $n]",
            "MATCH (o:Organization {id: $a}) SET o.id = 'other-' + $n",
            "MATCH (o:Organization {id: $a}), (p:Organization {id: $b}) WHERE o <> p SET o.id = '', p.id = $a, o.id = $b",
            "MATCH (o:Organization {id: $a}) REMOVE o:Organization",
            "MATCH (o {id: $a}) WHERE o:Vendor OR o:Carrier SET o:Organization",
            "MATCH (o:Organization {id: $a}) REMOVE o:Vendor:Carrier:Government SET o:$($kind)",
            "MATCH (o:Organization {id: $a}) DETACH DELETE o",
            "MATCH (o:Organization {id: $a}), (p:Organization {id: $b}) WHERE o <> p CREATE (o)-[:SUCCEEDED_BY]->(p)",
            PLAIN_TIE,
            PLAIN_TIE,
            PLAIN_TIE,
            "MATCH (:Organization {id: $a})-[t:SUPPLIES]-() WITH t LIMIT 3 DELETE t",
            "MATCH (:Organization {id: $a})-[t:SUPPLIES]-() WITH t LIMIT 3 SET t.since = '2018', t.summary = 'Something'",
            "MERGE (s:Source {id: $source}) SET s.publisher = 'Q', s.title = 'T', s.published = '2018', s.url = 'https://x'",
            "CREATE (s:Source {id: 'source-' + $n, publisher: 'Q', title: 'T', url: 'https://x'})",
            "MATCH (s:Source {id: $source}) DETACH DELETE s",
            "MATCH (b:Ban) SET b.ended = '2021'",
            "MATCH (b:Ban), (v:Organization {id: $a}) MERGE (b)-[:TARGETS]->(v)",
            "MATCH (:Ban)-[r:TARGETS]->() DELETE r",
            "MATCH (b:Ban) DETACH DELETE b",
            "MATCH (g:Government) SET g.country = $country, g.name = 'Government ' + $n",
            "MATCH (o:Organization {id: $a}) CREATE (o)-[:IDENTIFIED_BY {sources: ['s-0']}]->(:Identifier {scheme: 'asn', value: '9' + $n})",
            "MATCH (i:Identifier) SET i.value = '8' + $n",
            "MATCH (i:Identifier) DETACH DELETE i",
            "MATCH (o:Organization {id: $a}) CREATE (o)-[:HAS_SUBSCRIBERS {sources: ['s-0']}]->(:Count {on: '2020', millions: 5})",
            "MATCH (c:Country {code: 'DE'})-[r:BELONGS_TO]->() DELETE r",
            "MATCH (c:Country {code: 'EU'}) DETACH DELETE c",
            "MERGE (d:Dataset {slot: 'current'}) SET d.version = $source, d.sha256 = 'x'",
            "MATCH (f:Foreign) WITH f LIMIT 1 SET f:Organization:Carrier, f.id = 'foreign-' + $n, f.name = 'No longer foreign'",
            "CREATE (:Foreign {id: $a})-[:KNOWS]->(:Foreign)");

    private final EmbeddedServer server;
    private final Random random = new Random(16);
    private int made;

    ChangedSnapshotTests(EmbeddedServer server) {
        this.server = server;
    }

    @BeforeEach
    void empty() {
        EmbeddedNeo4jExtension.empty(server);
    }

    @Test
    void shouldEqualASnapshotThatIsTakenAnewAfterAnyCommits() {
        try (Snapshots snapshots = new Snapshots(reader())) {
            for (int organization = 0; organization < 12; organization++) {
                commit(STATEMENTS.get(1), parameters(organization, organization));
            }
            snapshots.refresh();
            List<String> last = new ArrayList<>();
            for (int commit = 1; commit <= COMMITS; commit++) {
                last.add(commitSomething());
                if (random.nextInt(4) > 0) {
                    snapshots.refresh();
                }
                if (commit % BETWEEN_COMPARISONS == 0) {
                    snapshots.refresh();
                    requireSame(snapshots.current(), SnapshotBuilder.take(reader()), "commit " + commit + ": " + last);
                    last.clear();
                }
            }
            assertThat(snapshots.rebuilds().changed())
                    .isGreaterThan(2 * snapshots.rebuilds().taken());
        }
    }

    @Test
    void shouldEqualASnapshotThatIsTakenAnewAfterCommitsAtOnce() throws Exception {
        commit(STATEMENTS.get(1), parameters(0, 0));
        commit(STATEMENTS.get(1), parameters(1, 1));
        try (Snapshots snapshots = new Snapshots(reader());
                ExecutorService writers = Executors.newFixedThreadPool(4)) {
            snapshots.refresh();
            List<Future<Object>> running = new ArrayList<>();
            for (int writer = 0; writer < 4; writer++) {
                List<Map<String, Object>> some = IntStream.range(0, 40)
                        .mapToObj(i -> parameters(random.nextInt(2), random.nextInt(2)))
                        .toList();
                Callable<Object> writing = () -> {
                    some.forEach(parameters -> commit(TIE, parameters));
                    return "";
                };
                running.add(writers.submit(writing));
            }
            while (!running.stream().allMatch(Future::isDone)) {
                snapshots.refresh();
            }
            for (Future<Object> each : running) {
                each.get();
            }
            snapshots.refresh();

            requireSame(snapshots.current(), SnapshotBuilder.take(reader()), "commits at once");
            assertThat(snapshots.rebuilds().changed()).isPositive();
        }
    }

    /** As a server does that is written to right after its start, or was right before it was stopped. */
    @Test
    void shouldGoOnFromAFileWithWhateverIsCommittedAtOnceAndReadTheGraphNoMore(@TempDir Path folder)
            throws IOException {
        for (String statement : PLAIN) {
            requireSplicedAfterStart(folder.resolve("snapshot"), List.of(statement));
        }
        for (int start = 0; start < COMMITS / 10; start++) {
            requireSplicedAfterStart(
                    folder.resolve("snapshot"),
                    random.ints(1 + random.nextInt(8), 0, PLAIN.size())
                            .mapToObj(PLAIN::get)
                            .toList());
        }
    }

    private void requireSplicedAfterStart(Path file, List<String> statements) throws IOException {
        empty();
        PLAIN_GRAPH.forEach(statement -> commit(statement, Map.of()));
        keep(file);
        try (Snapshots snapshots = new Snapshots(reader(), new KeptSnapshot(file, Duration.ofHours(1)))) {
            if (random.nextBoolean()) {
                snapshots.refresh();
            }
            List<String> said = new ArrayList<>();
            for (String statement : statements) {
                Map<String, Object> parameters = parameters(random.nextInt(12), random.nextInt(12));
                commit(statement, parameters);
                said.add(statement + " " + new TreeMap<>(parameters));
                if (said.size() == statements.size() || random.nextInt(3) == 0) {
                    snapshots.refresh();
                    requireSame(snapshots.current(), SnapshotBuilder.take(reader()), String.join("; ", said));
                    assertThat(snapshots.rebuilds())
                            .as(said.toString())
                            .extracting("taken", "failed")
                            .containsExactly(0L, 0L);
                }
            }
        }
    }

    /** Writes the file that a server leaves. */
    private void keep(Path file) throws IOException {
        LiveSnapshot live = new LiveSnapshot(reader());
        Snapshot snapshot = live.whole();
        assertThat(snapshot.problems()).isEmpty();
        new KeptSnapshot(file)
                .writeWhole(
                        snapshot,
                        reader().lastingState().orElseThrow(),
                        live.origins(snapshot).orElseThrow());
    }

    @Test
    void shouldReadNothingAnewForWhatWasRolledBackAndForWhatIsNoFact() {
        commit(STATEMENTS.get(1), parameters(0, 0));
        try (Snapshots snapshots = new Snapshots(reader())) {
            snapshots.refresh();
            Snapshot before = snapshots.current();

            try (Transaction tx = server.database().beginTx()) {
                tx.execute("MATCH (n) DETACH DELETE n");
            }
            snapshots.refresh();
            assertThat(snapshots.current()).isSameAs(before);

            commit("CREATE (:Foreign {id: 'nothing of ours'})", Map.of());
            snapshots.refresh();

            assertThat(snapshots.current().search()).isSameAs(before.search());
            assertThat(snapshots.current().names()).isSameAs(before.names());
            assertThat(snapshots.current().version()).isNotEqualTo(before.version());
            assertThat(snapshots.rebuilds()).extracting("taken", "changed").containsExactly(1L, 1L);
        }
    }

    @Test
    void shouldReadAllAnewWhenMuchChangesAtOnce() {
        commit(STATEMENTS.get(1), parameters(0, 0));
        try (Snapshots snapshots = new Snapshots(reader())) {
            snapshots.refresh();

            commit("UNWIND range(1, 30000) AS i CREATE (:Source {id: 's-' + i, publisher: 'P', title: 'T'})", Map.of());
            snapshots.refresh();

            assertThat(snapshots.current().sources()).hasSize(30_000);
            assertThat(snapshots.rebuilds()).extracting("taken", "changed").containsExactly(2L, 0L);
        }
        EmbeddedNeo4jExtension.empty(server);
    }

    /** The pause is longer than the test waits. */
    @Test
    void shouldSeeACommitWithoutWaitingForTheNextLook() {
        commit(STATEMENTS.get(1), parameters(0, 0));
        commit(STATEMENTS.get(1), parameters(1, 1));
        try (Snapshots snapshots = new Snapshots(reader())) {
            snapshots.start(Duration.ofHours(1));
            Patience.await(() -> snapshots.latest().isPresent());

            Map<String, Object> tie = parameters(0, 1);
            tie.put("evidence", "confirmed");
            tie.put("date", null);
            commit(TIE, tie);

            Patience.await(() -> snapshots.current().search().graph().hasTie("tie-" + tie.get("n")));
        }
    }

    private EmbeddedGraphReader reader() {
        return new EmbeddedGraphReader(server.database());
    }

    private String commitSomething() {
        int statements = 1 + random.nextInt(2);
        List<String> said = new ArrayList<>();
        try (Transaction tx = server.database().beginTx()) {
            for (int i = 0; i < statements; i++) {
                String statement = STATEMENTS.get(random.nextInt(STATEMENTS.size()));
                Map<String, Object> parameters = parameters(random.nextInt(14), random.nextInt(14));
                said.add(statement + " " + new TreeMap<>(parameters));
                tx.execute(statement, parameters).close();
            }
            if (random.nextInt(15) > 0) {
                tx.commit();
            } else {
                said.add("rolled back");
            }
        } catch (QueryExecutionException | TransactionFailureException e) {
            said.add("refused: " + e.getMessage());
        }
        return String.join("; ", said);
    }

    /** Commits, unless the graph has the rules of a loaded one and they refuse it. */
    private void commit(String statement, Map<String, Object> parameters) {
        while (true) {
            try {
                server.database().executeTransactionally(statement, parameters);
                return;
            } catch (QueryExecutionException | TransientFailureException e) {
                if (String.valueOf(e.getMessage()).contains("already exists")) {
                    return;
                }
                assertThat(e).hasMessageContaining("deadlock");
            }
        }
    }

    private Map<String, Object> parameters(int a, int b) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("a", "o-" + a);
        parameters.put("b", "o-" + b);
        // Which of two ties with one id is read first is left to the threads that read.
        parameters.put("n", made++);
        parameters.put("old", random.nextInt(made));
        parameters.put("kind", any(KINDS));
        parameters.put("country", any(COUNTRIES));
        parameters.put("date", any(DATES));
        parameters.put("property", any(List.of("name", "country", "aliases", "since", "until", "formerIds", "other")));
        parameters.put(
                "tieProperty", any(List.of("since", "until", "verified", "evidence", "sources", "countries", "note")));
        parameters.put("value", any(List.of("x", 7, "2018", "DE", List.of("s-1", "s-2"), List.of("US"), "confirmed")));
        parameters.put("rare", random.nextInt(4) == 0);
        parameters.put("tie", any(TIES));
        parameters.put("percent", any(Arrays.asList(5, 30, 51, 140, null, null)));
        parameters.put("evidence", any(List.of("confirmed", "reported", "announced", "denied", "confirmed", "rumour")));
        parameters.put("source", "s-" + random.nextInt(5));
        parameters.put("summary", any(Arrays.asList(null, "", "Something", "Something else", "Ein Satz über " + made)));
        parameters.put("ban", "b-" + random.nextInt(3));
        parameters.put("number", Integer.toString(100 + random.nextInt(6)));
        parameters.put("otherNumber", any(List.of("105", "200", "no number")));
        return parameters;
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static void requireSame(Snapshot changed, Snapshot taken, String after) {
        assertThat(changed.commit()).isEqualTo(taken.commit());
        assertThat(changed.version()).isEqualTo(taken.version());
        assertThat(new HashMap<>(changed.organizations())).as(after).isEqualTo(taken.organizations());
        assertThat(changed.organizations())
                .as(after)
                .hasSameSizeAs(taken.organizations().keySet());
        assertThat(changed.bans()).as(after).isEqualTo(taken.bans());
        assertThat(new HashMap<>(changed.sources())).as(after).isEqualTo(taken.sources());
        assertThat(changed.identifiers()).as(after).isEqualTo(taken.identifiers());
        assertThat(changed.subscribers()).as(after).isEqualTo(taken.subscribers());
        assertThat(changed.memberships()).as(after).hasSameElementsAs(taken.memberships());
        assertThat(changed.memberships()).as(after).hasSameSizeAs(taken.memberships());
        assertThat(changed.movements()).isEqualTo(taken.movements());
        assertThat(changed.dataset()).isEqualTo(taken.dataset());
        assertThat(changed.releases().all()).isEqualTo(taken.releases().all());
        assertThat(sorted(changed)).as(after).isEqualTo(sorted(taken));
        for (String id : taken.organizations().keySet()) {
            assertThat(changed.currentId("former-" + id)).as(after).isEqualTo(taken.currentId("former-" + id));
        }
        assertThat(changed.names().index().find("New", null))
                .isEqualTo(taken.names().index().find("New", null));
        assertThat(changed.names().search("New o-3", 20))
                .as(after)
                .isEqualTo(taken.names().search("New o-3", 20));
        assertThat(ties(changed)).as(after).isEqualTo(ties(taken));
        for (OrganizationKind kind : OrganizationKind.values()) {
            assertThat(changed.search().graph().organizations(kind))
                    .as(after)
                    .containsExactlyElementsOf(taken.search().graph().organizations(kind));
        }
        for (LocalDate day : List.of(LocalDate.of(2018, 9, 1), LocalDate.of(2022, 1, 1))) {
            SearchOptions options = SearchOptions.on(day);
            requireSameAnswers(changed, taken, options, after);
            requireSameAnswers(changed, taken, options.withKnownAt(LocalDate.of(2019, 6, 1)), after);
            requireSameAnswers(changed, taken, options.withCertainty(Certainty.CERTAIN), after);
        }
    }

    private static void requireSameAnswers(Snapshot changed, Snapshot taken, SearchOptions options, String after) {
        assertThat(exposures(changed, options)).as(after).isEqualTo(exposures(taken, options));
    }

    private static List<Exposure> exposures(Snapshot snapshot, SearchOptions options) {
        List<Exposure> exposures = new ArrayList<>();
        for (String vendor : snapshot.search().graph().organizations(OrganizationKind.VENDOR)) {
            try (FoundExposures found = snapshot.search().reach(vendor, options)) {
                IntStream.range(0, found.size()).mapToObj(found::exposure).forEach(exposures::add);
            }
        }
        return exposures;
    }

    private static Map<String, Tie> ties(Snapshot snapshot) {
        TieGraph graph = snapshot.search().graph();
        Map<String, Tie> ties = graph.tiesOf(snapshot.organizations().keySet());
        assertThat(ties).hasSize(graph.tieCount());
        return ties;
    }

    private static List<String> sorted(Snapshot snapshot) {
        return snapshot.problems().stream()
                .map(Object::toString)
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}

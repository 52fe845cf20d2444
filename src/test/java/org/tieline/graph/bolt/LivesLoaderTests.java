package org.tieline.graph.bolt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tieline.graph.Collected;
import org.tieline.graph.Commit;
import org.tieline.graph.GraphReader;
import org.tieline.graph.Progress;
import org.tieline.graph.bolt.LoadReport.Changes;
import org.tieline.graph.kernel.EmbeddedGraphReader;
import org.tieline.model.Ban;
import org.tieline.model.Dataset;
import org.tieline.model.Identifier;
import org.tieline.model.IdentifierScheme;
import org.tieline.model.Organization;
import org.tieline.model.SubscriberCount;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.EmbeddedNeo4jExtension;
import org.tieline.testing.Nightly;
import org.tieline.testing.RandomWorld;
import org.tieline.testing.TestFacts;

/** Lives of organizations, ties and bans, identifiers and counts: loaded, read back, changed, torn apart, removed. */
@ExtendWith(EmbeddedNeo4jExtension.class)
class LivesLoaderTests {
    private final EmbeddedServer server;
    private final Neo4j neo4j;
    private final DatasetLoader loader;
    private final Dataset first = TestFacts.datasetWithLives();

    LivesLoaderTests(EmbeddedServer server, Neo4j neo4j) {
        this.server = server;
        this.neo4j = neo4j;
        this.loader = new DatasetLoader(neo4j, Clock.systemUTC());
    }

    @BeforeEach
    void empty() {
        EmbeddedNeo4jExtension.empty(server);
    }

    @Test
    void shouldWriteThemInTheFormOfTheGraph() {
        LoadReport report = loader.load(first, Progress.NONE);

        assertThat(report.identifiers()).isEqualTo(new Changes(4, 0, 0, 0));
        assertThat(report.subscribers()).isEqualTo(new Changes(2, 0, 0, 0));
        assertThat(row("""
                        MATCH (old:Carrier {id: 'orange-uk'})-[:SUCCEEDED_BY]->(heir),
                              (old)-[had:IDENTIFIED_BY]->(code:Identifier)<-[has:IDENTIFIED_BY]-(heir)
                        RETURN old.since, old.until, old.possibleFrom, old.possibleTo, heir.id, code.scheme, code.value,
                               had.until, had.possibleTo, has.since, has.sources
                        """).values())
                .containsExactly(
                        "1994-04",
                        "2010-07-01",
                        LocalDate.of(1994, 4, 1),
                        LocalDate.of(2010, 7, 1),
                        "ee",
                        "mcc-mnc",
                        "234-33",
                        "2010-07-01",
                        LocalDate.of(2010, 7, 1),
                        "2010-07-01",
                        List.of("bbc-2020"));
        assertThat(row("""
                        MATCH ({id: 'ee'})-[has:HAS_SUBSCRIBERS]->(count:Count {on: '2019'}), (d:Dataset),
                              (new:Ban)-[:REPLACES]->(old:Ban), (:Vendor)-[s:SUPPLIES]->()
                        RETURN count.millions, has.sources, d.identifiers, d.subscribers, new.id, old.id,
                               s.removing, s.verified, s.share, s.shareOn, s.countries
                        """).values())
                .containsExactly(
                        27.5,
                        List.of("bbc-2020"),
                        4L,
                        2L,
                        "uk-2020",
                        "uk-2019",
                        "2020-07",
                        "2023",
                        35.5,
                        "2019-12",
                        List.of("GB", "IE"));
    }

    @Test
    void shouldGiveBackThroughBothReadersWhatWasLoaded() {
        loader.load(first, Progress.NONE);

        assertBothRead(first);
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Nightly.or(3, 20));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldGiveBackAnyWorld(long seed) {
        Dataset world = new RandomWorld(seed).dataset();
        loader.load(new RandomWorld(seed + 100).dataset(), Progress.NONE);

        loader.load(world, Progress.NONE);

        assertBothRead(world);
        assertThat(loader.load(world, Progress.NONE).changed()).isFalse();
    }

    private void assertBothRead(Dataset dataset) {
        for (GraphReader reader : List.of(new DriverGraphReader(neo4j), new EmbeddedGraphReader(server.database()))) {
            Collected read = Collected.from(reader);
            assertThat(read.organizations).containsExactlyInAnyOrderElementsOf(dataset.organizations());
            assertThat(read.identifiers).containsExactlyInAnyOrderElementsOf(dataset.identifiers());
            assertThat(read.subscribers).containsExactlyInAnyOrderElementsOf(dataset.subscribers());
            assertThat(read.bans)
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("targets", "sources", "replaces")
                    .containsExactlyInAnyOrderElementsOf(dataset.bans());
            assertThat(read.bans)
                    .extracting(
                            ban -> ban.id() + ban.replaces().stream().sorted().toList())
                    .containsExactlyInAnyOrderElementsOf(dataset.bans().stream()
                            .map(ban ->
                                    ban.id() + ban.replaces().stream().sorted().toList())
                            .toList());
            assertThat(read.ties)
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("summary")
                    .containsExactlyInAnyOrderElementsOf(dataset.ties());
            assertThat(read.problems).isEmpty();
        }
    }

    @Test
    void shouldCommitNothingWhenNothingChanged() {
        loader.load(first, Progress.NONE);
        GraphReader reader = new EmbeddedGraphReader(server.database());
        Commit before = reader.lastCommit();

        LoadReport report = loader.load(first, Progress.NONE);

        assertThat(report.changed()).isFalse();
        assertThat(report.identifiers()).isEqualTo(new Changes(0, 0, 0, 4));
        assertThat(report.subscribers()).isEqualTo(new Changes(0, 0, 0, 2));
        assertThat(reader.lastCommit()).isEqualTo(before);
    }

    @Test
    void shouldLeaveAloneWhatAnEarlierProgramWroteOfFactsWithoutLives() {
        Dataset plain = TestFacts.dataset();
        loader.load(plain, Progress.NONE);

        LoadReport report = loader.load(first, Progress.NONE);

        assertThat(report.organizations()).isEqualTo(new Changes(1, 1, 0, 3));
        assertThat(report.ties()).isEqualTo(new Changes(0, 1, 0, 1));
        assertThat(report.bans()).isEqualTo(new Changes(1, 1, 0, 0));
        assertThat(report.sources()).isEqualTo(new Changes(0, 1, 0, 0));
    }

    @Test
    void shouldWriteOnlyTheDifferenceAndRemoveWhatIsGone() {
        loader.load(first, Progress.NONE);
        List<String> sources = List.of("bbc-2020");
        Identifier kept = first.identifiers().getFirst();
        Identifier moved = new Identifier("bt", IdentifierScheme.MCC_MNC, "234-33", null, null, sources);
        SubscriberCount recounted = new SubscriberCount(
                "ee",
                first.subscribers().getFirst().on(),
                first.subscribers().get(1).millions(),
                sources);

        LoadReport report = loader.load(with(List.of(kept, moved), List.of(recounted)), Progress.NONE);

        assertThat(report.identifiers()).isEqualTo(new Changes(1, 0, 3, 1));
        assertThat(report.subscribers()).isEqualTo(new Changes(0, 1, 1, 0));
        Collected read = Collected.from(new EmbeddedGraphReader(server.database()));
        assertThat(read.identifiers).containsExactlyInAnyOrder(kept, moved);
        assertThat(read.subscribers).containsExactly(recounted);
        assertThat(row("RETURN COUNT { (:Identifier) } AS identifiers, COUNT { (:Count) } AS counts"))
                .isEqualTo(Map.of("identifiers", 2L, "counts", 1L));
    }

    @Test
    void shouldKeepWhatWasMadeByHand() {
        loader.load(first, Progress.NONE);
        server.database().executeTransactionally("""
                        MATCH (bt {id: 'bt'}), (code:Identifier {value: '234-33'})
                        CREATE (bt)-[:IDENTIFIED_BY {since: '2030', sources: ['x']}]->(code),
                               (bt)-[:IDENTIFIED_BY {sources: ['x']}]->(:Identifier {scheme: 'asn', value: '2856'}),
                               (bt)-[:HAS_SUBSCRIBERS {sources: ['x']}]->(:Count {on: '2021', millions: 20})
                        """);

        loader.load(with(List.of(), List.of()), Progress.NONE);

        Collected read = Collected.from(new EmbeddedGraphReader(server.database()));
        assertThat(read.identifiers)
                .extracting(Identifier::key)
                .containsExactlyInAnyOrder("bt mcc-mnc 234-33 2030", "bt asn 2856 ");
        assertThat(read.subscribers).extracting(SubscriberCount::key).containsExactly("bt 2021");
        assertThat(read.problems).isEmpty();
    }

    @Test
    void shouldTakeOverWhatWasMadeByHandUnderTheSameKey() {
        loader.load(TestFacts.dataset(), Progress.NONE);
        server.database().executeTransactionally("""
                        MATCH (bt {id: 'bt'}), (ee {id: 'ee'})
                        CREATE (bt)-[:IDENTIFIED_BY]->(:Identifier {scheme: 'wikidata', value: 'Q160054'}),
                               (ee)-[:HAS_SUBSCRIBERS]->(:Count {on: date('2020-01-01'), millions: 1}),
                               (ee)-[:HAS_SUBSCRIBERS]->(:Count {on: '2019', millions: 1})
                        """);

        LoadReport report = loader.load(first, Progress.NONE);

        assertThat(report.identifiers()).isEqualTo(new Changes(3, 1, 0, 0));
        assertThat(report.subscribers()).isEqualTo(new Changes(1, 1, 0, 0));
        assertThat(loader.load(first, Progress.NONE).changed()).isFalse();
        Collected read = Collected.from(new EmbeddedGraphReader(server.database()));
        assertThat(read.identifiers).containsExactlyInAnyOrderElementsOf(first.identifiers());
        assertThat(read.subscribers)
                .extracting(SubscriberCount::key)
                .containsExactlyInAnyOrder("ee 2019", "ee 2020-06", "ee 2020-01-01");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MATCH ()-[s:SUCCEEDED_BY]->() DELETE s                                       | organizations
            MATCH (:Ban)-[r:REPLACES]->() DELETE r                                       | bans
            MATCH ()-[r:IDENTIFIED_BY]->({value: 'Q160054'}) DELETE r                    | identifiers
            MATCH (n:Identifier {value: 'Q160054'}) DETACH DELETE n                      | identifiers
            MATCH ()-[r:HAS_SUBSCRIBERS]->({on: '2019'}) DELETE r                        | subscribers
            MATCH (n:Count {on: '2019'}) DETACH DELETE n                                 | subscribers
            """)
    void shouldRestoreWhatWasTornOff(String tear, String what) {
        loader.load(first, Progress.NONE);
        server.database().executeTransactionally(tear);

        LoadReport report = loader.load(first, Progress.NONE);

        assertThat(report.changed()).isTrue();
        assertThat(List.of(report.organizations(), report.bans(), report.identifiers(), report.subscribers()))
                .filteredOn(changes -> changes.added() + changes.updated() == 1)
                .as(what)
                .hasSize(1);
        assertBothRead(first);
    }

    @Test
    void shouldForgetSuccessorAndReplacementWithTheirFacts() {
        loader.load(first, Progress.NONE);
        List<Organization> alone = first.organizations().stream()
                .map(each -> each.living(each.since(), each.until(), null))
                .toList();
        List<Ban> apart =
                first.bans().stream().map(ban -> ban.withReplaces(List.of())).toList();

        LoadReport report = loader.load(
                new Dataset("2", "b".repeat(64), alone, first.ties(), apart, first.sources(), first.memberships()),
                Progress.NONE);

        assertThat(report.organizations()).isEqualTo(new Changes(0, 1, 0, 4));
        assertThat(report.bans()).isEqualTo(new Changes(0, 1, 0, 1));
        assertThat(row("RETURN COUNT { ()-[:SUCCEEDED_BY|REPLACES]->() } AS left"))
                .isEqualTo(Map.of("left", 0L));
    }

    @Test
    void shouldRewriteAReplacedBanWithoutTheOtherForgettingIt() {
        loader.load(first, Progress.NONE);
        Ban old = first.bans().getFirst();
        Ban targeted = new Ban(
                old.id(),
                old.government(),
                old.country(),
                old.targets(),
                false,
                old.carriers(),
                old.nature(),
                old.scope(),
                old.status(),
                old.reported(),
                old.announced(),
                old.effective(),
                old.deadline(),
                old.ended(),
                List.of(),
                old.sources(),
                old.ownershipRule(),
                old.summary());
        Dataset changed = new Dataset(
                "2",
                "b".repeat(64),
                first.organizations(),
                first.ties(),
                List.of(targeted, first.bans().get(1)),
                first.sources(),
                first.memberships(),
                first.identifiers(),
                first.subscribers());

        assertThat(loader.load(changed, Progress.NONE).bans()).isEqualTo(new Changes(0, 1, 0, 1));
        assertThat(loader.load(changed, Progress.NONE).bans()).isEqualTo(new Changes(0, 0, 0, 2));
        assertBothRead(changed);
    }

    @Test
    void shouldRefuseWhatNamesSomethingThatIsNotThere() {
        loader.load(first, Progress.NONE);
        Identifier dangling = new Identifier("nobody", IdentifierScheme.ASN, "1", null, null, List.of("bbc-2020"));

        assertThatThrownBy(() -> loader.load(with(List.of(dangling), List.of()), Progress.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "1 of 1 identifiers name an organization, a ban or a source that the data set does not have");

        assertBothRead(first);
    }

    @Test
    void shouldGiveReplacedBansInTheOrderOfTheDataSetToWhoeverCopiesThem() {
        Ban old = first.bans().getFirst();
        List<Ban> bans = Arrays.asList(null, null, null);
        bans.set(0, renamed(old, "a"));
        bans.set(1, renamed(old, "b"));
        bans.set(2, renamed(old, "c").withReplaces(List.of("b", "a")));
        loader.load(
                new Dataset("2", "b".repeat(64), first.organizations(), List.of(), bans, first.sources()),
                Progress.NONE);

        assertThat(Collected.from(DriverGraphReader.whole(neo4j)).bans).containsExactlyInAnyOrderElementsOf(bans);
        assertThat(Collected.from(new EmbeddedGraphReader(server.database())).bans)
                .filteredOn(ban -> ban.id().equals("c"))
                .singleElement()
                .satisfies(ban -> assertThat(ban.replaces()).containsExactly("a", "b"));
    }

    private static Ban renamed(Ban ban, String id) {
        return new Ban(
                id,
                ban.government(),
                ban.country(),
                ban.targets(),
                ban.named(),
                ban.carriers(),
                ban.nature(),
                ban.scope(),
                ban.status(),
                ban.reported(),
                ban.announced(),
                ban.effective(),
                ban.deadline(),
                ban.ended(),
                List.of(),
                ban.sources(),
                ban.ownershipRule(),
                ban.summary());
    }

    private Dataset with(List<Identifier> identifiers, List<SubscriberCount> counts) {
        return new Dataset(
                "2",
                "e".repeat(64),
                first.organizations(),
                first.ties(),
                first.bans(),
                first.sources(),
                first.memberships(),
                identifiers,
                counts);
    }

    private Map<String, Object> row(String query) {
        return neo4j.read(tx -> tx.run(query).single().asMap());
    }
}

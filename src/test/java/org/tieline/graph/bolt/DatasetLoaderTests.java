package org.tieline.graph.bolt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tieline.graph.Collected;
import org.tieline.graph.Commit;
import org.tieline.graph.GraphReader;
import org.tieline.graph.LoadedDataset;
import org.tieline.graph.Progress;
import org.tieline.graph.bolt.LoadReport.Changes;
import org.tieline.graph.kernel.EmbeddedGraphReader;
import org.tieline.model.Dataset;
import org.tieline.model.Membership;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.Tie;
import org.tieline.model.TieType;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.EmbeddedNeo4jExtension;
import org.tieline.testing.TestFacts;

@ExtendWith(EmbeddedNeo4jExtension.class)
class DatasetLoaderTests {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    private final EmbeddedServer server;
    private final Neo4j neo4j;
    private final DatasetLoader loader;
    private final Dataset first = TestFacts.dataset();

    DatasetLoaderTests(EmbeddedServer server, Neo4j neo4j) {
        this.server = server;
        this.neo4j = neo4j;
        this.loader = new DatasetLoader(neo4j, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @BeforeEach
    void empty() {
        EmbeddedNeo4jExtension.empty(server);
    }

    @Test
    void shouldWriteTheWholeDatasetInTheFormOfTheGraph() {
        LoadReport report = loader.load(first, Progress.NONE);

        assertThat(report)
                .isEqualTo(new LoadReport(
                        new Changes(4, 0, 0, 0),
                        new Changes(2, 0, 0, 0),
                        new Changes(1, 0, 0, 0),
                        new Changes(1, 0, 0, 0),
                        new Changes(1, 0, 0, 0),
                        new Changes(0, 0, 0, 0),
                        new Changes(0, 0, 0, 0),
                        List.of()));
        Map<String, Object> tie =
                row("MATCH (:Vendor {id: 'huawei'})-[t:SUPPLIES]->(:Carrier {id: 'bt'}) RETURN t {.*} AS t");
        assertThat(tie.get("t"))
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("since", "2005")
                .containsEntry("possibleFrom", LocalDate.of(2005, 1, 1))
                .containsEntry("possibleTo", LocalDate.of(2027, 12, 31))
                .containsEntry("generation", List.of("4G", "5G"))
                .containsEntry("sources", List.of("bbc-2020"));
        assertThat(row("""
                        MATCH (g:Government)-[:IMPOSES]->(b:Ban)-[:TARGETS]->(o:Vendor), (b)-[:APPLIES_IN]->(c:Country),
                              (b)-[:CITES]->(s:Source), (o)-[:BASED_IN]->(h:Country), (d:Dataset)
                        RETURN g.id, b.scope, o.id, c.name, s.id, h.name, d.version, d.ties, d.loadedAt.year
                        """).values())
                .containsExactly(
                        "gov-uk",
                        List.of("5g:ran", "removal"),
                        "huawei",
                        "United Kingdom",
                        "bbc-2020",
                        "China",
                        "1.0.0",
                        2L,
                        2026L);
    }

    @Test
    void shouldGiveBackThroughBothReadersWhatWasLoaded() {
        loader.load(first, Progress.NONE);

        for (GraphReader reader : List.of(new DriverGraphReader(neo4j), new EmbeddedGraphReader(server.database()))) {
            Collected collected = Collected.from(reader);
            assertThat(collected.organizations).containsExactlyInAnyOrderElementsOf(first.organizations());
            assertThat(collected.ties)
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("summary")
                    .containsExactlyInAnyOrderElementsOf(first.ties());
            assertThat(collected.bans).containsExactlyInAnyOrderElementsOf(first.bans());
            assertThat(collected.sources).containsExactlyInAnyOrderElementsOf(first.sources());
            assertThat(collected.memberships).containsExactlyElementsOf(first.memberships());
            assertThat(collected.datasets).containsExactly(new LoadedDataset("1.0.0", "a".repeat(64), NOW, 4, 2, 1, 1));
            assertThat(collected.problems).isEmpty();
        }
    }

    @Test
    void shouldCommitNothingWhenNothingChanged() {
        loader.load(first, Progress.NONE);
        GraphReader embedded = new EmbeddedGraphReader(server.database());
        GraphReader driver = new DriverGraphReader(neo4j);
        Commit before = embedded.lastCommit();
        Commit beforeOverBolt = driver.lastCommit();

        LoadReport report = loader.load(first, Progress.NONE);

        assertThat(report.changed()).isFalse();
        assertThat(report.ties()).isEqualTo(new Changes(0, 0, 0, 2));
        assertThat(embedded.lastCommit()).isEqualTo(before);
        assertThat(driver.lastCommit()).isEqualTo(beforeOverBolt);
        server.database().executeTransactionally("CREATE (:Note)");
        assertThat(embedded.lastCommit()).isNotEqualTo(before);
        assertThat(driver.lastCommit()).isNotEqualTo(beforeOverBolt);
    }

    @Test
    void shouldWriteOnlyTheDifference() {
        loader.load(first, Progress.NONE);
        Organization renamed = TestFacts.organization("ee", "EE Limited", OrganizationKind.COMPANY, null);
        Tie turned = TestFacts.tie("bt-owns-ee", "ee", TieType.PARTNERS_WITH, "bt");
        Tie added = TestFacts.tie("huawei-supplies-ee", "huawei", TieType.SUPPLIES, "ee");

        LoadReport report = loader.load(
                new Dataset(
                        "1.1.0",
                        "b".repeat(64),
                        replaced(first.organizations(), renamed),
                        List.of(turned, added),
                        List.of(),
                        first.sources()),
                Progress.NONE);

        assertThat(report)
                .isEqualTo(new LoadReport(
                        new Changes(0, 1, 0, 3),
                        new Changes(1, 1, 1, 0),
                        new Changes(0, 0, 1, 0),
                        new Changes(0, 0, 0, 1),
                        new Changes(0, 0, 1, 0),
                        new Changes(0, 0, 0, 0),
                        new Changes(0, 0, 0, 0),
                        List.of()));
        Collected collected = Collected.from(new EmbeddedGraphReader(server.database()));
        assertThat(collected.ties).containsExactlyInAnyOrder(turned, added);
        assertThat(collected.organizations).contains(renamed);
        assertThat(collected.bans).isEmpty();
        assertThat(row("MATCH (o {id: 'ee'}) RETURN labels(o) AS labels, COUNT { (o)-[:BASED_IN]->() } AS homes"))
                .isEqualTo(Map.of("labels", List.of("Organization", "Company"), "homes", 0L));
    }

    @Test
    void shouldWriteAMembershipAnewWhenItChangesAndRemoveItWhenItIsGone() {
        loader.load(first, Progress.NONE);
        assertThat(row("MATCH (c:Country)-[m:BELONGS_TO]->(b:Country) RETURN c.code, b.code, m.from, m.to, m.until"))
                .containsEntry("c.code", "GB")
                .containsEntry("b.code", "EU")
                .containsEntry("m.from", LocalDate.of(1973, 1, 1))
                .containsEntry("m.to", LocalDate.of(2020, 2, 1))
                .containsEntry("m.until", "2020-02-01");
        Membership endless = new Membership("EU", "GB", LocalDate.of(1973, 1, 1), null, List.of("bbc-2020"));
        Membership other = new Membership("EU", "FR", LocalDate.of(1958, 1, 1), null, List.of("bbc-2020"));

        assertThat(loader.load(with(endless, other), Progress.NONE).memberships())
                .isEqualTo(new Changes(1, 1, 0, 0));
        assertThat(memberships()).containsExactlyInAnyOrder(endless, other);
        server.database().executeTransactionally("""
                        MATCH (f:Country {code: 'FR'}), (e:Country {code: 'EU'})
                        CREATE (f)-[:BELONGS_TO {since: date('1950-01-01'), until: '1951-01-01', sources: ['x']}]->(e)
                        """);

        assertThat(loader.load(with(other), Progress.NONE).memberships()).isEqualTo(new Changes(0, 0, 1, 1));
        assertThat(memberships())
                .containsExactlyInAnyOrder(
                        other,
                        new Membership("EU", "FR", LocalDate.of(1950, 1, 1), LocalDate.of(1951, 1, 1), List.of("x")));
    }

    private Dataset with(Membership... memberships) {
        return new Dataset(
                "2",
                "e".repeat(64),
                first.organizations(),
                first.ties(),
                first.bans(),
                first.sources(),
                List.of(memberships));
    }

    private List<Membership> memberships() {
        return Collected.from(new EmbeddedGraphReader(server.database())).memberships;
    }

    @Test
    void shouldLeaveAloneWhatWasMadeByHand() {
        loader.load(first, Progress.NONE);
        server.database().executeTransactionally("""
                        MATCH (ee {id: 'ee'})
                        CREATE (:Organization:Company {id: 'mine', name: 'Mine', aliases: []})
                            -[:OWNS {id: 'mine-owns-ee', evidence: 'reported', sources: ['x']}]->(ee)
                        """);

        LoadReport report = loader.load(
                new Dataset("2", "c".repeat(64), List.of(), List.of(), List.of(), List.of()), Progress.NONE);

        assertThat(report.kept()).containsExactly("ee");
        assertThat(report.organizations()).isEqualTo(new Changes(0, 0, 3, 0));
        Collected collected = Collected.from(new EmbeddedGraphReader(server.database()));
        assertThat(collected.organizations).extracting(Organization::id).containsExactlyInAnyOrder("ee", "mine");
        assertThat(collected.ties).extracting(Tie::id).containsExactly("mine-owns-ee");
    }

    @Test
    void shouldRestoreWhatWasTornOffALoadedBan() {
        loader.load(first, Progress.NONE);
        server.database().executeTransactionally("MATCH (:Ban)-[t:TARGETS]->() DELETE t");

        LoadReport report = loader.load(first, Progress.NONE);

        assertThat(report.bans()).isEqualTo(new Changes(0, 1, 0, 0));
        assertThat(Collected.from(new EmbeddedGraphReader(server.database())).bans)
                .isEqualTo(first.bans());
    }

    @Test
    void shouldChangeNothingWhenALoadFailsHalfWay() {
        loader.load(first, Progress.NONE);
        Tie dangling = TestFacts.tie("huawei-supplies-nobody", "huawei", TieType.SUPPLIES, "nobody");
        Dataset broken = new Dataset(
                "3",
                "d".repeat(64),
                first.organizations().subList(0, 4),
                List.of(TestFacts.tie("ee-owns-bt", "ee", TieType.OWNS, "bt"), dangling),
                first.bans(),
                first.sources());

        assertThatThrownBy(() -> loader.load(broken, Progress.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 of 1 ties name an organization, a ban or a source that the data set does not have");

        Collected collected = Collected.from(new EmbeddedGraphReader(server.database()));
        assertThat(collected.ties)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("summary")
                .containsExactlyInAnyOrderElementsOf(first.ties());
        assertThat(collected.datasets).extracting(LoadedDataset::version).containsExactly("1.0.0");
    }

    private Map<String, Object> row(String query) {
        return neo4j.read(tx -> tx.run(query).single().asMap());
    }

    private static List<Organization> replaced(List<Organization> organizations, Organization replacement) {
        return Stream.concat(
                        organizations.stream().filter(each -> !each.id().equals(replacement.id())),
                        Stream.of(replacement))
                .toList();
    }
}

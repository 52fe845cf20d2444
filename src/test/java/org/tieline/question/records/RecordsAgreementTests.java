package org.tieline.question.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.tieline.dataset.DatasetReader;
import org.tieline.graph.GraphReader;
import org.tieline.graph.Progress;
import org.tieline.graph.bolt.DatasetLoader;
import org.tieline.graph.bolt.DriverGraphReader;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.graph.kernel.EmbeddedGraphReader;
import org.tieline.model.Dataset;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.Tie;
import org.tieline.model.TieType;
import org.tieline.question.Json;
import org.tieline.question.OrganizationNames;
import org.tieline.question.Question;
import org.tieline.question.Snapshot;
import org.tieline.question.SnapshotBuilder;
import org.tieline.question.parameter.Given;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.EmbeddedNeo4jExtension;
import org.tieline.testing.Nightly;
import org.tieline.testing.Patience;
import org.tieline.testing.RandomWorld;

/** What is told of a record or found by a name is what the graph in the database has, and Cypher finds there. */
@ExtendWith(EmbeddedNeo4jExtension.class)
class RecordsAgreementTests {
    private static final LocalDate DAY = LocalDate.of(2018, 12, 8);
    private static final List<String> WORDS = List.of(
            "Telekom",
            "Télécom",
            "Telecoms",
            "Mobile",
            "mobil",
            "O2",
            "of",
            "The",
            "Orange",
            "华为",
            "华为技术",
            "ドコモ",
            "통신",
            "Ørsted",
            "1&1",
            "China",
            "AT&T",
            "A1",
            "Networks",
            "Network-Services");

    private final EmbeddedServer server;
    private final Neo4j neo4j;

    RecordsAgreementTests(EmbeddedServer server, Neo4j neo4j) {
        this.server = server;
        this.neo4j = neo4j;
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Nightly.or(1, 12));
    }

    @Test
    void shouldFindWhatTheDatabaseFindsInTheShippedData() {
        Dataset dataset = DatasetReader.read(Path.of("seed-data"));
        loadAnew(dataset);
        List<Organization> organizations = dataset.organizations();
        List<String> queries = IntStream.range(0, organizations.size())
                .filter(at -> at % Nightly.or(18, 1) == 0)
                .mapToObj(organizations::get)
                .flatMap(each -> Stream.of(
                                Stream.of(each.id(), each.name(), misspelled(each.name())), each.aliases().stream())
                        .flatMap(Function.identity()))
                .toList();

        assertSameHits(queries);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldFindWhatTheDatabaseFindsAmongRandomNames(long seed) {
        Random random = new Random(seed);
        List<Organization> organizations = IntStream.range(0, 60)
                .mapToObj(at -> new Organization(
                        "o" + at,
                        words(random),
                        OrganizationKind.CARRIER,
                        null,
                        Stream.generate(() -> words(random))
                                .limit(random.nextInt(3))
                                .distinct()
                                .toList()))
                .toList();
        loadAnew(new Dataset("1", "0".repeat(64), organizations, List.of(), List.of(), List.of()));

        assertSameHits(Stream.generate(() -> random.nextBoolean() ? words(random) : misspelled(words(random)))
                .limit(40)
                .toList());
    }

    @Test
    void shouldTellOfEveryRecordWhatTheShippedDataSay() {
        assertSameRecords(DatasetReader.read(Path.of("seed-data")));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldTellOfEveryRecordWhatARandomWorldSays(long seed) {
        assertSameRecords(new RandomWorld(seed).dataset());
    }

    /** Indexes of other tests would count names that are long gone. */
    private void loadAnew(Dataset dataset) {
        EmbeddedNeo4jExtension.empty(server);
        for (String index : List.of("organization_names", "organization_names_cjk")) {
            server.database().executeTransactionally("DROP INDEX " + index + " IF EXISTS");
        }
        new DatasetLoader(neo4j, Clock.systemUTC()).load(dataset, Progress.NONE);
        server.database().executeTransactionally("CALL db.awaitIndexes(%d)".formatted(Patience.LONGEST.toSeconds()));
    }

    private void assertSameHits(List<String> queries) {
        OrganizationNames records =
                SnapshotBuilder.take(new DriverGraphReader(neo4j)).names();
        GraphSearch database = new GraphSearch(neo4j);
        SoftAssertions same = new SoftAssertions();
        for (String query : queries) {
            same.assertThat(records.search(query, 100)).as(query).isEqualTo(database.search(query, 100));
        }
        same.assertAll();
    }

    private void assertSameRecords(Dataset dataset) {
        loadAnew(dataset);
        Map<String, List<String>> any = tiesByOrganization("-[t]-");
        Map<String, List<String>> owners = tiesByOrganization("<-[t:OWNS]-");
        Map<String, List<String>> owned = tiesByOrganization("-[t:OWNS]->");
        for (GraphReader reader : List.of(new DriverGraphReader(neo4j), new EmbeddedGraphReader(server.database()))) {
            Snapshot snapshot = SnapshotBuilder.take(reader);
            Map<String, Tie> ties = dataset.ties().stream().collect(Collectors.toMap(Tie::id, Function.identity()));
            for (Organization organization : dataset.organizations()) {
                Map<String, Object> told = told(OrganizationQuestion.DECLARED, organization.id(), snapshot);
                assertThat(told)
                        .containsEntry("name", organization.name())
                        .containsEntry("aliases", organization.aliases());
                assertSameTies(told.get("ties"), "id", any.getOrDefault(organization.id(), List.of()));
                assertSameTies(told.get("owners"), "tie", owners.getOrDefault(organization.id(), List.of()));
                assertSameTies(told.get("owned"), "tie", owned.getOrDefault(organization.id(), List.of()));
            }
            for (Tie tie : ties.values()) {
                assertThat(told(TieQuestion.DECLARED, tie.id(), snapshot))
                        .containsAllEntriesOf(Json.fields(view(tie, snapshot)));
            }
            dataset.sources().forEach(source -> assertThat(told(SourceQuestion.DECLARED, source.id(), snapshot))
                    .containsAllEntriesOf(Json.fields(SourceView.of(source))));
            dataset.bans().forEach(ban -> assertThat(told(BanQuestion.DECLARED, ban.id(), snapshot))
                    .containsEntry("summary", ban.summary())
                    .containsEntry("status", ban.status().text()));
        }
    }

    /** Segments and generations are sets, which answers have in the order of their vocabulary. */
    private static TieView view(Tie tie, Snapshot snapshot) {
        Tie ordered = new Tie(
                tie.id(),
                tie.from(),
                tie.type(),
                tie.to(),
                tie.since(),
                tie.removing(),
                tie.verified(),
                tie.until(),
                tie.percent(),
                tie.share(),
                tie.shareOn(),
                tie.segment().stream().sorted().toList(),
                tie.generation().stream().sorted().toList(),
                tie.countries(),
                tie.evidence(),
                tie.sources(),
                tie.summary() == null ? "" : tie.summary());
        return TieView.of(new TieBetween(ordered, snapshot.organization(tie.from()), snapshot.organization(tie.to())));
    }

    /** The ids of the ties of each organization that has any, sorted. */
    private Map<String, List<String>> tiesByOrganization(String pattern) {
        String query = "MATCH (o:Organization)" + pattern + "(:Organization) WHERE type(t) IN $types"
                + " WITH o.id AS organization, t.id AS id ORDER BY id RETURN organization, collect(id) AS ids";
        List<String> types = Stream.of(TieType.values()).map(TieType::text).toList();
        List<Record> rows =
                neo4j.read(tx -> tx.run(query, Map.of("types", types)).list());
        Map<String, List<String>> ties = new HashMap<>();
        for (Record row : rows) {
            ties.put(row.get("organization").asString(), row.get("ids").asList(Value::asString));
        }
        return ties;
    }

    private static void assertSameTies(Object told, String idField, List<String> expected) {
        Map<?, ?> list = (Map<?, ?>) told;
        List<?> results = (List<?>) list.get("results");
        assertThat(list.get("total")).isEqualTo(expected.size());
        assertThat(results).hasSameSizeAs(expected.stream().limit(100).toList());
        for (int i = 0; i < results.size(); i++) {
            assertThat(((Map<?, ?>) results.get(i)).get(idField)).isEqualTo(expected.get(i));
        }
    }

    private static Map<String, Object> told(Question question, String id, Snapshot snapshot) {
        Given given = new Given(Map.of("id", List.of(id)));
        return Json.fields(question.understand(given, null, snapshot.reading(DAY))
                .in(snapshot)
                .whole());
    }

    private static String words(Random random) {
        return Stream.generate(() -> WORDS.get(random.nextInt(WORDS.size())))
                .limit(1 + random.nextInt(3))
                .collect(Collectors.joining(random.nextInt(5) == 0 ? "-" : " "));
    }

    /** With two letters in the middle the other way round. */
    private static String misspelled(String text) {
        if (text.length() < 4) {
            return text;
        }
        List<Character> letters =
                new ArrayList<>(text.chars().mapToObj(c -> (char) c).toList());
        letters.add(text.length() / 2, letters.remove(text.length() / 2 - 1));
        return letters.stream().map(String::valueOf).collect(Collectors.joining());
    }
}

package org.tieline.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;
import org.tieline.dataset.DatasetReader;
import org.tieline.graph.Progress;
import org.tieline.graph.bolt.DatasetLoader;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.HeldFile;
import org.tieline.testing.Patience;
import org.tieline.testing.ShippedGraph;

/** The guide, the style sheet and the drawing of the model, held to the shipped data. */
@ShippedGraph
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuideQueryTests {
    private static final GrassSheet SHEET = GrassSheet.read();
    private static final Pattern LINK =
            Pattern.compile("\\]\\(http://127\\.0\\.0\\.1:7474/browser/[^)]*&arg=([^)]+)\\)");

    private EmbeddedServer server;

    @BeforeAll
    void load(EmbeddedServer embedded, Neo4j neo4j) {
        server = embedded;
        new DatasetLoader(neo4j, Clock.systemUTC()).load(DatasetReader.read(Path.of("seed-data")), Progress.NONE);
        server.database().executeTransactionally("CALL db.awaitIndexes(%d)".formatted(Patience.LONGEST.toSeconds()));
    }

    static Stream<String> pictures() {
        return queries().filter(query -> query.contains("RETURN path"));
    }

    static Stream<String> tables() {
        return queries().filter(query -> !query.contains("RETURN path"));
    }

    private static Stream<String> queries() {
        return Guide.read().slides().stream().flatMap(slide -> slide.queries().stream());
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void shouldDrawAPictureThatCanBeTakenIn(String query) {
        Set<String> nodes = new HashSet<>();
        int paths = 0;
        try (Transaction tx = server.database().beginTx();
                Result result = tx.execute(query)) {
            assertThat(result.columns()).containsExactly("path");
            while (result.hasNext()) {
                org.neo4j.graphdb.Path path =
                        (org.neo4j.graphdb.Path) result.next().get("path");
                assertThat(path.length()).isPositive();
                path.nodes().forEach(node -> nodes.add(node.getElementId()));
                paths++;
            }
        }
        assertThat(paths).isBetween(1, 60);
        assertThat(nodes).hasSizeBetween(3, 40);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void shouldGiveATableThatCanBeTakenIn(String query) {
        try (Transaction tx = server.database().beginTx();
                Result result = tx.execute(query)) {
            assertThat(result.columns()).hasSizeBetween(2, 6);
            assertThat(result.stream().count()).isBetween(1L, 40L);
        }
    }

    /** A British company, whose networks are in Africa, is no case of a British ban. */
    @Test
    void shouldDrawNoCarrierUnderABanAtHomeThatTheBanDoesNotCover() {
        String atHome = pictures()
                .filter(query -> query.contains("carrierCountry: 'GB'"))
                .findFirst()
                .orElseThrow();
        try (Transaction tx = server.database().beginTx();
                Result result = tx.execute(atHome)) {
            assertThat(result.stream().map(row -> ((org.neo4j.graphdb.Path) row.get("path"))
                            .endNode()
                            .getProperty("id")))
                    .contains("bt", "ee", "three-uk")
                    .doesNotContain("airtel-africa");
        }
    }

    @Test
    void shouldColourWhateverTheGraphHas() {
        try (Transaction tx = server.database().beginTx()) {
            assertThat(tx.getAllLabelsInUse()).extracting(Label::name).isSubsetOf(SHEET.named("node"));
            assertThat(tx.getAllRelationshipTypesInUse())
                    .extracting(type -> type.name())
                    .isSubsetOf(SHEET.named("relationship"));
        }
    }

    @Test
    void shouldDrawTheModelAsItIs() {
        HeldFile.holds(
                Path.of("docs", "images", "graph-model.svg"),
                GraphModelDrawing.of(GraphModel.of(server.database()), SHEET));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void shouldOpenQueriesThatFindSomething(Path page) throws Exception {
        List<String> opened = LINK.matcher(Files.readString(page))
                .results()
                .map(link -> URLDecoder.decode(link.group(1), StandardCharsets.UTF_8))
                .toList();

        assertThat(opened).isNotEmpty().allSatisfy(query -> {
            try (Transaction tx = server.database().beginTx();
                    Result result = tx.execute(query)) {
                assertThat(result.stream().count()).as(query).isPositive();
            }
        });
    }

    static Stream<Path> pages() {
        return Stream.of(Path.of("README.md"), Path.of("docs", "browser.md"), Path.of("docs", "browser-guide.md"));
    }
}

package org.tieline.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;
import org.tieline.config.Settings;
import org.tieline.dataset.DatasetReader;
import org.tieline.dataset.ManyFacts;
import org.tieline.graph.Progress;
import org.tieline.graph.bolt.DatasetLoader;
import org.tieline.graph.bolt.LoadReport;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.graph.kernel.EmbeddedGraphReader;
import org.tieline.model.Dataset;
import org.tieline.model.DatasetSummary;
import org.tieline.model.TielineException.InvalidData;
import org.tieline.question.Snapshot;
import org.tieline.question.SnapshotBuilder;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.EmbeddedNeo4jExtension;

/** What is imported into a database that is not there yet is what a load over Bolt writes. */
@ExtendWith(EmbeddedNeo4jExtension.class)
class FirstImportTests {
    private static final Path SHIPPED = Path.of("seed-data");

    private final EmbeddedServer server;
    private final Neo4j neo4j;

    @TempDir
    private Path folder;

    FirstImportTests(EmbeddedServer server, Neo4j neo4j) {
        this.server = server;
        this.neo4j = neo4j;
    }

    @Test
    void shouldImportTheGraphThatALoadWrites() throws IOException {
        EmbeddedNeo4jExtension.empty(server);
        Dataset shipped = DatasetReader.read(SHIPPED);
        new DatasetLoader(neo4j, Clock.systemUTC()).load(shipped, Progress.NONE);
        Settings settings = settings();
        Path left = Files.createDirectories(settings.home().resolve("neo4j.unfinished/data"));
        Files.writeString(left.resolve("half"), "of a store, when somebody killed an import");

        Optional<DatasetSummary> imported = FirstImport.run(settings, List.of(SHIPPED), 0, Progress.NONE);

        assertThat(imported).contains(DatasetSummary.of(shipped));
        assertThat(names(settings.home())).containsExactlyInAnyOrder("neo4j", "lock");
        try (Connection connection = FirstData.visiting(settings)) {
            GraphDatabaseService made = connection.server().orElseThrow().database();
            assertThat(nodes(made)).containsExactlyInAnyOrderElementsOf(nodes(server.database()));
            assertThat(relationships(made)).containsExactlyInAnyOrderElementsOf(relationships(server.database()));
            assertThat(schema(made)).isEqualTo(schema(server.database()));
            Snapshot snapshot = SnapshotBuilder.take(new EmbeddedGraphReader(made));
            assertThat(snapshot.problems()).isEmpty();
            assertThat(snapshot.releases().all()).hasSize(1);

            LoadReport again = new DatasetLoader(connection.neo4j(), Clock.systemUTC()).load(shipped, Progress.NONE);

            assertThat(again.changed()).isFalse();
        }
        assertThat(FirstImport.run(settings, List.of(SHIPPED), 0, Progress.NONE))
                .as("a database is there")
                .isEmpty();
    }

    @Test
    void shouldLeaveNothingOfDataWithErrors() throws IOException {
        Path many = folder.resolve("many");
        new ManyFacts(2_000, 5_000).write(many, Dataset.UNVERSIONED);
        Files.writeString(
                many.resolve("ties.csv"),
                "z,o00000000,SUPPLIES,nobody,,,,,,,,,,,confirmed,s00001,Made up.\n",
                StandardOpenOption.APPEND);
        Settings settings = settings();

        assertThatThrownBy(() -> FirstImport.run(settings, List.of(many), 0, Progress.NONE))
                .isInstanceOf(InvalidData.class)
                .hasMessageContaining("\"nobody\": must be the id of a row in organizations.csv");

        assertThat(names(settings.home())).containsExactly("lock");
    }

    @Test
    void shouldLeaveLittleToALoad() {
        assertThat(FirstImport.run(settings(), List.of(SHIPPED), Progress.NONE)).isEmpty();
    }

    private Settings settings() {
        return Settings.load(
                Map.of("TIELINE_HOME", folder.resolve("home").toString(), "TIELINE_DATA", SHIPPED.toString()), null);
    }

    private static List<String> names(Path home) throws IOException {
        try (var files = Files.list(home)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static List<String> nodes(GraphDatabaseService database) {
        try (Transaction tx = database.beginTx();
                var nodes = tx.getAllNodes()) {
            return nodes.stream()
                    .filter(Predicate.not(FirstImportTests::isPart))
                    .map(node -> labels(node) + " " + properties(node))
                    .toList();
        }
    }

    /** Its bytes are compressed otherwise; what they say is compared by those that read releases. */
    private static boolean isPart(Node node) {
        return node.hasLabel(Label.label("ReleasePart"));
    }

    private static List<String> relationships(GraphDatabaseService database) {
        try (Transaction tx = database.beginTx();
                var relationships = tx.getAllRelationships()) {
            return relationships.stream()
                    .filter(relationship -> !isPart(relationship.getEndNode()))
                    .map(relationship -> "%s -%s-> %s %s"
                            .formatted(
                                    key(relationship.getStartNode()),
                                    relationship.getType().name(),
                                    key(relationship.getEndNode()),
                                    properties(relationship)))
                    .toList();
        }
    }

    private static List<String> schema(GraphDatabaseService database) {
        return database.executeTransactionally(
                "SHOW INDEXES YIELD name, type, state, labelsOrTypes, properties, owningConstraint, options RETURN * ORDER BY name",
                Map.of(),
                rows -> rows.stream().map(row -> new TreeMap<>(row).toString()).toList());
    }

    private static Object key(Node node) {
        return node.hasProperty("id") ? node.getProperty("id") : labels(node) + " " + properties(node);
    }

    private static List<String> labels(Node node) {
        return StreamSupport.stream(node.getLabels().spliterator(), false)
                .map(Label::name)
                .sorted()
                .toList();
    }

    /** With the types of the values; when a data set was loaded differs. */
    private static Map<String, String> properties(Entity entity) {
        Map<String, String> properties = new TreeMap<>();
        entity.getAllProperties()
                .forEach((name, value) -> properties.put(
                        name,
                        name.equals("loadedAt")
                                ? value.getClass().getSimpleName()
                                : value instanceof Object[] elements
                                        ? "list " + Arrays.toString(elements)
                                        : value.getClass().getSimpleName() + " " + value));
        return properties;
    }
}

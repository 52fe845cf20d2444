package org.tieline.exchange.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.cli.AdminTool;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;
import org.tieline.exchange.ExportFormat;
import org.tieline.exchange.Shipped;
import org.tieline.exchange.exports.ExportWriter;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.EmbeddedNeo4jExtension;
import org.tieline.testing.ForeignProgram;
import org.tieline.testing.OwnJava;

/** What Neo4j's own importer makes of an export is the graph that was loaded, node by node. */
@ExtendWith(EmbeddedNeo4jExtension.class)
class AdminImportTests {
    private static final List<String> COMMAND = List.of("database", "import", "full", "neo4j", "@import.args");

    private static final Label DATASET = Label.label("Dataset");
    private static final Label ORGANIZATION = Label.label("Organization");

    private final EmbeddedServer server;
    private final Neo4j neo4j;

    @TempDir
    private Path folder;

    AdminImportTests(EmbeddedServer server, Neo4j neo4j) {
        this.server = server;
        this.neo4j = neo4j;
    }

    @BeforeEach
    void empty() {
        EmbeddedNeo4jExtension.empty(server);
    }

    /** The shipped facts, which have all that there is, and beside them texts and lists of any shape. */
    @Test
    void shouldImportTheSameGraph() throws IOException {
        Shipped.load(neo4j);
        server.database().executeTransactionally("""
                MATCH (s:Source) WITH s ORDER BY s.id LIMIT 1
                CREATE (o:Organization:Company {id: 'odd', name: 'He said "yes, \\\\"\\nand; left',
                  aliases: ['a;b', '[c]', 'd|e', ' f ', '', '\uD83D\uDCDE'], country: 'DE'})
                WITH o, s
                MATCH (h {id: 'huawei'})
                CREATE (h)-[:PARTNERS_WITH {id: 'odd-tie', evidence: 'reported', sources: [s.id], since: '2019-05',
                  segment: [], generation: []}]->(o)
                """);
        Path exported = Files.createDirectory(folder.resolve("exported"));
        try (ExportWriter writer = ExportFormat.NEO4J_ADMIN.openFolder(exported)) {
            Shipped.export(neo4j).writeTo(writer);
        }

        Path home = importInto(exported);

        DatabaseManagementService service = new DatabaseManagementServiceBuilder(home).build();
        try {
            GraphDatabaseService imported = service.database("neo4j");
            runAfterImport(exported, imported);
            assertThat(nodes(imported)).containsExactlyElementsOf(nodes(server.database()));
            assertThat(relationships(imported)).containsExactlyElementsOf(relationships(server.database()));
            shouldHaveWhatIsOdd(imported);
        } finally {
            service.shutdown();
        }
    }

    /** Trimmed, with the days that follow from its dates, and counted. */
    private static void shouldHaveWhatIsOdd(GraphDatabaseService imported) {
        try (Transaction tx = imported.beginTx()) {
            Node odd = tx.findNode(ORGANIZATION, "id", "odd");
            assertThat(odd.getProperty("name")).isEqualTo("He said \"yes, \\\"\nand; left");
            assertThat((String[]) odd.getProperty("aliases")).containsExactly("a;b", "[c]", "d|e", "f", "\uD83D\uDCDE");
            Relationship tie =
                    odd.getSingleRelationship(RelationshipType.withName("PARTNERS_WITH"), Direction.INCOMING);
            assertThat(tie.getProperty("possibleFrom")).hasToString("2019-05-01");
            assertThat((String[]) tie.getProperty("segment")).isEmpty();
            assertThat(tie.getProperty("summary")).isEqualTo("");
            try (var datasets = tx.findNodes(DATASET)) {
                assertThat(datasets.stream()).singleElement().satisfies(dataset -> assertThat(
                                dataset.getAllProperties())
                        .containsEntry(
                                "organizations",
                                tx.findNodes(ORGANIZATION).stream().count())
                        .hasEntrySatisfying(
                                "version",
                                version -> assertThat(version).asString().endsWith("+changed")));
            }
        }
    }

    private static void runAfterImport(Path exported, GraphDatabaseService imported) throws IOException {
        for (String line : Files.readAllLines(exported.resolve("after-import.cypher")).stream()
                .skip(1)
                .toList()) {
            imported.executeTransactionally(line.replace(";", ""));
        }
    }

    /** As the notes of the export and docs/formats.md say: in the folder, with the file of arguments. */
    private Path importInto(Path exported) throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        assertThat(Files.readString(exported.resolve("README.txt")))
                .contains("neo4j-admin " + String.join(" ", COMMAND));
        assertThat(Files.readString(Path.of("docs/formats.md"))).contains("neo4j-admin " + String.join(" ", COMMAND));

        List<String> command = OwnJava.command(List.of("-Xmx512m"), AdminTool.class, COMMAND.toArray(String[]::new));
        ForeignProgram importer = ForeignProgram.run(exported, Map.of("NEO4J_HOME", home.toString()), command);

        assertThat(importer.code()).as(importer.out() + importer.err()).isZero();
        return home;
    }

    private static List<String> nodes(GraphDatabaseService database) {
        try (Transaction tx = database.beginTx();
                var nodes = tx.getAllNodes()) {
            return nodes.stream()
                    .filter(node -> !isOfRelease(node) && !isOdd(node))
                    .map(node -> StreamSupport.stream(node.getLabels().spliterator(), false)
                                    .map(Label::name)
                                    .sorted()
                                    .toList()
                            + " " + properties(node))
                    .sorted()
                    .toList();
        }
    }

    /** What a release held is kept by loads, and not exported. */
    private static boolean isOfRelease(Node node) {
        return node.hasLabel(Label.label("Release")) || node.hasLabel(Label.label("ReleasePart"));
    }

    /** What was written by hand is exported as a data set would have it, and counted. */
    private static boolean isOdd(Node node) {
        return node.getProperty("id", "").equals("odd") || node.hasLabel(DATASET);
    }

    private static List<String> relationships(GraphDatabaseService database) {
        try (Transaction tx = database.beginTx();
                var relationships = tx.getAllRelationships()) {
            return relationships.stream()
                    .filter(relationship -> !isOfRelease(relationship.getStartNode())
                            && Stream.of(relationship.getNodes()).noneMatch(AdminImportTests::isOdd))
                    .map(relationship -> "%s -%s-> %s %s"
                            .formatted(
                                    key(relationship.getStartNode()),
                                    relationship.getType().name(),
                                    key(relationship.getEndNode()),
                                    properties(relationship)))
                    .sorted()
                    .toList();
        }
    }

    private static Object key(Node node) {
        return node.hasProperty("id") ? node.getProperty("id") : properties(node);
    }

    /** With the types of the values, so that a number is not the text of it. */
    private static Map<String, String> properties(Entity entity) {
        return entity.getAllProperties().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        property -> property.getValue() instanceof Object[] elements
                                ? "list " + Arrays.toString(elements)
                                : property.getValue().getClass().getSimpleName() + " " + property.getValue(),
                        (one, other) -> one,
                        TreeMap::new));
    }
}

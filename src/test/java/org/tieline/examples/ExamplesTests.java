package org.tieline.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.http.ApiClient;
import org.tieline.http.ShippedApi;
import org.tieline.question.TextTable;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.HeldFile;
import org.tieline.testing.ShippedGraph;

/** Each program of {@code examples/} does what the page about them shows, as far as it can be run here. */
@ShippedGraph
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExamplesTests {
    private static final Path PAGE = Program.FOLDER.resolve("README.md");
    private static final int MOST_LINES = 30;

    /** How the languages name what they read of an answer. */
    private static final Map<String, Pattern> READ = Map.of(
            ".py", Pattern.compile("\\w\\[\"([\\w.]+)\"]"),
            ".mjs", Pattern.compile("\\b(?:exposure|possibly|certainly|onRecord)\\.(\\w+)"),
            ".R", Pattern.compile("\\w\\$([\\w.]+)|\\[, c\\(([^)]*)\\)"));

    /** A parameter of a query that a program gives it. */
    private static final Map<String, Object> GIVEN = Map.of("asOf", "2018-12-08", "country", "US");

    @TempDir
    private Path folder;

    private final EmbeddedServer server;
    private ShippedApi shipped;

    ExamplesTests(EmbeddedServer server) {
        this.server = server;
    }

    @BeforeAll
    void serve(Neo4j neo4j) {
        shipped = ShippedApi.shared(neo4j);
    }

    @AfterAll
    void stop() {
        shipped.close();
    }

    static List<Program> all() {
        return Program.ending(".py", ".mjs", ".R", ".cypher");
    }

    static List<Program> interpreted() {
        return Program.ending(".py", ".mjs", ".R");
    }

    static List<Program> ofApi() {
        return interpreted().stream()
                .filter(program -> !program.addresses().isEmpty())
                .toList();
    }

    static List<Program> ofCypher() {
        return all().stream().filter(program -> program.addresses().isEmpty()).toList();
    }

    static List<Program> cypher() {
        return Program.ending(".cypher");
    }

    @ParameterizedTest
    @MethodSource("interpreted")
    void shouldPrintWhatThePageShows(Program program) throws IOException {
        assumeThat(program.missing()).isEmpty();

        String printed = program.run(
                folder,
                Map.of(
                        Program.API,
                        shipped.address(),
                        Program.BOLT,
                        server.boltUri().toString()),
                server.access().password());

        HeldFile.holds(PAGE, showing(program, printed));
        Path picture = folder.resolve("summary.svg");
        if (Files.exists(picture)) {
            HeldFile.holds(Program.FOLDER.resolve("summary.svg"), Files.readString(picture));
        }
    }

    @ParameterizedTest
    @MethodSource("cypher")
    void shouldFindWhatThePageShows(Program program) throws IOException {
        try (Transaction tx = server.database().beginTx();
                Result result = tx.execute(program.cypher())) {
            List<List<String>> rows = result.stream()
                    .map(row -> result.columns().stream()
                            .map(column -> cell(row.get(column)))
                            .toList())
                    .toList();

            assertThat(rows).isNotEmpty();
            String table = new TextTable(result.columns(), rows)
                    .toString()
                    .lines()
                    .map(String::stripTrailing)
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.joining("\n", "", "\n"));
            HeldFile.holds(PAGE, showing(program, table));
        }
    }

    private static String cell(Object value) {
        return switch (value) {
            case null -> "";
            case Object[] array -> cell(List.of(array));
            case List<?> list -> list.stream().map(String::valueOf).collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }

    /** The page with this in the place of what it showed of a program. */
    private static String showing(Program program, String printed) throws IOException {
        String page = Files.readString(PAGE);
        Matcher block = Pattern.compile(
                        "(?s)\\[`" + Pattern.quote(program.name()) + "`]\\([^\\n]*\\n\\n```text\\n(.*?)```")
                .matcher(page);
        assertThat(block.find()).as("%s shows what %s prints", PAGE, program).isTrue();
        return page.substring(0, block.start(1)) + printed + page.substring(block.end(1));
    }

    /** Where no interpreter is, this is what holds a program to the server. */
    @ParameterizedTest
    @MethodSource("ofApi")
    void shouldReadWhatTheApiAnswers(Program program) throws IOException {
        assertThat(program.addresses()).isNotEmpty();
        for (String address : program.addresses()) {
            ApiClient.Reply answer = shipped.client().get(address.replace("&format=csv", ""));
            assertThat(answer.status()).as(address).isEqualTo(200);
            Set<String> known = address.endsWith("format=csv") ? columns(address) : fields(answer.body());
            Pattern used = READ.get(program.name().substring(program.name().lastIndexOf('.')));
            assertThat(used.matcher(program.text()).results().flatMap(ExamplesTests::groups))
                    .as(address)
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(known).contains(name));
        }
    }

    private static Stream<String> groups(MatchResult match) {
        return Stream.iterate(1, group -> group <= match.groupCount(), group -> group + 1)
                .map(match::group)
                .filter(group -> group != null)
                .flatMap(group -> Arrays.stream(group.replace("\"", "").split(", ")));
    }

    private Set<String> columns(String address) {
        String table = shipped.client().text(address, "text/csv").body();
        return Set.of(table.lines().findFirst().orElseThrow().split(","));
    }

    private static Set<String> fields(JsonNode answer) {
        Set<String> names = new HashSet<>();
        answer.fieldNames().forEachRemaining(names::add);
        answer.forEach(part -> names.addAll(fields(part)));
        return names;
    }

    @ParameterizedTest
    @MethodSource("ofCypher")
    void shouldAskForColumnsThatThereAre(Program program) {
        try (Transaction tx = server.database().beginTx();
                Result result = tx.execute(program.cypher(), GIVEN)) {
            assertThat(result.hasNext()).isTrue();
            assertThat(Pattern.compile("frame\\[\\[?((?:\"\\w+\"(?:, )?)+)]|\\)\\[\"(\\w+)\"]")
                            .matcher(program.text())
                            .results()
                            .flatMap(ExamplesTests::groups))
                    .allSatisfy(name -> assertThat(result.columns()).contains(name));
        }
    }

    @Test
    void shouldBeShort() {
        assertThat(all())
                .hasSize(10)
                .allSatisfy(program ->
                        assertThat(program.text().lines()).as(program.name()).hasSizeLessThanOrEqualTo(MOST_LINES));
    }
}

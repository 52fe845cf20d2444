package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.EmbeddedNeo4jExtension;
import org.tieline.testing.Patience;

/** Holds the page on the graph to the files of queries, to the shipped data and to what the API makes of a change by hand. */
@ExtendWith(EmbeddedNeo4jExtension.class)
class GraphDocumentTests {
    private static final Path QUERIES = Path.of("cypher", "queries");
    private static final String PAGE = PageExamples.text(Path.of("docs", "graph.md"));
    private static final Pattern CYPHER = Pattern.compile("(?ms)^```cypher\\n(.*?)^```$");
    private static final Pattern LISTED =
            Pattern.compile("(?m)^- \\[`([\\w-]+)`]\\(\\.\\./cypher/queries/\\1\\.cypher\\): (.+)$");

    /** The first paragraph of the comment at the head of a query. */
    private static final Pattern QUESTION = Pattern.compile("\\ACYPHER 25\\n((?:// .+\\n)+)//\\n");

    @Test
    void shouldListEveryQueryWithTheQuestionItsFileAsks() throws IOException {
        TreeMap<String, String> questions = new TreeMap<>();
        try (Stream<Path> files = Files.list(QUERIES)) {
            files.forEach(file -> questions.put(
                    file.getFileName().toString().replaceFirst("\\.cypher$", ""), question(PageExamples.text(file))));
        }
        TreeMap<String, String> listed = new TreeMap<>();
        matches(LISTED).forEach(line -> listed.put(line.group(1), line.group(2)));

        assertThat(listed).isEqualTo(questions);
    }

    @Test
    void shouldRunEveryStatementAndTellOfWhatIsBadlyMade(EmbeddedServer server, Neo4j neo4j) {
        List<String> statements =
                matches(CYPHER).stream().map(match -> match.group(1)).toList();
        List<PageExamples.Example> examples = PageExamples.of(PAGE);
        assertThat(statements).hasSize(8);
        assertThat(examples).hasSize(1);

        try (ShippedApi shipped = new ShippedApi(neo4j)) {
            int ties = shipped.client().read("/v1/catalog").at("/counts/ties").intValue();
            server.database()
                    .executeTransactionally("CALL db.awaitIndexes(%d)".formatted(Patience.LONGEST.toSeconds()));
            for (String statement : statements) {
                assertThat(run(server.database(), statement)).as(statement).isPositive();
            }
            shipped.snapshots().refresh();

            assertThat(examples.getFirst().differences(shipped.client())).isEmpty();
            assertThat(shipped.client().read("/v1/catalog").at("/counts/ties").intValue())
                    .as("the tie that is well made counts")
                    .isEqualTo(ties + 1);
        }
    }

    @Test
    void shouldTellOfEveryLabelTypeAndProperty(EmbeddedServer server, Neo4j neo4j) {
        try (ShippedApi shipped = new ShippedApi(neo4j)) {
            Set<String> written =
                    new TreeSet<>(names(server.database(), "CALL db.labels() YIELD label AS name RETURN name"));
            written.addAll(names(server.database(), "MATCH ()-[r]->() RETURN DISTINCT type(r) AS name"));
            written.addAll(names(server.database(), "MATCH (n) UNWIND keys(n) AS name RETURN DISTINCT name"));
            written.addAll(names(server.database(), "MATCH ()-[r]->() UNWIND keys(r) AS name RETURN DISTINCT name"));

            assertThat(shipped.client().get("/v1/catalog").status()).isEqualTo(200);
            assertThat(written).hasSizeGreaterThan(40).allSatisfy(name -> assertThat(PAGE)
                    .containsAnyOf("`" + name + "`", ":" + name + "]"));
        }
    }

    private static List<MatchResult> matches(Pattern pattern) {
        return pattern.matcher(PAGE).results().toList();
    }

    private static String question(String query) {
        return QUESTION.matcher(query)
                .results()
                .map(match ->
                        match.group(1).lines().map(line -> line.substring(3)).collect(Collectors.joining(" ")))
                .findFirst()
                .orElse("asks nothing at its head");
    }

    /** How many rows a statement returned or relationships it made. */
    private static long run(GraphDatabaseService database, String statement) {
        try (Transaction tx = database.beginTx()) {
            long done;
            try (Result result = tx.execute(statement)) {
                done = result.stream().count() + result.getQueryStatistics().getRelationshipsCreated();
            }
            tx.commit();
            return done;
        }
    }

    private static List<String> names(GraphDatabaseService database, String query) {
        try (Transaction tx = database.beginTx();
                Result result = tx.execute(query)) {
            return result.<String>columnAs("name").stream().toList();
        }
    }
}

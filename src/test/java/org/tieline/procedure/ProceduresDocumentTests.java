package org.tieline.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.types.TypeSystem;
import org.tieline.dataset.DatasetReader;
import org.tieline.graph.Progress;
import org.tieline.graph.bolt.DatasetLoader;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.testing.ShippedGraph;

/** Holds the page on the procedures to the shipped data: every statement gives the table beneath it. */
@ShippedGraph
class ProceduresDocumentTests {
    private static final Path PAGE = Path.of("docs", "procedures.md");
    private static final Pattern STATEMENT = Pattern.compile("(?m)^```cypher$");
    private static final Pattern EXAMPLE =
            Pattern.compile("(?ms)^```cypher\\n(.*?)^```\\n\\n\\| (.*?) \\|\\n[|-]+\\n((?:\\|.*?\\|\\n)+)");
    private static final Pattern REFUSAL = Pattern.compile("(?m)^(CALL tieline\\..*?\\)) {2,}(.+)$");

    @Test
    void shouldShowWhatTheStatementsGive(Neo4j neo4j) throws IOException {
        new DatasetLoader(neo4j, Clock.systemUTC()).load(DatasetReader.read(Path.of("seed-data")), Progress.NONE);
        String page = Files.readString(PAGE);
        List<String> shown = new ArrayList<>();
        List<String> given = new ArrayList<>();
        EXAMPLE.matcher(page).results().forEach(example -> {
            shown.add("| " + example.group(2) + " |\n" + example.group(3));
            given.add(neo4j.read(tx -> table(tx.run(example.group(1)).list())));
        });
        assertThat(shown)
                .hasSize((int) STATEMENT.matcher(page).results().count())
                .hasSizeGreaterThan(3);
        assertThat(given).isEqualTo(shown);

        Matcher refusal = REFUSAL.matcher(page);
        int refusals = 0;
        while (refusal.find()) {
            refusals++;
            assertThat(refused(neo4j, refusal.group(1))).isEqualTo(refusal.group(2));
        }
        assertThat(refusals).isGreaterThan(2);
    }

    private static String refused(Neo4j neo4j, String call) {
        try {
            return neo4j.read(tx -> tx.run(call).list()).toString();
        } catch (Neo4jException e) {
            return e.getMessage();
        }
    }

    private static String table(List<Record> rows) {
        return Stream.concat(Stream.of(rows.getFirst().keys()), rows.stream().map(row -> row.values().stream()
                        .map(ProceduresDocumentTests::cell)
                        .toList()))
                .map(ProceduresDocumentTests::line)
                .collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String cell(Value value) {
        if (value.hasType(TypeSystem.getDefault().PATH())) {
            StringBuilder path =
                    new StringBuilder(value.asPath().start().get("id").asString());
            value.asPath().forEach(hop -> {
                boolean along = hop.relationship()
                        .startNodeElementId()
                        .equals(hop.start().elementId());
                path.append(along ? " -" : " <-")
                        .append(hop.relationship().type())
                        .append(along ? "-> " : "- ")
                        .append(hop.end().get("id").asString());
            });
            return path.toString();
        }
        if (value.hasType(TypeSystem.getDefault().LIST())) {
            return String.join(", ", value.asList(ProceduresDocumentTests::cell));
        }
        return value.asObject().toString();
    }
}

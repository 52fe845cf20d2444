package org.tieline.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.exceptions.Neo4jException;
import org.tieline.dataset.DatasetReader;
import org.tieline.graph.Progress;
import org.tieline.graph.bolt.DatasetLoader;
import org.tieline.graph.bolt.DriverGraphReader;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.mcp.McpDoor;
import org.tieline.question.Snapshots;
import org.tieline.question.registry.Questions;
import org.tieline.testing.Patience;
import org.tieline.testing.ShippedGraph;
import org.tieline.testing.ToolQuestions;
import org.tieline.testing.ToolQuestions.Asked;

/** More than a hundred questions, asked by an assistant and in Cypher: twice the same results. */
@ShippedGraph
class AssistantAnswersTests {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Neo4j neo4j;
    private int answered;

    AssistantAnswersTests(Neo4j neo4j) {
        this.neo4j = neo4j;
    }

    @BeforeAll
    static void load(Neo4j neo4j) {
        new DatasetLoader(neo4j, Clock.systemUTC()).load(DatasetReader.read(Path.of("seed-data")), Progress.NONE);
    }

    @Test
    void shouldAnswerAssistantsAsCypher() {
        SoftAssertions softly = new SoftAssertions();
        try (Snapshots snapshots = new Snapshots(new DriverGraphReader(neo4j))) {
            snapshots.refresh();
            McpDoor door = new McpDoor(Questions.DECLARED, snapshots::current, Patience.LONGEST);
            ToolQuestions.all().forEach(asked -> compare(asked, door, softly));
        }
        softly.assertAll();
        assertThat(answered).isGreaterThan(100);
    }

    private void compare(Asked asked, McpDoor door, SoftAssertions softly) {
        JsonNode told = call(asked, door);
        if (told.get("isError").booleanValue()) {
            softly.assertThatThrownBy(() -> results(asked)).as(asked.toString()).isInstanceOf(Neo4jException.class);
        } else if (!told.at("/structuredContent/more").toString().contains("as many as fit")) {
            JsonNode answer = told.at("/structuredContent/answer");
            JsonNode results = answer.has("results")
                    ? answer.get("results")
                    : JSON.createArrayNode().add(answer);
            softly.assertThat(results(asked)).as(asked.toString()).isEqualTo(results);
            answered++;
        }
    }

    private static JsonNode call(Asked asked, McpDoor door) {
        Map<String, Object> message = Map.of(
                "jsonrpc",
                "2.0",
                "id",
                1,
                "method",
                "tools/call",
                "params",
                Map.of("name", asked.tool(), "arguments", asked.arguments()));
        try {
            return JSON.readTree(door.answer(JSON.writeValueAsString(message), () -> null)
                            .json())
                    .get("result");
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode results(Asked asked) {
        List<Map<String, Object>> rows = neo4j.read(tx -> tx.run(
                        "CALL tieline.ask($question, $options) YIELD result RETURN result",
                        Map.of("question", asked.tool(), "options", asked.arguments()))
                .list(row -> row.get("result").asMap()));
        try {
            return JSON.readTree(JSON.writeValueAsString(rows));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}

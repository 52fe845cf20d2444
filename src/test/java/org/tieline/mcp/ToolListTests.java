package org.tieline.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tieline.model.TielineException.DatabaseUnavailable;
import org.tieline.question.registry.Questions;

/** What assistants read before they ask. */
class ToolListTests {
    /** Four characters are about a token. */
    private static final int MOST = 4_000 * 4;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final McpDoor door = new McpDoor(
            Questions.DECLARED,
            () -> {
                throw new DatabaseUnavailable("there is no graph", null);
            },
            Duration.ofSeconds(10));

    @Test
    void shouldListFewToolsInFewWords() throws IOException {
        JsonNode tools = call("tools/list", "{}").at("/result/tools");

        assertThat(tools).hasSizeBetween(8, 10);
        assertThat(tools.toString().length()).isLessThan(MOST);
    }

    private JsonNode call(String method, String parameters) throws IOException {
        return JSON.readTree(
                door.answer("""
                        {"jsonrpc": "2.0", "id": 1, "method": "%s", "params": %s}""".formatted(method, parameters), () -> null).json());
    }
}

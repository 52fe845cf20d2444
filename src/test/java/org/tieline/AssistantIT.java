package org.tieline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.testing.Assistants;
import org.tieline.testing.EveryNight;
import org.tieline.testing.OwnJava;
import org.tieline.testing.Served;

/** An assistant starts the program and asks it over its standard input and output. */
class AssistantIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path home;

    @Test
    void shouldAnswerWithoutAServer() throws Exception {
        try (McpSyncClient assistant = start(Served.environment(Served.withData(home.resolve("home"))))) {
            assertThat(assistant.listTools().tools()).extracting(Tool::name).contains("exposures", "search");

            CallToolResult answer = ask(assistant);
            while (Boolean.TRUE.equals(answer.isError())) {
                // It takes longer to load than an answer may take.
                assertThat(answer.structuredContent().toString()).contains("no answer was ready");
                answer = ask(assistant);
            }
            JsonNode content = JSON.valueToTree(answer.structuredContent());
            assertThat(content.at("/answer/results/0/relation").textValue()).isEqualTo("parent");
            assertThat(content.at("/address").textValue()).startsWith("/v1/carriers/sprint/exposures?");
        }
    }

    @Test
    @EveryNight
    void shouldAskTheDatabaseOfAServerThatRuns() throws Exception {
        try (Served server = Served.start(Served.withData(home), home.resolve("log"), Map.of())) {
            String api = server.address("API").toString().replace("/v1", "");

            try (McpSyncClient assistant = start(Served.environment(home))) {
                JsonNode content = JSON.valueToTree(ask(assistant).structuredContent());

                assertThat(content.at("/answer/results/0/relation").textValue()).isEqualTo("parent");
                assertThat(content.at("/page").textValue())
                        .isEqualTo(api + "/carriers/sprint?vendor=huawei&asOf=2018-12-08");
            }
        }
    }

    private static CallToolResult ask(McpSyncClient assistant) {
        return assistant.callTool(CallToolRequest.builder("exposures")
                .arguments(Map.of("vendor", List.of("huawei"), "carrier", "sprint", "asOf", "2018-12-08"))
                .build());
    }

    private static McpSyncClient start(Map<String, String> settings) {
        List<String> command = OwnJava.command(Tieline.class, "mcp");
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("TIELINE_REQUEST_TIMEOUT", "60");
        return Assistants.over(new StdioClientTransport(
                ServerParameters.builder(command.getFirst())
                        .args(command.subList(1, command.size()))
                        .env(environment)
                        .build(),
                Assistants.JSON));
    }
}

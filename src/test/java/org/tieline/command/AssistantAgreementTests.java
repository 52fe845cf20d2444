package org.tieline.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.dataset.DatasetReader;
import org.tieline.http.Api;
import org.tieline.http.ApiClient;
import org.tieline.http.PatientApi;
import org.tieline.question.Snapshots;
import org.tieline.question.registry.Inquiries;
import org.tieline.start.HomeLock;
import org.tieline.testing.Assistants;
import org.tieline.testing.InMemory;
import org.tieline.testing.Run;
import org.tieline.testing.ToolQuestions;
import org.tieline.testing.ToolQuestions.Asked;

/** More than a hundred questions, asked by an assistant, of the API and on the command line: three times the same answer. */
class AssistantAgreementTests {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Answers so long that a list in them is cut, which the others do not do. */
    private static final int MOST_CUT = 5;

    @TempDir
    private Path home;

    private int cut;
    private int answered;

    @Test
    void shouldAnswerAssistantsAsEverybodyElse() throws IOException {
        List<Asked> questions = ToolQuestions.all();
        SoftAssertions softly = new SoftAssertions();
        try (Snapshots snapshots = new Snapshots(new InMemory(DatasetReader.read(Path.of("seed-data"))))) {
            snapshots.refresh();
            try (Api api = Api.start("127.0.0.1", 0, new Inquiries(snapshots), PatientApi.OPTIONS);
                    ApiClient client = new ApiClient(api.port());
                    HomeLock lock = HomeLock.take(home).orElseThrow();
                    McpSyncClient assistant = Assistants.over("http://127.0.0.1:" + api.port())) {
                lock.tellApi(URI.create("http://127.0.0.1:%d/".formatted(api.port())), null);
                questions.forEach(asked -> compare(asked, assistant, client, softly));
            }
        }
        softly.assertAll();
        assertThat(answered).isGreaterThan(100);
        assertThat(cut).isLessThanOrEqualTo(MOST_CUT);
    }

    private void compare(Asked asked, McpSyncClient assistant, ApiClient client, SoftAssertions softly) {
        CallToolResult told = assistant.callTool(CallToolRequest.builder(asked.tool())
                .arguments(asked.arguments())
                .build());
        JsonNode content = JSON.valueToTree(told.structuredContent());
        ApiClient.Reply reply = client.get(asked.address());
        Run run = Run.of(Map.of("TIELINE_HOME", home.toString()), asked.command());

        if (reply.status() != 200) {
            softly.assertThat(told.isError()).as(asked.toString()).isTrue();
            softly.assertThat(content.path("error").asText())
                    .as(asked.toString())
                    .startsWith(start(reply.body().get("detail").textValue()));
            softly.assertThat(run.code()).as(asked.toString()).isNotZero();
        } else if (content.path("more").toString().contains("as many as fit")) {
            cut++;
        } else {
            softly.assertThat(content.get("answer")).as(asked.toString()).isEqualTo(reply.body());
            softly.assertThat(json(run.out())).as(asked.toString()).isEqualTo(reply.body());
            answered++;
        }
    }

    /** What follows names what else is allowed, which is less where nothing says in which form to answer. */
    private static String start(String detail) {
        return detail.split("; allowed")[0];
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + text, e);
        }
    }
}

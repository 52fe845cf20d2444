package org.tieline.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.tieline.question.Snapshots;
import org.tieline.question.registry.Questions;
import org.tieline.testing.InMemory;
import org.tieline.testing.Patience;
import org.tieline.testing.TestFacts;

/** Messages that an assistant sends line by line, to a graph in memory. */
class StandardStreamsTests {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Snapshots snapshots = new Snapshots(new InMemory(TestFacts.dataset()));

    @Test
    void shouldAnswerEveryRequestBeforeItEnds() throws IOException {
        snapshots.refresh();

        List<JsonNode> answers = exchange("""
                {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}}}
                {"jsonrpc": "2.0", "method": "notifications/initialized"}

                {"jsonrpc": "2.0", "id": "two", "method": "tools/call", "params": {"name": "exposures", "arguments": {"vendor": "huawei", "asOf": "2018-12-08"}}}
                {"jsonrpc": "2.0", "id": 3, "method": "ping"}""");

        assertThat(answers).hasSize(3);
        assertThat(byId(answers, "1").at("/result/protocolVersion").textValue()).isEqualTo("2025-06-18");
        assertThat(byId(answers, "1").at("/result/instructions").textValue()).contains("tieline://meaning");
        assertThat(byId(answers, "\"two\"")
                        .at("/result/structuredContent/answer/total")
                        .intValue())
                .isPositive();
        assertThat(byId(answers, "\"two\"")
                        .at("/result/structuredContent/address")
                        .textValue())
                .startsWith("/v1/exposures?");
        assertThat(byId(answers, "3").at("/result").isObject()).isTrue();
    }

    @Test
    void shouldSayWhatIsNoMessageAndGoOn() throws IOException {
        List<JsonNode> answers = exchange("""
                this is no JSON
                [{"jsonrpc": "2.0", "id": 1, "method": "ping"}]
                {"jsonrpc": "2.0", "id": 2, "method": "nothing/there"}
                %s
                {"jsonrpc": "2.0", "id": 3, "method": "ping"}
                """.formatted("x".repeat(1024 * 1024 + 1)));

        assertThat(answers).hasSize(5);
        assertThat(answers.stream().filter(answer -> answer.get("id").isNull()))
                .hasSize(3)
                .allMatch(answer -> answer.at("/error/code").intValue() == -32700);
        assertThat(byId(answers, "2").at("/error/code").intValue()).isEqualTo(-32601);
        assertThat(byId(answers, "3").has("result")).isTrue();
    }

    @Test
    void shouldSayThatTheGraphIsNotThereYet() throws IOException {
        JsonNode answer = exchange("""
                {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "search", "arguments": {"q": "huawei"}}}""").getFirst();

        assertThat(answer.at("/result/isError").booleanValue()).isTrue();
        assertThat(answer.at("/result/content/0/text").textValue()).contains("ask again in some seconds");
    }

    @Test
    void shouldGiveUpWhatTakesTooLong() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        McpDoor slow = new McpDoor(
                Questions.DECLARED,
                () -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        interrupted.set(true);
                    }
                    throw new CancellationException("nobody waits any more");
                },
                Duration.ofMillis(50));

        JsonNode answer = JSON.readTree(slow.answer("""
                {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "search", "arguments": {"q": "huawei"}}}""", () -> null).json());

        assertThat(answer.at("/result/isError").booleanValue()).isTrue();
        assertThat(answer.at("/result/content/0/text").textValue()).startsWith("no answer was ready within ");
        Patience.await(interrupted::get);
    }

    private static JsonNode byId(List<JsonNode> answers, String id) {
        return answers.stream()
                .filter(answer -> answer.get("id").toString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> exchange(String lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        McpDoor door = new McpDoor(Questions.DECLARED, snapshots::current, Patience.LONGEST);
        new StandardStreams(door, new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), out, () -> null)
                .serve();
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(StandardStreamsTests::json)
                .toList();
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + line, e);
        }
    }
}

package org.tieline.mcp;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import io.modelcontextprotocol.spec.ProtocolVersions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tieline.question.ProgramVersion;
import org.tieline.question.Snapshot;
import org.tieline.question.registry.Questions;
import reactor.core.publisher.Mono;

/**
 * Answers messages of the protocol, one by one: nothing is kept from one to the next, so any number of clients and threads may ask at
 * once. What carries the messages is not known here.
 */
public final class McpDoor {
    /** The versions of the protocol that are spoken, the newest last. */
    public static final List<String> VERSIONS = List.of(
            ProtocolVersions.MCP_2024_11_05,
            ProtocolVersions.MCP_2025_03_26,
            ProtocolVersions.MCP_2025_06_18,
            ProtocolVersions.MCP_2025_11_25);

    /** Under which a tool finds what gives the address of the API. */
    static final String BASE = "base";

    private static final McpJsonMapper JSON =
            new JacksonMcpJsonMapper(JsonMapper.builder().build());

    private final Carrier carrier = new Carrier();

    /**
     * A door to the questions that are offered to assistants.
     *
     * @param snapshots gives what is asked; may wait, and throw what a question throws
     * @param timeout how long an answer may take; zero for any time
     */
    public McpDoor(Questions questions, Supplier<Snapshot> snapshots, Duration timeout) {
        McpServer.sync(carrier)
                .serverInfo("tieline", ProgramVersion.TEXT)
                .instructions(Briefing.INSTRUCTIONS)
                .capabilities(ServerCapabilities.builder()
                        .tools(false)
                        .resources(false, false)
                        .build())
                .jsonMapper(JSON)
                // Questions read what they are told themselves, and say what would be right.
                .validateToolInputs(false)
                .jsonSchemaValidator((schema, value) -> ValidationResponse.asValid(null))
                // In the thread that asks, which may be interrupted.
                .immediateExecution(true)
                .tools(new Tools(questions, snapshots, timeout).specifications())
                .resources(new Resources(snapshots).specifications())
                .build();
    }

    /** What became of a message. */
    public enum Outcome {
        /** It has an answer, which may tell of an error. */
        ANSWERED,
        /** It wants none. */
        TAKEN,
        /** It is no message of the protocol. */
        REFUSED
    }

    /**
     * What to say to a message.
     *
     * @param json null if nothing is to be said
     */
    public record Reply(Outcome outcome, @Nullable String json) {}

    /**
     * Answers one message.
     *
     * @param message a JSON object
     * @param base gives the address of the API as the client knows it, without a slash at its end; null if there is none. Asked for
     *     when the graph is there
     */
    public Reply answer(String message, Supplier<@Nullable String> base) {
        JSONRPCMessage read;
        try {
            read = McpSchema.deserializeJsonRpcMessage(JSON, message);
        } catch (IOException | IllegalArgumentException e) {
            return new Reply(
                    Outcome.REFUSED, refusal(ErrorCodes.PARSE_ERROR, "the message must be one JSON-RPC object"));
        }
        return switch (read) {
            case JSONRPCRequest request -> new Reply(Outcome.ANSWERED, answer(request, base));
            case JSONRPCNotification notification -> new Reply(Outcome.TAKEN, null);
            default ->
                new Reply(
                        Outcome.REFUSED,
                        refusal(ErrorCodes.INVALID_REQUEST, "the message must be a request or a notification"));
        };
    }

    private String answer(JSONRPCRequest request, Supplier<@Nullable String> base) {
        McpTransportContext context = McpTransportContext.create(Map.of(BASE, base));
        return json(Objects.requireNonNull(carrier.handler)
                .handleRequest(context, request)
                .block());
    }

    /** What to say to somebody whose message could not be read. */
    static String refusal(int code, String sentence) {
        Map<String, Object> refusal = new LinkedHashMap<>();
        refusal.put("jsonrpc", McpSchema.JSONRPC_VERSION);
        refusal.put("id", null);
        refusal.put("error", Map.of("code", code, "message", sentence));
        return json(refusal);
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes what handles messages from the SDK; they come in by {@link #answer}. */
    private static final class Carrier implements McpStatelessServerTransport {
        /** Null until the SDK brings it. */
        private @Nullable McpStatelessServerHandler handler;

        @Override
        public void setMcpHandler(McpStatelessServerHandler mcpHandler) {
            handler = mcpHandler;
        }

        @Override
        public Mono<Void> closeGracefully() {
            return Mono.empty();
        }

        @Override
        public List<String> protocolVersions() {
            return VERSIONS;
        }
    }
}

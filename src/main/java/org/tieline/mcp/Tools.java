package org.tieline.mcp;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tieline.question.Question;
import org.tieline.question.Snapshot;
import org.tieline.question.registry.Questions;

/** The questions that are offered to assistants, each name a tool. */
final class Tools {
    private final Questions questions;
    private final Supplier<Snapshot> snapshots;
    private final Duration timeout;

    Tools(Questions questions, Supplier<Snapshot> snapshots, Duration timeout) {
        this.questions = questions.offered();
        this.snapshots = snapshots;
        this.timeout = timeout;
    }

    List<SyncToolSpecification> specifications() {
        Set<String> told = new HashSet<>();
        List<SyncToolSpecification> tools = new ArrayList<>();
        questions.byName().forEach((name, named) -> tools.add(specification(new QuestionTool(name, named), told)));
        return tools;
    }

    private SyncToolSpecification specification(QuestionTool tool, Set<String> told) {
        Map<String, Object> schema = InputSchema.of(tool.questions(), told);
        return SyncToolSpecification.builder()
                .tool(Tool.builder(tool.name(), schema)
                        .description(description(tool, schema))
                        .annotations(ToolAnnotations.builder()
                                .readOnlyHint(true)
                                .openWorldHint(false)
                                .build())
                        .build())
                .callHandler((context, request) -> call(tool, request, base(context)))
                .build();
    }

    private String description(QuestionTool tool, Map<String, Object> schema) {
        Question first = tool.questions().all().getFirst();
        String description = (first.sentence() + " " + first.remark()).strip();
        return InputSchema.isWhole(schema)
                ? description
                : "%s What is not described is as in %s."
                        .formatted(description, questions.all().getFirst().name());
    }

    @SuppressWarnings("unchecked") // The door put it there.
    private static Supplier<@Nullable String> base(McpTransportContext context) {
        return (Supplier<@Nullable String>) context.get(McpDoor.BASE);
    }

    /** What cannot be answered is told to the assistant, which can ask better. */
    private CallToolResult call(QuestionTool tool, CallToolRequest request, Supplier<@Nullable String> base) {
        Map<String, Object> arguments = request.arguments() == null ? Map.of() : request.arguments();
        AtomicBoolean givenUp = new AtomicBoolean();
        FutureTask<CallToolResult> work = new FutureTask<>(() -> {
            try {
                Snapshot snapshot = snapshots.get();
                return tool.ask(arguments, snapshot, base.get()).result();
            } catch (RuntimeException e) {
                // What is interrupted fails in many ways, and nobody waits for it any more.
                return givenUp.get() ? ToolFailure.late(timeout) : ToolFailure.of(e, tool.name());
            }
        });
        Thread.ofPlatform().daemon().name("tool " + tool.name()).start(work);
        try {
            return timeout.isZero() ? work.get() : work.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            givenUp.set(true);
            work.cancel(true);
            return ToolFailure.late(timeout);
        } catch (InterruptedException e) {
            givenUp.set(true);
            work.cancel(true);
            Thread.currentThread().interrupt();
            return ToolFailure.late(timeout);
        } catch (ExecutionException e) {
            return ToolFailure.of(Objects.requireNonNull(e.getCause()), tool.name());
        }
    }
}

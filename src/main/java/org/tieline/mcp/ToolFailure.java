package org.tieline.mcp;

import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.model.TielineException;
import org.tieline.model.TielineException.BadParts;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.model.TielineException.BadSettings;
import org.tieline.model.TielineException.DatabaseUnavailable;
import org.tieline.model.TielineException.InvalidData;
import org.tieline.model.TielineException.NotFound;
import org.tieline.model.TielineException.TooOld;

/** Turns failures into answers of tools that say what would be right. */
final class ToolFailure {
    private static final Logger LOG = LoggerFactory.getLogger(ToolFailure.class);

    private ToolFailure() {}

    /** @param tool its name, for the log */
    static CallToolResult of(Throwable failure, String tool) {
        return failure instanceof TielineException known ? of(known, tool) : unexpected(failure, tool);
    }

    /** The one table from failure to words. What the settings or the database's address are is for the log alone. */
    private static CallToolResult of(TielineException failure, String tool) {
        return switch (failure) {
            case BadQuestion bad -> result(bad.getMessage(), Map.of("parameter", bad.parameter()));
            case BadParts bad -> result(bad.getMessage(), Map.of("problems", bad.parts()));
            case NotFound unknown -> result(sentence(unknown), Map.of("nearest", unknown.nearest()));
            case TooOld old -> result(old.getMessage(), Map.of("parameter", old.parameter(), "oldest", old.oldest()));
            case DatabaseUnavailable gone -> {
                LOG.warn("{} was not answered: {}", tool, gone.getMessage());
                yield result(
                        "the graph is still being read, or its database cannot be reached; ask again in some seconds");
            }
            case InvalidData invalid -> {
                LOG.error("{} was not answered: {}", tool, invalid.errors());
                yield result("the data that was to be loaded has errors; the log says which");
            }
            case BadSettings settings -> {
                LOG.error("{} was not answered: {}", tool, settings.getMessage());
                yield result("the settings cannot be used; the log says which");
            }
        };
    }

    private static String sentence(NotFound unknown) {
        return unknown.nearest().isEmpty()
                ? unknown.getMessage() + "; search finds ids by names"
                : unknown.getMessage() + "; did you mean " + String.join(" or ", unknown.nearest());
    }

    /** No answer was ready in time. */
    static CallToolResult late(Duration timeout) {
        return result(
                "no answer was ready within %d s, and the work on it was given up; ask for less: one vendor, one country, fewer hops"
                        .formatted(timeout.toSeconds()));
    }

    /** What nobody foresaw: the log gets everything, the client a number to ask about. */
    private static CallToolResult unexpected(Throwable failure, String tool) {
        String incident = UUID.randomUUID().toString();
        LOG.error("incident {} while {} was answered", incident, tool, failure);
        return result("the program failed; its log tells more under the incident " + incident);
    }

    private static CallToolResult result(String sentence) {
        return result(sentence, Map.of());
    }

    private static CallToolResult result(String sentence, Map<String, Object> members) {
        return CallToolResult.builder()
                .content(List.of(TextContent.builder(sentence).build()))
                .structuredContent(Map.of("error", sentence, "details", members))
                .isError(true)
                .build();
    }
}

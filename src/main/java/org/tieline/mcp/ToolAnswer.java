package org.tieline.mcp;

import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tieline.question.Answer;
import org.tieline.question.Json;
import org.tieline.question.parameter.PageParameters;
import org.tieline.question.parameter.Paging;

/**
 * What a tool answers.
 *
 * @param answer as every door has it
 * @param tree its JSON, in the size that fits
 * @param wanted how many results there would be if all that were asked for fitted
 * @param snapshot names the state of the graph
 * @param address of the same JSON
 * @param page where people see the answer
 */
record ToolAnswer(Answer<?> answer, AnswerTree tree, int wanted, String snapshot, String address, String page) {
    /** In characters: some 900 tokens. */
    static final int MOST_TEXT = 3_600;

    private static final String NOTICE = "notice";

    /** The answer whole beside what is to be said of it, and a short text for those who read nothing else. */
    CallToolResult result() {
        List<String> more = more();
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("answer", tree.fields());
        content.put("more", more);
        content.put("next", next());
        content.put("address", address);
        content.put("page", page);
        content.put("snapshot", snapshot);
        if (!tree.fields().containsKey(NOTICE)) {
            content.put(NOTICE, Json.NOTICE);
        }
        return CallToolResult.builder()
                .content(List.of(TextContent.builder(text(more)).build()))
                .structuredContent(content)
                .isError(false)
                .build();
    }

    private boolean isCut() {
        return answer.results().size() < wanted;
    }

    /** The parameters that give the next part; null if there is none, or nobody can ask for it. */
    private @Nullable Map<String, Object> next() {
        Paging page = answer.page();
        Long total = answer.total();
        if (page == null || total == null || answer.results().isEmpty()) {
            return null;
        }
        int offset = page.offset() + answer.results().size();
        return offset < total ? Map.of(PageParameters.OFFSET.name(), offset) : null;
    }

    /** What is not shown, and how to see it. */
    private List<String> more() {
        List<String> more = new ArrayList<>();
        Map<String, Object> next = next();
        if (next != null) {
            more.add("%d of %d results are shown from offset %d on; ask again with offset=%s for the next"
                    .formatted(
                            answer.results().size(),
                            answer.total(),
                            Objects.requireNonNull(answer.page()).offset(),
                            next.get(PageParameters.OFFSET.name())));
        } else if (isCut()) {
            more.add("%d of %d results are shown, as many as fit; narrow the question, or see the page"
                    .formatted(answer.results().size(), wanted));
        }
        if (answer.cut() && answer.total() != null) {
            more.add("there are more than these %d, the best; narrow the question".formatted(answer.total()));
        }
        tree.cuts().forEach(cut -> more.add(cut + ", as many as fit; narrow the question, or see the page"));
        return more;
    }

    private String text(List<String> more) {
        StringBuilder text = new StringBuilder();
        more.forEach(sentence -> text.append(sentence).append('\n'));
        text.append("For people: ").append(page).append("\n\n");
        for (String line : answer.text().get().lines().toList()) {
            if (text.length() + line.length() > MOST_TEXT) {
                return text.append("… the structured content has the rest\n").toString();
            }
            text.append(line).append('\n');
        }
        return text.toString();
    }
}

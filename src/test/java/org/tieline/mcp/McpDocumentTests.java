package org.tieline.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tieline.question.registry.Questions;
import org.tieline.testing.HeldPart;

/** docs/mcp.md says what there is. */
class McpDocumentTests {
    private static final Path PAGE = Path.of("docs/mcp.md");

    @Test
    void shouldListEveryToolWithItsParameters() {
        StringBuilder table = new StringBuilder("| tool | answers | parameters |\n|---|---|---|\n");
        for (Map.Entry<String, Questions> tool :
                Questions.DECLARED.offered().byName().entrySet()) {
            List<String> names = new ArrayList<>();
            tool.getValue().parameters().forEach(parameter -> names.add("`" + parameter.name() + "`"));
            String sentence = tool.getValue().all().getFirst().sentence();
            table.append("| `%s` | %s | %s |\n".formatted(tool.getKey(), sentence, String.join(", ", names)));
        }

        HeldPart.holds(PAGE, "tools", table.toString());
    }

    @Test
    void shouldShowTheInstructionsAsTheyAre() {
        HeldPart.holds(PAGE, "instructions", "```text\n" + Briefing.INSTRUCTIONS + "```\n");
    }

    @Test
    void shouldNameEveryVersionOfTheProtocol() throws IOException {
        assertThat(Files.readString(PAGE)).contains(McpDoor.VERSIONS);
    }

    /** What the words of an answer mean is said in one page of the documentation, and here more briefly. */
    @Test
    void shouldExplainOnlyWordsOfTheSemantics() throws IOException {
        String semantics = Files.readString(Path.of("docs/semantics.md"));
        List<String> words = new ArrayList<>();
        Pattern.compile("`([a-zA-Z][a-zA-Z0-9-]+)`")
                .matcher(Briefing.MEANING)
                .results()
                .forEach(word -> words.add(word.group(1)));

        assertThat(words).hasSizeGreaterThan(30).allSatisfy(word -> assertThat(semantics)
                .contains(word));
    }
}

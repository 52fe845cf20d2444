package org.tieline;



import java.util.List;
import java.util.Map;
import org.tieline.web.Question;
import picocli.CommandLine.Command;


/** Asks what would differ if something were so. */
@Command(
        name = "scenario",
        header = "What would differ if ties, stakes or bans were other than they are.",
        description = "Reads the JSON that POST /v1/scenarios takes. Nothing is written.")
final class ScenarioCommand extends ListQuestionCommand {
    @picocli.CommandLine.Parameters(paramLabel = "FILE", description = "A JSON file; - reads standard input.")
    private String file;

    ScenarioCommand() {
        super(List.of());
    }

    @Override
    Question question(Map<String, List<String>> given) {
        return Question.SCENARIO;
    }

    @Override
    String file() {
        return file;
    }
}

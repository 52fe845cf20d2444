package org.tieline;



import java.util.List;
import java.util.Map;
import org.tieline.web.Question;
import picocli.CommandLine.Command;


/** Asks through which ties two organizations are connected. */
@Command(
        name = "paths",
        header = "All paths between two organizations on a day, shortest first.",
        description = QuestionCommand.SEVERAL_VALUES)
final class PathsCommand extends ListQuestionCommand {
    private static final List<QuestionOption> OPTIONS = joined(List.of(
            List.of(
                    new QuestionOption("from", "ID", "The organization to start at, as from a vendor."),
                    new QuestionOption("to", "ID", "The organization to end at.")),
            SearchQuestionOptions.ALL,
            List.of(new QuestionOption("limit", "N", "The most paths to print, 1 to 1000; 100 if absent."))));

    PathsCommand() {
        super(OPTIONS);
    }

    @Override
    Question question(Map<String, List<String>> given) {
        return Question.PATHS;
    }
}

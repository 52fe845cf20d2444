package org.tieline;



import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tieline.web.Question;
import picocli.CommandLine.Command;


/** Asks about all pairs of vendor and carrier at once. */
@Command(
        name = "matrix",
        header = "All exposures on a day at a glance: a row for each carrier, a column for each vendor.",
        description = QuestionCommand.SEVERAL_VALUES)
final class MatrixCommand extends ListQuestionCommand {
    private static final List<QuestionOption> OPTIONS = joined(List.of(
            ExposuresCommand.optionsBut(Set.of("carrier", "limit", "offset")),
            List.of(
                    new QuestionOption("limit", "N", "The most carriers to print, 1 to 1000; 100 if absent."),
                    new QuestionOption("offset", "N", "How many carriers to pass over."))));

    MatrixCommand() {
        super(OPTIONS);
    }

    @Override
    Question question(Map<String, List<String>> given) {
        return Question.MATRIX;
    }
}

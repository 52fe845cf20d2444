package org.tieline;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import org.tieline.inquiry.Parameters;
import org.tieline.inquiry.PathAnswer;
import org.tieline.inquiry.PathInquiry;
import org.tieline.inquiry.PathQuestion;
import picocli.CommandLine.Command;

/** Asks through which ties two organizations are connected. */
@Command(
        name = "paths",
        header = "All paths between two organizations on a day, shortest first.",
        description = QuestionCommand.SEVERAL_VALUES)
final class PathsCommand extends QuestionCommand {
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
    void ask(Parameters given, LocalDate today, Output output, PrintWriter out) {
        PathQuestion question = PathQuestion.read(given, today);
        PathAnswer answer = graph(snapshot -> PathInquiry.ask(snapshot, question));
        PathPrint.print(answer, question, output, out);
    }
}

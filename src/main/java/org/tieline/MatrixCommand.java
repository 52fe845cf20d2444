package org.tieline;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.tieline.inquiry.ExposureQuestion;
import org.tieline.inquiry.MatrixAnswer;
import org.tieline.inquiry.MatrixInquiry;
import org.tieline.inquiry.Parameters;
import picocli.CommandLine.Command;

/** Asks about all pairs of vendor and carrier at once. */
@Command(
        name = "matrix",
        header = "All exposures on a day at a glance: a row for each carrier, a column for each vendor.",
        description = QuestionCommand.SEVERAL_VALUES)
final class MatrixCommand extends QuestionCommand {
    private static final List<QuestionOption> OPTIONS = joined(List.of(
            ExposuresCommand.optionsBut(Set.of("carrier", "limit", "offset")),
            List.of(
                    new QuestionOption("limit", "N", "The most carriers to print, 1 to 1000; 100 if absent."),
                    new QuestionOption("offset", "N", "How many carriers to pass over."))));

    MatrixCommand() {
        super(OPTIONS);
    }

    @Override
    void ask(Parameters given, LocalDate today, Output output, PrintWriter out) {
        ExposureQuestion question = ExposureQuestion.read(given, today);
        MatrixAnswer answer = graph(snapshot -> MatrixInquiry.ask(snapshot, question));
        MatrixPrint.print(answer, question, output, out);
    }
}

package org.tieline;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import org.tieline.inquiry.ConflictAnswer;
import org.tieline.inquiry.ConflictInquiry;
import org.tieline.inquiry.ConflictQuestion;
import org.tieline.inquiry.Parameters;
import picocli.CommandLine.Command;

/** Asks which exposures are in conflict with a ban. */
@Command(
        name = "conflicts",
        header = "Which carriers are tied to a vendor by what a ban in force at home covers, on a day.",
        description = QuestionCommand.SEVERAL_VALUES + " The bans that --government, "
                + "--country and --scope name are those that a conflict may be with.")
final class ConflictsCommand extends QuestionCommand {
    private static final List<QuestionOption> OPTIONS = joined(List.of(
            ExposuresCommand.OPTIONS,
            List.of(
                    new QuestionOption(
                            "pastDeadline",
                            "true|false",
                            "Only deadlines that have come, or only others.",
                            List.of("true", "false")),
                    new QuestionOption(
                            "dueWithin",
                            "PERIOD",
                            "Only deadlines that lie ahead, at most this far, like P1Y or P6M."))));

    ConflictsCommand() {
        super(OPTIONS);
    }

    @Override
    void ask(Parameters given, LocalDate today, Output output, PrintWriter out) {
        ConflictQuestion question = ConflictQuestion.read(given, today);
        ConflictAnswer answer = graph(snapshot -> ConflictInquiry.ask(snapshot, question));
        ConflictPrint.print(answer, question, output, out);
    }
}

package org.tieline;



import java.util.List;
import java.util.Map;
import org.tieline.web.Question;
import picocli.CommandLine.Command;


/** Asks which exposures are in conflict with a ban. */
@Command(
        name = "conflicts",
        header = "Which carriers are tied to a vendor by what a ban in force at home covers, on a day.",
        description = QuestionCommand.SEVERAL_VALUES + " The bans that --government, "
                + "--country and --scope name are those that a conflict may be with.")
final class ConflictsCommand extends ListQuestionCommand {
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
    Question question(Map<String, List<String>> given) {
        return Question.CONFLICTS;
    }
}

package org.tieline;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tieline.inquiry.ConflictAnswer;
import org.tieline.inquiry.ConflictInquiry;
import org.tieline.inquiry.ConflictQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Asks which exposures are in conflict with a ban. */
@Command(
        name = "conflicts",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Which carriers are tied to a vendor by what a ban in force at home covers, on a day.",
        sortOptions = false,
        abbreviateSynopsis = true,
        description =
                "Options that take several values take them with commas, or are repeated. The bans that --government, "
                        + "--country and --scope name are those that a conflict may be with.")
final class ConflictsCommand implements Callable<Integer> {
    private static final List<QuestionOption> OPTIONS = options();

    @ParentCommand
    private AskCommand parent;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--output",
            paramLabel = "FORM",
            defaultValue = "table",
            description = "How to print: ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if absent.")
    private ConflictOutput output;

    private static List<QuestionOption> options() {
        List<QuestionOption> options = new ArrayList<>(ExposuresCommand.OPTIONS);
        options.add(new QuestionOption(
                "pastDeadline",
                "true|false",
                "Only deadlines that have come, or only others.",
                List.of("true", "false")));
        options.add(new QuestionOption(
                "dueWithin", "PERIOD", "Only deadlines that lie ahead, at most this far, like P1Y or P6M."));
        return List.copyOf(options);
    }

    static CommandSpec spec() {
        CommandSpec spec = CommandSpec.forAnnotatedObject(new ConflictsCommand());
        OPTIONS.forEach(option -> spec.addOption(option.spec()));
        return spec;
    }

    @Override
    public Integer call() {
        ConflictQuestion question = ConflictQuestion.read(
                QuestionOption.given(OPTIONS, spec.commandLine().getParseResult()), LocalDate.now(ZoneOffset.UTC));
        ConflictAnswer answer = parent.ask(snapshot -> ConflictInquiry.ask(snapshot, question));
        output.print(answer, question, spec.commandLine().getOut());
        return 0;
    }
}

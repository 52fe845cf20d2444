package org.tieline;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.tieline.inquiry.Parameters;
import org.tieline.inquiry.PathAnswer;
import org.tieline.inquiry.PathInquiry;
import org.tieline.inquiry.PathQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Asks through which ties two organizations are connected. */
@Command(
        name = "paths",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "All paths between two organizations on a day, shortest first.",
        sortOptions = false,
        abbreviateSynopsis = true,
        description = "Options that take several values take them with commas, or are repeated.")
final class PathsCommand implements Callable<Integer> {
    private static final List<QuestionOption> OPTIONS = Stream.of(
                    List.of(
                            new QuestionOption("from", "ID", "The organization to start at, as from a vendor."),
                            new QuestionOption("to", "ID", "The organization to end at.")),
                    SearchQuestionOptions.ALL,
                    List.of(new QuestionOption("limit", "N", "The most paths to print, 1 to 1000; 100 if absent.")))
            .flatMap(List::stream)
            .toList();

    @ParentCommand
    private AskCommand parent;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--output",
            paramLabel = "FORM",
            defaultValue = "table",
            description = "How to print: ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if absent.")
    private Output output;

    static CommandSpec spec() {
        CommandSpec spec = CommandSpec.forAnnotatedObject(new PathsCommand());
        OPTIONS.forEach(option -> spec.addOption(option.spec()));
        return spec;
    }

    @Override
    public Integer call() {
        Parameters parameters = QuestionOption.given(OPTIONS, spec.commandLine().getParseResult());
        PathQuestion question = PathQuestion.read(parameters, LocalDate.now(ZoneOffset.UTC));
        PathAnswer answer = parent.ask(snapshot -> PathInquiry.ask(snapshot, question));
        PathPrint.print(answer, question, output, spec.commandLine().getOut());
        return 0;
    }
}

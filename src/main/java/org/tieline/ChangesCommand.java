package org.tieline;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.tieline.inquiry.Aspect;
import org.tieline.inquiry.ChangeAnswer;
import org.tieline.inquiry.ChangeInquiry;
import org.tieline.inquiry.ChangeKind;
import org.tieline.inquiry.ChangeQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Asks what changed between two days. */
@Command(
        name = "changes",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Which carriers came to be tied to which vendors between two days, which no longer are, and why.",
        sortOptions = false,
        abbreviateSynopsis = true,
        description = "Options that take several values take them with commas, or are repeated.")
final class ChangesCommand implements Callable<Integer> {
    private static final List<QuestionOption> OWN = List.of(
            new QuestionOption("from", "DAY", "The first day, like 2018-08-01."),
            new QuestionOption("to", "DAY", "The second day."),
            new QuestionOption(
                    "clock",
                    "WORD",
                    "known: on each day only what was known then counts; world if absent.",
                    List.of("world", "known")),
            new QuestionOption("knownFrom", "DAY", "On the first day only sources published by this day count."),
            new QuestionOption("knownTo", "DAY", "The same for the second day."),
            new QuestionOption(
                    "evidencedWithin", "PERIOD", "Drop ties whose newest source is older, on each day; like P2Y."),
            QuestionOption.words("kind", "The only kinds of changes of interest", ChangeKind.class, List.of()),
            QuestionOption.words(
                    "aspect", "Of changed exposures, only those of which this changed", Aspect.class, List.of()));

    /** What exposures take and changes do not. */
    private static final Set<String> NOT_HERE = Set.of("asOf", "affiliates");

    private static final List<QuestionOption> OPTIONS = Stream.of(
                    OWN,
                    ExposuresCommand.FIRST,
                    SearchQuestionOptions.ALL,
                    ExposuresCommand.THIRD,
                    BanQuestionOptions.ALL,
                    ExposuresCommand.LAST)
            .flatMap(List::stream)
            .filter(option -> !NOT_HERE.contains(option.parameter()))
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
        CommandSpec spec = CommandSpec.forAnnotatedObject(new ChangesCommand());
        OPTIONS.forEach(option -> spec.addOption(option.spec()));
        return spec;
    }

    @Override
    public Integer call() {
        ChangeQuestion question = ChangeQuestion.read(
                QuestionOption.given(OPTIONS, spec.commandLine().getParseResult()));
        ChangeAnswer answer = parent.ask(snapshot -> ChangeInquiry.ask(snapshot, question));
        ChangePrint.print(answer, question, output, spec.commandLine().getOut());
        return 0;
    }
}

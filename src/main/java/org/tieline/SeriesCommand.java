package org.tieline;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.tieline.inquiry.SeriesAnswer;
import org.tieline.inquiry.SeriesInquiry;
import org.tieline.inquiry.SeriesQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Asks how many carriers were exposed, day after day. */
@Command(
        name = "series",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "How many carriers were tied to vendors, day after day, by relation.",
        sortOptions = false,
        abbreviateSynopsis = true,
        description = "Options that take several values take them with commas, or are repeated.")
final class SeriesCommand implements Callable<Integer> {
    private static final List<QuestionOption> OPTIONS = Stream.concat(
                    Stream.of(
                            new QuestionOption("from", "DAY", "The first day, like 2010-01-01."),
                            new QuestionOption("to", "DAY", "No day is later."),
                            new QuestionOption(
                                    "step", "PERIOD", "From one day to the next: P1D, P2W, P1M, P1Y and the like."),
                            new QuestionOption(
                                    "clock",
                                    "WORD",
                                    "Let what is known stand still, or count on each day only what was known by then:"
                                            + " world, known.",
                                    List.of("world", "known"))),
                    ExposuresCommand.optionsBut(Set.of("carrier", "affiliates", "asOf", "limit", "offset")).stream())
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
        CommandSpec spec = CommandSpec.forAnnotatedObject(new SeriesCommand());
        OPTIONS.forEach(option -> spec.addOption(option.spec()));
        return spec;
    }

    @Override
    public Integer call() {
        SeriesQuestion question = SeriesQuestion.read(
                QuestionOption.given(OPTIONS, spec.commandLine().getParseResult()));
        SeriesAnswer answer = parent.ask(snapshot -> SeriesInquiry.ask(snapshot, question));
        SeriesPrint.print(answer, question, output, spec.commandLine().getOut());
        return 0;
    }
}

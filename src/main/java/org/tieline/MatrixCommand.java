package org.tieline;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.tieline.inquiry.ExposureQuestion;
import org.tieline.inquiry.MatrixAnswer;
import org.tieline.inquiry.MatrixInquiry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Asks about all pairs of vendor and carrier at once. */
@Command(
        name = "matrix",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "All exposures on a day at a glance: a row for each carrier, a column for each vendor.",
        sortOptions = false,
        abbreviateSynopsis = true,
        description = "Options that take several values take them with commas, or are repeated.")
final class MatrixCommand implements Callable<Integer> {
    private static final List<QuestionOption> OPTIONS = Stream.concat(
                    ExposuresCommand.optionsBut(Set.of("carrier", "limit", "offset")).stream(),
                    Stream.of(
                            new QuestionOption("limit", "N", "The most carriers to print, 1 to 1000; 100 if absent."),
                            new QuestionOption("offset", "N", "How many carriers to pass over.")))
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
        CommandSpec spec = CommandSpec.forAnnotatedObject(new MatrixCommand());
        OPTIONS.forEach(option -> spec.addOption(option.spec()));
        return spec;
    }

    @Override
    public Integer call() {
        ExposureQuestion question = ExposureQuestion.read(
                QuestionOption.given(OPTIONS, spec.commandLine().getParseResult()), LocalDate.now(ZoneOffset.UTC));
        MatrixAnswer answer = parent.ask(snapshot -> MatrixInquiry.ask(snapshot, question));
        MatrixPrint.print(answer, question, output, spec.commandLine().getOut());
        return 0;
    }
}

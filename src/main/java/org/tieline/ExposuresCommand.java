package org.tieline;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.tieline.exposure.Relation;
import org.tieline.inquiry.ExposureAnswer;
import org.tieline.inquiry.ExposureInquiry;
import org.tieline.inquiry.ExposureQuestion;
import org.tieline.inquiry.Parameters;
import org.tieline.model.OwnershipRule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Asks which carriers are tied to which vendors. */
@Command(
        name = "exposures",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Which carriers are tied to which vendors, through whom, on a day.",
        sortOptions = false,
        abbreviateSynopsis = true,
        description = "Options that take several values take them with commas, or are repeated.")
final class ExposuresCommand implements Callable<Integer> {
    static final List<QuestionOption> FIRST = List.of(
            new QuestionOption("vendor", "ID", "Vendors to start at; all that are restricted on the day if absent."),
            QuestionOption.words(
                    "affiliates",
                    "Start also at organizations that a vendor catches under this ownership rule",
                    OwnershipRule.class,
                    List.of()),
            new QuestionOption("carrier", "ID", "The only carrier of interest."));

    static final List<QuestionOption> THIRD = List.of(
            new QuestionOption("minHops", "N", "The fewest ties of a path; 2 leaves out direct ties."),
            QuestionOption.words("relation", "The only relations of interest", Relation.class, List.of()),
            new QuestionOption("carrierCountry", "CODE", "The only countries of carriers of interest, like US."));

    static final List<QuestionOption> LAST = List.of(
            new QuestionOption("limit", "N", "The most exposures to print, 1 to 1000; 100 if absent."),
            new QuestionOption("offset", "N", "How many exposures to pass over."));

    static final List<QuestionOption> OPTIONS = Stream.of(
                    FIRST, SearchQuestionOptions.ALL, THIRD, BanQuestionOptions.ALL, LAST)
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

    /** What other questions about exposures take too. */
    static List<QuestionOption> optionsBut(Set<String> parameters) {
        return OPTIONS.stream()
                .filter(option -> !parameters.contains(option.parameter()))
                .toList();
    }

    static CommandSpec spec() {
        CommandSpec spec = CommandSpec.forAnnotatedObject(new ExposuresCommand());
        OPTIONS.forEach(option -> spec.addOption(option.spec()));
        return spec;
    }

    @Override
    public Integer call() {
        ExposureQuestion question = question();
        ExposureAnswer answer = parent.ask(snapshot -> ExposureInquiry.ask(snapshot, question));
        output.print(answer, question, spec.commandLine().getOut());
        return 0;
    }

    private ExposureQuestion question() {
        Parameters parameters = QuestionOption.given(OPTIONS, spec.commandLine().getParseResult());
        String carrier = parameters.text("carrier").orElse(null);
        ExposureQuestion question = ExposureQuestion.read(parameters, LocalDate.now(ZoneOffset.UTC));
        return carrier == null ? question : question.about(carrier);
    }
}

package org.tieline;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.tieline.inquiry.CaughtQuestion;
import org.tieline.inquiry.OwnershipInquiry;
import org.tieline.inquiry.OwnershipQuestion;
import org.tieline.inquiry.Parameters;
import org.tieline.model.Evidence;
import org.tieline.model.OwnershipRule;
import org.tieline.restriction.OwnershipVerdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Asks who counts as owned by listed organizations. */
@Command(
        name = "ownership",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Who counts as owned by listed organizations under a rule, on a day.",
        sortOptions = false,
        abbreviateSynopsis = true,
        description = "Options that take several values take them with commas, or are repeated.")
final class OwnershipCommand implements Callable<Integer> {
    private static final List<QuestionOption> OPTIONS = Stream.of(
                    List.of(
                            new QuestionOption(
                                    "organization",
                                    "ID",
                                    "The organization that is asked about; all that are caught if absent."),
                            QuestionOption.words("rule", "The ownership rule", OwnershipRule.class, List.of()),
                            new QuestionOption(
                                    "listed",
                                    "ID",
                                    "Organizations that count as listed; all restricted on the day if absent."),
                            new QuestionOption(
                                    "asOf", "DAY", "The day that is asked about, like 2018-12-08; today if absent."),
                            new QuestionOption("knownAt", "DAY", "Only sources published by this day count."),
                            QuestionOption.words(
                                    "minEvidence",
                                    "The weakest evidence of a stake that counts",
                                    Evidence.class,
                                    List.of(Evidence.DENIED))),
                    BanQuestionOptions.ALL,
                    List.of(
                            QuestionOption.words(
                                    "verdict",
                                    "Without --organization, the only verdicts of interest",
                                    OwnershipVerdict.class,
                                    List.of()),
                            new QuestionOption(
                                    "limit",
                                    "N",
                                    "Without --organization, the most to print, 1 to 1000; 100 if absent."),
                            new QuestionOption("offset", "N", "Without --organization, how many to pass over.")))
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
        CommandSpec spec = CommandSpec.forAnnotatedObject(new OwnershipCommand());
        OPTIONS.forEach(option -> spec.addOption(option.spec()));
        return spec;
    }

    @Override
    public Integer call() {
        Parameters parameters = QuestionOption.given(OPTIONS, spec.commandLine().getParseResult());
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        OwnershipPrint print = new OwnershipPrint(output, spec.commandLine().getOut());
        Optional<String> organization = parameters.text("organization");
        if (organization.isPresent()) {
            OwnershipQuestion question = OwnershipQuestion.read(organization.get(), parameters, today);
            print.print(parent.ask(snapshot -> OwnershipInquiry.ask(snapshot, question)));
        } else {
            CaughtQuestion question = CaughtQuestion.read(parameters, today);
            print.print(parent.ask(snapshot -> OwnershipInquiry.caught(snapshot, question)), question);
        }
        return 0;
    }
}

package org.tieline;



import java.util.List;
import java.util.Map;
import org.tieline.model.Evidence;
import org.tieline.model.OwnershipRule;
import org.tieline.restriction.OwnershipVerdict;
import org.tieline.web.Question;
import picocli.CommandLine.Command;


/** Asks who counts as owned by listed organizations. */
@Command(
        name = "ownership",
        header = "Who counts as owned by listed organizations under a rule, on a day.",
        description = QuestionCommand.SEVERAL_VALUES)
final class OwnershipCommand extends ListQuestionCommand {
    private static final String ORGANIZATION = "organization";

    private static final List<QuestionOption> OPTIONS = joined(List.of(
            List.of(
                    new QuestionOption(
                            ORGANIZATION, "ID", "The organization that is asked about; all that are caught if absent."),
                    QuestionOption.words("rule", "The ownership rule", OwnershipRule.class, List.of()),
                    new QuestionOption(
                            "listed",
                            "ID",
                            "Organizations that count as listed; all restricted on the day by a ban that carries the rule if absent."),
                    new QuestionOption("asOf", "DAY", "The day that is asked about, like 2018-12-08; today if absent."),
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
                            "limit", "N", "Without --organization, the most to print, 1 to 1000; 100 if absent."),
                    new QuestionOption("offset", "N", "Without --organization, how many to pass over."))));

    OwnershipCommand() {
        super(OPTIONS);
    }

    @Override
    Question question(Map<String, List<String>> given) {
        return given.containsKey(ORGANIZATION) ? Question.OWNERSHIP : Question.OWNED;
    }

    @Override
    String idParameter() {
        return ORGANIZATION;
    }
}

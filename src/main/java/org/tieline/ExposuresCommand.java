package org.tieline;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tieline.exposure.path.Relation;
import org.tieline.model.OwnershipRule;
import org.tieline.web.Question;
import picocli.CommandLine.Command;

/** Asks which carriers are tied to which vendors. */
@Command(
        name = "exposures",
        header = "Which carriers are tied to which vendors, through whom, on a day.",
        description = QuestionCommand.SEVERAL_VALUES)
final class ExposuresCommand extends ListQuestionCommand {
    private static final String CARRIER = "carrier";

    static final List<QuestionOption> FIRST = List.of(
            new QuestionOption("vendor", "ID", "Vendors to start at; all that are restricted on the day if absent."),
            QuestionOption.words(
                    "affiliates",
                    "Start also at organizations that a vendor catches under this ownership rule",
                    OwnershipRule.class,
                    List.of()),
            new QuestionOption(CARRIER, "ID", "The only carrier of interest."));

    static final List<QuestionOption> THIRD = List.of(
            new QuestionOption("minHops", "N", "The fewest ties of a path; 2 leaves out direct ties."),
            QuestionOption.words("relation", "The only relations of interest", Relation.class, List.of()),
            new QuestionOption("carrierCountry", "CODE", "The only countries of carriers of interest, like US."));

    static final List<QuestionOption> LAST = List.of(
            new QuestionOption("limit", "N", "The most exposures to print, 1 to 1000; 100 if absent."),
            new QuestionOption("offset", "N", "How many exposures to pass over."));

    static final List<QuestionOption> OPTIONS =
            joined(List.of(FIRST, SearchQuestionOptions.ALL, THIRD, BanQuestionOptions.ALL, LAST));

    ExposuresCommand() {
        super(OPTIONS);
    }

    /** What other questions about exposures take too. */
    static List<QuestionOption> optionsBut(Set<String> parameters) {
        return OPTIONS.stream()
                .filter(option -> !parameters.contains(option.parameter()))
                .toList();
    }

    @Override
    Question question(Map<String, List<String>> given) {
        return given.containsKey(CARRIER) ? Question.CARRIER_EXPOSURES : Question.EXPOSURES;
    }

    @Override
    String idParameter() {
        return CARRIER;
    }
}

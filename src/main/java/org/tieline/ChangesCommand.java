package org.tieline;



import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tieline.question.changes.Aspect;
import org.tieline.question.changes.ChangeKind;
import org.tieline.web.Question;
import picocli.CommandLine.Command;


/** Asks what changed between two days. */
@Command(
        name = "changes",
        header = "Which carriers came to be tied to which vendors between two days, which no longer are, and why.",
        description = QuestionCommand.SEVERAL_VALUES)
final class ChangesCommand extends ListQuestionCommand {
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

    private static final List<QuestionOption> OPTIONS = joined(List.of(OWN, ExposuresCommand.optionsBut(NOT_HERE)));

    ChangesCommand() {
        super(OPTIONS);
    }

    @Override
    Question question(Map<String, List<String>> given) {
        return Question.CHANGES;
    }
}

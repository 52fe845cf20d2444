package org.tieline;



import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.web.Question;
import picocli.CommandLine.Command;


/** Asks how many carriers were exposed, day after day. */
@Command(
        name = "series",
        header = "How many carriers were tied to vendors, day after day, by relation.",
        description = QuestionCommand.SEVERAL_VALUES)
final class SeriesCommand extends ListQuestionCommand {
    private static final List<QuestionOption> OPTIONS = joined(List.of(
            List.of(
                    new QuestionOption("from", "DAY", "The first day, like 2010-01-01."),
                    new QuestionOption("to", "DAY", "No day is later."),
                    new QuestionOption("step", "PERIOD", "From one day to the next: P1D, P2W, P1M, P1Y and the like."),
                    new QuestionOption(
                            "clock",
                            "WORD",
                            "Let what is known stand still, or count on each day only what was known by then:"
                                    + " world, known.",
                            List.of("world", "known"))),
            ExposuresCommand.optionsBut(Set.of("carrier", "affiliates", "asOf", "limit", "offset"))));

    SeriesCommand() {
        super(OPTIONS);
    }

    @Override
    Question question(Map<String, List<String>> given) {
        if (!given.containsKey("step")) {
            throw new BadQuestion("step", "step must be given: a period like P1M");
        }
        return Question.CHANGES;
    }
}

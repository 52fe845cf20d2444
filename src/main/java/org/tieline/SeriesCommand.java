package org.tieline;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.tieline.inquiry.Parameters;
import org.tieline.inquiry.SeriesAnswer;
import org.tieline.inquiry.SeriesInquiry;
import org.tieline.inquiry.SeriesQuestion;
import picocli.CommandLine.Command;

/** Asks how many carriers were exposed, day after day. */
@Command(
        name = "series",
        header = "How many carriers were tied to vendors, day after day, by relation.",
        description = QuestionCommand.SEVERAL_VALUES)
final class SeriesCommand extends QuestionCommand {
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
    void ask(Parameters given, LocalDate today, Output output, PrintWriter out) {
        SeriesQuestion question = SeriesQuestion.read(given);
        SeriesAnswer answer = graph(snapshot -> SeriesInquiry.ask(snapshot, question));
        SeriesPrint.print(answer, question, output, out);
    }
}

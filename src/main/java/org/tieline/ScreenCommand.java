package org.tieline;



import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tieline.config.Settings;
import org.tieline.question.GivenParameters;
import org.tieline.question.screening.ScreeningEntry;
import org.tieline.question.screening.ScreeningInquiry;
import org.tieline.question.screening.ScreeningQuestion;
import org.tieline.question.screening.ScreeningResult.Outcome;
import org.tieline.web.ScreeningBody;
import org.tieline.web.ScreeningWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;


/** Screens a file of names. */
@Command(
        name = "screen",
        header = "Which organizations the names of a file mean, and what is on record of them on a day.",
        description = {
            "A CSV file has a header with name or id, or both, and maybe country and reference; a JSON file is the body of "
                    + "POST /v1/screenings; a JSON Lines file has a name in quotes or an object on each line. At most 10000 "
                    + "entries.",
            "Names that may mean several organizations come back with candidates and are not decided. A match is by name "
                    + "alone and is no finding of anything.",
            QuestionCommand.SEVERAL_VALUES
        })
final class ScreenCommand extends QuestionCommand {
    private static final List<QuestionOption> OPTIONS =
            joined(List.of(SearchQuestionOptions.ALL, BanQuestionOptions.ALL));

    @picocli.CommandLine.Parameters(
            paramLabel = "FILE",
            description = "The names; .json and .jsonl are JSON, everything else CSV. - reads standard input.")
    private String file;

    @Option(
            names = "--input",
            paramLabel = "FORM",
            description = "What FILE is, whatever its name: ${COMPLETION-CANDIDATES}.")
    private ScreeningBody input;

    ScreenCommand() {
        super(OPTIONS);
    }

    @Override
    String file() {
        return file;
    }

    @Override
    ApiRequest request(Map<String, List<String>> given) {
        return new ApiRequest("/v1/screenings", null, given, bytes(file), form().type());
    }

    @Override
    void answer(ApiRequest request, LocalDate today, Settings settings, Output output, PrintWriter out) {
        ScreeningQuestion.read(new GivenParameters(request.parameters()), today);
        List<ScreeningEntry> entries = form().read(request.body());
        OwnGraph.ask(settings, snapshot -> {
            ScreeningQuestion question =
                    ScreeningQuestion.read(new GivenParameters(request.parameters(), snapshot::living), today);
            ScreeningWriter writer =
                    switch (output) {
                        case TABLE -> ScreeningWriter.table(out, question);
                        case JSON -> ScreeningWriter.json(out, question, entries.size());
                        case CSV -> ScreeningWriter.csv(out, question);
                    };
            Map<Outcome, Integer> outcomes;
            try (ScreeningProgress progress = ScreeningProgress.of(entries.size())) {
                outcomes = ScreeningInquiry.ask(snapshot, question, entries, progress.counting(writer));
            }
            writer.end(outcomes);
        });
    }

    private ScreeningBody form() {
        if (input != null) {
            return input;
        }
        String name = file.toLowerCase(Locale.ROOT);
        if (name.endsWith(".json")) {
            return ScreeningBody.JSON;
        }
        return name.endsWith(".jsonl") || name.endsWith(".ndjson") ? ScreeningBody.LINES : ScreeningBody.CSV;
    }
}
